import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../project/reading/index.ts";
import { compare } from "./bundle-format.ts";

/** A package the tool runs with. `sha512` is hex; null where the lock file gives none. */
export type Dependency = {
  readonly name: string;
  readonly version: string;
  readonly license: string | null;
  readonly sha512: string | null;
  /** Package URL: `pkg:npm/yazl@3.3.1`. */
  readonly purl: string;
};

export type Tool = { readonly version: string; readonly dependencies: readonly Dependency[] };

type LockEntry = {
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly devOptional?: boolean;
  readonly peer?: boolean;
};

/**
 * The tool itself: its version and the packages of its lock file that it runs with. Packages for one platform only are left out, so that every machine
 * tells the same.
 */
export function readTool(): Tool {
  const root = packageRoot();
  const { version } = readJson<{ readonly version: string }>(join(root, "package.json"));
  const lock = ["package-lock.json", "node_modules/.package-lock.json"]
    .map((name) => join(root, name))
    .find(existsSync);
  const packages = lock === undefined ? {} : readJson<{ packages: { [path: string]: LockEntry } }>(lock).packages;
  const found = new Map<string, Dependency>();
  for (const [path, entry] of Object.entries(packages)) {
    const name = path.split("node_modules/").at(-1) ?? "";
    if (path === "" || entry.version === undefined || entry.dev || entry.optional || entry.devOptional || entry.peer)
      continue;
    found.set(`${name}@${entry.version}`, dependency(name, entry.version, entry));
  }
  return { version, dependencies: [...found.values()].sort((a, b) => compare(a.purl, b.purl)) };
}

function dependency(name: string, version: string, { license, integrity }: LockEntry): Dependency {
  const sha512 = /^sha512-(\S+)/.exec(integrity ?? "")?.[1];
  return {
    name,
    version,
    license: license ?? null,
    sha512: sha512 === undefined ? null : Buffer.from(sha512, "base64").toString("hex"),
    purl: `pkg:npm/${name.replace("@", "%40")}@${version}`,
  };
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, "utf8")) as T;
}
