// The outside programs that the judges run.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The root of the project. */
export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** The interpreter that has python-docx. */
export const PYTHON = join(ROOT, ".conformance/venv/bin/python");

/** Runs a program and gives what it printed. */
export function run(program, args, options = {}) {
  return spawnSync(program, args, { encoding: "utf8", maxBuffer: 1 << 29, ...options });
}

/** Does work on every item, as many at a time as the machine has processors; results keep the order of the items. */
export async function inParallel(items, work) {
  const results = new Array(items.length);
  let next = 0;
  const lane = async () => {
    while (next < items.length) {
      const index = next++;
      results[index] = await work(items[index]);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, lane));
  return results;
}

/** Like `run`, without waiting in the way of others. */
export function runAside(program, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, options);
    let [stdout, stderr] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (part) => {
      stdout += part;
    });
    child.stderr.setEncoding("utf8").on("data", (part) => {
      stderr += part;
    });
    child.on("error", (error) => resolve({ status: null, stdout, stderr: String(error) }));
    child.on("close", (status) => resolve({ status, stdout, stderr }));
  });
}

/** The class path of veraPDF. */
export function veraPdfClassPath() {
  return readFileSync(join(ROOT, ".conformance/verapdf.classpath"), "utf8").trim();
}

/**
 * Converts files by the word processor, all of them in one run for each folder they come from (equal base names may live in different folders).
 * Gives the path of every result, or undefined where the word processor made none.
 */
export function convertByOffice(files, format, folder, work) {
  const groups = new Map();
  for (const file of files) {
    const home = file.slice(0, file.lastIndexOf("/"));
    groups.set(home, [...(groups.get(home) ?? []), file]);
  }
  const made = new Map();
  for (const [number, group] of [...groups.values()].entries()) {
    const out = join(folder, String(number));
    mkdirSync(out, { recursive: true });
    const profile = `-env:UserInstallation=file://${join(work, "office-profile")}`;
    run("soffice", [profile, "--headless", "--convert-to", format, "--outdir", out, ...group], { timeout: 900_000 });
    for (const file of group) made.set(file, join(out, basename(file).replace(/\.\w+$/, `.${format}`)));
  }
  return files.map((file) => (existsSync(made.get(file)) ? made.get(file) : undefined));
}
