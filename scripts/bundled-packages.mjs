// What the program consists of besides our own code, for its bill of materials and for the licences that travel with it.
import { readdir, readFile } from "node:fs/promises";

/**
 * The packages that files come from, by name: `{ name, version, license, sha512, folder }`. `sha512` is the hex digest of the package as the registry
 * gives it, from the lock file.
 */
export async function bundledPackages(root, files) {
  const lock = JSON.parse(await readFile(`${root}package-lock.json`, "utf8")).packages;
  const folders = new Set(
    files
      .map((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path.slice(root.length))?.[0])
      .filter((folder) => folder !== undefined),
  );
  const packages = [...folders].map(async (folder) => {
    const { name, version, license = null } = JSON.parse(await readFile(`${root}${folder}/package.json`, "utf8"));
    // The folder of packages may be a link to one elsewhere.
    const locked = lock[folder.slice(folder.indexOf("node_modules/"))];
    const digest = /^sha512-(\S+)/.exec(locked?.integrity ?? "")?.[1];
    if (digest === undefined) throw new Error(`${folder}: package-lock.json has no digest of it`);
    return { name, version, license, sha512: Buffer.from(digest, "base64").toString("hex"), folder: root + folder };
  });
  return (await Promise.all(packages)).sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** The words of every licence, package by package. */
export async function licencesOf(packages) {
  const parts = packages.map(async ({ name, version, license, folder }) => {
    const files = (await readdir(folder)).filter((file) => /^(licen[cs]e|copying|notice|ofl)/i.test(file)).sort();
    const texts = await Promise.all(files.map((file) => readFile(`${folder}/${file}`, "utf8")));
    const words = texts.map((text) => `\n${text.replaceAll("\r\n", "\n").trim()}\n`).join("");
    return `${"=".repeat(80)}\n${name} ${version}${license === null ? "" : `: ${license}`}\n${words}`;
  });
  return (await Promise.all(parts)).join("\n");
}

function key({ name, version }) {
  return `${name}@${version}`;
}
