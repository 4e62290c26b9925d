import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Text } from "../../base/diagnostics/index.ts";
import { packageRoot } from "../../project/reading/index.ts";
import { WORDS } from "./page-words.ts";

type Asset = { readonly type: string; readonly bytes: Uint8Array<ArrayBuffer> };

const SCRIPT = "text/javascript; charset=utf-8";

/** Everything the page is made of, by its address: files of the compiled program. */
const FILES = new Map<string, readonly [type: string, file: string]>([
  ["/", ["text/html; charset=utf-8", "index.html"]],
  ["/page.css", ["text/css; charset=utf-8", "page.css"]],
  ["/page.js", [SCRIPT, "page.js"]],
  ["/guide", ["text/html; charset=utf-8", "guide.html"]],
  ["/guide.css", ["text/css; charset=utf-8", "guide.css"]],
  ["/icon.svg", ["image/svg+xml", "icon.svg"]],
  ["/pdf.mjs", [SCRIPT, "pdf.min.mjs"]],
  ["/pdf.worker.mjs", [SCRIPT, "pdf.worker.min.mjs"]],
]);

/** The asset of an address, the page with its words; undefined for any other address. Addresses are looked up, never joined to a path. */
export async function assetOf(address: string, language: keyof Text): Promise<Asset | undefined> {
  const [type, name] = FILES.get(address) ?? (await partOfPage(address)) ?? (await pictureOfGuide(address)) ?? [];
  if (type === undefined || name === undefined) return undefined;
  const bytes = await readFile(join(pageFolder(), name));
  if (name !== "index.html") return { type, bytes: new Uint8Array(bytes) };
  const words = new Map(Object.entries<Text>(WORDS));
  const page = bytes
    .toString()
    .replace('lang="ru"', `lang="${language}"`)
    .replace(/\{\{(\w+)\}\}/g, (_, word: string) => words.get(word)?.[language] ?? "");
  return { type, bytes: new TextEncoder().encode(page) };
}

/** A part of the script that is loaded when it is first needed; undefined for any other address. */
async function partOfPage(address: string): Promise<readonly [type: string, file: string] | undefined> {
  const name = (await readdir(pageFolder())).find((one) => /^part-.+\.js$/.test(one) && address === `/${one}`);
  return name === undefined ? undefined : [SCRIPT, name];
}

/** A picture of the guide; undefined for any other address. */
async function pictureOfGuide(address: string): Promise<readonly [type: string, file: string] | undefined> {
  if (!address.startsWith("/guide/")) return undefined;
  const name = (await readdir(join(pageFolder(), "guide"))).find((one) => address === `/guide/${one}`);
  return name === undefined ? undefined : ["image/png", join("guide", name)];
}

function pageFolder(): string {
  return join(packageRoot(), "dist", "preview");
}
