import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { packageRoot } from "../../project/reading/index.ts";

type Asset = { readonly type: string; readonly bytes: Uint8Array<ArrayBuffer> };

const SCRIPT = "text/javascript; charset=utf-8";

/** Everything the page is made of, by its address: files of the compiled program. */
const FILES: { readonly [address: string]: readonly [type: string, path: () => string] } = {
  "/": ["text/html; charset=utf-8", () => own("index.html")],
  "/page.css": ["text/css; charset=utf-8", () => own("page.css")],
  "/page.js": [SCRIPT, () => own("page.js")],
  "/icon.svg": ["image/svg+xml", () => own("icon.svg")],
  "/pdf.mjs": [SCRIPT, () => own("pdf.min.mjs")],
  "/pdf.worker.mjs": [SCRIPT, () => own("pdf.worker.min.mjs")],
};

/** The asset of an address; undefined for any other address. Addresses are looked up, never joined to a path. */
export async function assetOf(address: string): Promise<Asset | undefined> {
  if (!Object.hasOwn(FILES, address)) return undefined;
  const file = FILES[address];
  return file === undefined ? undefined : { type: file[0], bytes: new Uint8Array(await readFile(file[1]())) };
}

function own(name: string): string {
  return join(packageRoot(), "dist", "preview", name);
}
