// Makes what people install, into packages/: the npm tarball, a folder for Windows as ZIP, an installer of that folder, an archive for Linux, the extension of VS Code.
// Node travels unchanged from its npm package. Two runs give the same bytes. What cannot be made is said, and the exit code is 1.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeTarball, writeZip } from "./package/archives.mjs";
import { writeExtension } from "./package/extension.mjs";
import { linuxFolder, windowsFolder } from "./package/folders.mjs";
import { writeInstaller } from "./package/installer.mjs";
import { runtimes } from "./package/runtimes.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const out = join(root, "packages");
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
/** Most that any of them may be, in megabytes. */
const MOST = 60;

mkdirSync(out, { recursive: true });
const work = mkdtempSync(join(tmpdir(), "trc-package-"));
const problems = [];
try {
  const argv = ["pack", "--silent", "--pack-destination", work];
  const tarball = execFileSync("npm", argv, { cwd: root, encoding: "utf8" }).trim().split("\n").at(-1);
  execFileSync("tar", ["-xzf", join(work, tarball), "-C", work]);
  const parts = { program: join(work, "package"), runtime: runtimes(join(out, "fetched"), work), version };
  const windows = windowsFolder(join(work, "windows"), parts);
  const linux = linuxFolder(join(work, "linux", `trc-${version}`), parts);
  renameSync(join(work, tarball), join(out, tarball));
  report(tarball);
  await writeZip(windows, join(out, `trc-${version}-windows-x64.zip`));
  report(`trc-${version}-windows-x64.zip`);
  writeTarball(linux, join(out, `trc-${version}-linux-x64.tar.gz`));
  report(`trc-${version}-linux-x64.tar.gz`);
  await writeExtension(join(out, `trc-${version}.vsix`), { root, version });
  report(`trc-${version}.vsix`);
  const setup = `trc-${version}-windows-x64-setup.exe`;
  const lacking = writeInstaller(windows, join(out, setup), { root, work, version });
  if (lacking === null) report(setup);
  else problems.push(`${setup} is not made: ${lacking}`);
} finally {
  rmSync(work, { recursive: true, force: true });
}
for (const problem of problems) console.error(`package: ${problem}`);
process.exitCode = problems.length > 0 ? 1 : 0;

function report(name) {
  const size = statSync(join(out, name)).size / 1e6;
  console.log(`packages/${name}  ${size.toFixed(1)} MB`);
  if (size > MOST) problems.push(`${name} is larger than ${MOST} MB`);
}
