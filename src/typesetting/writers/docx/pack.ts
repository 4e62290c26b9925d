import { type Document, Packer } from "docx";
import { ZipFile } from "yazl";
import { zipEpoch } from "../../../base/text/index.ts";

/** The library keeps its compiler private; it is the only way to its parts before they are zipped with the present time. */
type Compiling = {
  readonly compiler: {
    compile(
      document: Document,
      prettify: undefined,
      overrides: readonly { readonly path: string; readonly data: string }[],
    ): ReadonlyMap<string, string | Uint8Array>;
  };
};

/** Parts of a document by path, before they are zipped. */
export function compileParts(document: Document): Map<string, string | Uint8Array> {
  return new Map((Packer as unknown as Compiling).compiler.compile(document, undefined, []));
}

/** Zips parts in sorted order with fixed times: equal parts give equal bytes. */
export async function pack(parts: ReadonlyMap<string, string | Uint8Array>): Promise<Uint8Array> {
  const zip = new ZipFile();
  for (const [path, data] of [...parts].sort(([a], [b]) => contentTypesFirst(a, b))) {
    const options = { mtime: zipEpoch(), mode: 0o100644, forceDosTimestamp: true, compress: !path.endsWith(".png") };
    zip.addBuffer(typeof data === "string" ? Buffer.from(data, "utf8") : Buffer.from(data), path, options);
  }
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Readers expect the list of content types first. */
function contentTypesFirst(a: string, b: string): number {
  const rank = (path: string): number => (path === "[Content_Types].xml" ? 0 : path.startsWith("_rels/") ? 1 : 2);
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}
