import { chmodSync, copyFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const sources = fileURLToPath(new URL(".", import.meta.url));
/** What a clerk looks for is named in Russian. */
const START = "Открыть документы центра";
const READ_FIRST = "Прочтите сначала.txt";

/** The folder that a clerk unpacks on Windows. */
export function windowsFolder(folder, { program, runtime, version }) {
  begin(folder, { program, runtime });
  copyFileSync(runtime.windows, join(folder, "node.exe"));
  // The script host takes the code page of the machine for granted.
  const start = readFileSync(join(sources, "windows/start.js"), "utf8").replace(
    /[^\0-\x7f]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  writeFileSync(join(folder, `${START}.js`), windowsText(start));
  writeFileSync(join(folder, "trc.cmd"), windowsText(readFileSync(join(sources, "windows/trc.cmd"), "utf8")));
  writeFileSync(join(folder, READ_FIRST), `\ufeff${windowsText(readFirst("windows", version))}`);
  return folder;
}

/** The folder that is unpacked on Linux. */
export function linuxFolder(folder, { program, runtime, version }) {
  begin(folder, { program, runtime });
  const programs = [
    [runtime.linux, "node"],
    [join(sources, "linux/trc"), "trc"],
    [join(sources, "linux/start"), `${START}.sh`],
  ];
  for (const [from, to] of programs) {
    copyFileSync(from, join(folder, to));
    chmodSync(join(folder, to), 0o755);
  }
  writeFileSync(join(folder, READ_FIRST), readFirst("linux", version));
  return folder;
}

function begin(folder, { program, runtime }) {
  mkdirSync(folder, { recursive: true });
  cpSync(program, join(folder, "program"), { recursive: true });
  copyFileSync(runtime.licence, join(folder, "program/LICENSE.node.txt"));
}

function readFirst(system, version) {
  return readFileSync(join(sources, system, "read-first.txt"), "utf8").replace("VERSION", version);
}

function windowsText(text) {
  return text.replaceAll("\n", "\r\n");
}
