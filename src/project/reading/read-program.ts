import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { digestOf } from "../../base/cache/index.ts";
import { packageRoot } from "./package-root.ts";

/** A package that the program was compiled with. `license` is what its author states, null when nothing; `sha512` is hex, of the package as its registry gives it. */
export type ProgramPackage = {
  readonly name: string;
  readonly version: string;
  readonly license: string | null;
  readonly sha512: string;
};

/** Which program this is. */
export type Program = {
  /** Its name in the registry of packages. */
  readonly name: string;
  readonly version: string;
  /** The commit it was compiled from, 40 hex digits; null where that is not known or the sources were not as committed. */
  readonly commit: string | null;
  /** SHA-256 (hex) of all that runs: our code with the packages in it, fonts, the dictionary. Neither the commit nor a machine is in it. */
  readonly digest: string;
  readonly packages: readonly ProgramPackage[];
};

let known: Promise<Program> | null = null;

/** Reads what program this is, file by file, once a process. Two programs of one digest make the same bytes of the same records on the same Node. */
export function readProgram(): Promise<Program> {
  known ??= read();
  return known;
}

async function read(): Promise<Program> {
  const root = packageRoot();
  const compiled = fileURLToPath(import.meta.url).startsWith(join(root, "dist"));
  const { name, version } = await readJson<Pick<Program, "name" | "version">>(join(root, "package.json"));
  const list = join(root, "dist/build.json");
  const built = existsSync(list) ? await readJson<Pick<Program, "commit" | "packages">>(list) : null;
  return {
    name,
    version,
    commit: compiled ? (built?.commit ?? null) : null,
    digest: await digestOfCode(root, compiled),
    packages: built?.packages ?? [],
  };
}

/** Compiled, the code has its packages in it; sources run with those that the lock file names. */
async function digestOfCode(root: string, compiled: boolean): Promise<string> {
  const folder = join(root, compiled ? "dist" : "src");
  const names = (await readdir(folder, { recursive: true }))
    .filter((name) => /\.([cm]?js|ts|json|ttf|icc|html|css|svg)$/.test(name) && !/\.d\.ts$|^build\.json$/.test(name))
    .map((name) => name.replaceAll(sep, "/"))
    .sort();
  const paths = [...names.map((name) => join(folder, name)), ...(compiled ? [] : [join(root, "package-lock.json")])];
  const digests = await Promise.all(paths.map(async (path) => digestOf(await readFile(path))));
  return digestOf([names, digests]);
}

async function readJson<T>(path: string): Promise<T> {
  return JSON.parse(await readFile(path, "utf8")) as T;
}
