import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const SCRIPT = fileURLToPath(new URL("windows/installer.nsi", import.meta.url));

/** The installer of a folder for Windows; what it lacks when it cannot be made, or null. */
export function writeInstaller(folder, path, { root, work, version }) {
  // Of the system, or only unpacked by conformance/setup.sh.
  const unpacked = join(root, ".conformance/nsis");
  const own = existsSync(join(unpacked, "usr/bin/makensis"));
  const program = own ? join(unpacked, "usr/bin/makensis") : "makensis";
  const paths = own ? { NSISDIR: join(unpacked, "usr/share/nsis"), NSISCONFDIR: join(unpacked, "etc") } : {};
  const removal = join(work, "removal.nsh");
  writeFileSync(removal, removalOf(folder));
  const defines = { FOLDER: folder, REMOVAL: removal, OUT: path, VERSION: version };
  const argv = [
    "-V2",
    "-INPUTCHARSET",
    "UTF8",
    ...Object.entries(defines).map(([name, value]) => `-D${name}=${value}`),
  ];
  const env = { ...process.env, LC_ALL: "C.UTF-8", ...paths };
  const { status, stdout, stderr, error } = spawnSync(program, [...argv, SCRIPT], { env, encoding: "utf8" });
  if (error !== undefined) return "there is no makensis: install the package nsis, or run conformance/setup.sh";
  return status === 0 ? null : `${stdout}${stderr}`.trim();
}

/** Removes what was installed and nothing else, whatever else lies there. */
function removalOf(folder) {
  const lines = readdirSync(folder, { withFileTypes: true }).map((entry) =>
    entry.isDirectory() ? `RMDir /r "$INSTDIR\\${entry.name}"` : `Delete "$INSTDIR\\${entry.name}"`,
  );
  return `\ufeff${lines.sort().join("\n")}\n`;
}
