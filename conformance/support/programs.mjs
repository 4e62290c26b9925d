// The outside programs that the validators run.
import { spawn, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { basename, dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The root of the project. */
export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Tests that validators run to their full length, by the name of the validator; the everyday run does a short twin of each. */
export const LONG_RUNS = JSON.parse(readFileSync(join(ROOT, "tests/support/long-runs.json"), "utf8"));

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

/** Where the classes of DSS lie, the validator of signatures of the EU. */
export function dssClassPath() {
  return readFileSync(join(ROOT, ".conformance/dss.classpath"), "utf8").trim();
}

/** The word processors: that of the system and a newer one beside it (setup.sh unpacks it), each a program and its first arguments. */
export const OFFICES = {
  system: ["soffice"],
  backports: [
    join(ROOT, "conformance/support/office-backports.sh"),
    "run",
    join(ROOT, ".conformance/office-backports"),
  ],
};

/** «LibreOffice 25.2»; undefined when it does not run. */
export function officeName(office) {
  const [program, ...first] = OFFICES[office];
  return /LibreOffice \d+\.\d+/.exec(run(program, [...first, "--version"]).stdout ?? "")?.[0];
}

/** Files of one run of the word processor: should it stop in the middle, the rest of a run is tried again one by one. */
const AT_ONCE = 60;

/** Fonts that the system need not have (setup.sh unpacks them). */
export const FONTS = join(ROOT, ".conformance/fonts/usr/share/fonts");

/** Environment in which a word processor finds those fonts beside the system's; they stand in no file of the system. */
function withFonts(work) {
  const config = join(work, "fonts.conf");
  const cache = join(work, "fonts-cache");
  const parts = [
    '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>',
    `<dir>${FONTS}</dir><cachedir>${cache}</cachedir>`,
  ];
  const xml = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${parts.join("")}</fontconfig>`;
  // Another word processor may be reading it.
  if (!existsSync(config)) writeFileSync(config, xml);
  return { ...process.env, FONTCONFIG_FILE: config };
}

/**
 * Converts files by the word processor, many in one run. Gives the path of every result, or undefined where the word processor made none.
 * To start costs as much as ten documents, so files of all folders go together, under numbers; equal base names may live in different folders,
 * so each folder they come from has a folder of results. One word processor may work beside the other, but only once at a time: its profile
 * belongs to one process.
 */
export async function convertByOffice(files, format, folder, { work, office = "system" }) {
  const homes = [...new Set(files.map((file) => dirname(file)))];
  const results = files.map((file) =>
    join(folder, String(homes.indexOf(dirname(file))), basename(file).replace(/\.\w+$/, `.${format}`)),
  );
  const numbered = join(folder, "numbered");
  for (const one of [join(numbered, "out"), ...results.map((path) => dirname(path))])
    mkdirSync(one, { recursive: true });
  const convert = async (indexes) => {
    const sources = indexes.map((index) => join(numbered, `${index}${extname(files[index])}`));
    for (const [at, source] of sources.entries()) copyFileSync(files[indexes[at]], source);
    const profile = `-env:UserInstallation=file://${join(work, `office-profile-${office}`)}`;
    const args = [profile, "--headless", "--convert-to", format, "--outdir", join(numbered, "out"), ...sources];
    const [program, ...first] = OFFICES[office];
    await runAside(program, [...first, ...args], { timeout: 300_000, env: withFonts(work) });
    for (const index of indexes) {
      const made = join(numbered, "out", `${index}.${format}`);
      if (existsSync(made)) renameSync(made, results[index]);
    }
  };
  const all = [...files.keys()];
  for (let at = 0; at < all.length; at += AT_ONCE) await convert(all.slice(at, at + AT_ONCE));
  for (const index of all) if (!existsSync(results[index])) await convert([index]);
  return results.map((path) => (existsSync(path) ? path : undefined));
}
