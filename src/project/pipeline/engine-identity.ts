import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { digestOf } from "../../base/cache/index.ts";
import { fontFiles } from "../../typesetting/fonts/index.ts";
import { packageRoot } from "../reading/index.ts";

let known: Promise<string> | null = null;

/**
 * Names the engine: our own code, the fonts and Node byte by byte, packages by the versions installed. Two engines of the same name make the
 * same bytes of the same sources. Read once a process.
 */
export function engineIdentity(): Promise<string> {
  known ??= identify();
  return known;
}

async function identify(): Promise<string> {
  const own = fileURLToPath(import.meta.url);
  const root = packageRoot();
  const code = own.startsWith(join(root, "dist")) ? join(root, "dist") : join(root, "src");
  const files = (await readdir(code, { recursive: true }))
    .filter((name) => /\.(js|ts|json)$/.test(name))
    .sort()
    .map((name) => join(code, name));
  const digests = await Promise.all([...files, ...fontFiles()].map(async (path) => digestOf(await readFile(path))));
  return digestOf([files.map((path) => path.slice(code.length)), digests, await packages(root), process.versions]);
}

/** Versions of what is installed: npm's own list of it, or else those of the packages we name ourselves. */
async function packages(root: string): Promise<string> {
  const { resolve } = createRequire(import.meta.url);
  const [font = ""] = fontFiles();
  const installed = join(font.slice(0, font.lastIndexOf("node_modules") + "node_modules".length), ".package-lock.json");
  if (existsSync(installed)) return digestOf(await readFile(installed));
  const { dependencies = {} } = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as {
    dependencies?: { [name: string]: string };
  };
  const versions = Object.keys(dependencies)
    .sort()
    .map(async (name) => {
      const folder = (resolve.paths(name) ?? []).map((one) => join(one, name, "package.json")).find(existsSync);
      return folder === undefined ? name : digestOf(await readFile(folder));
    });
  return digestOf(await Promise.all(versions));
}
