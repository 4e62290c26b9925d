import { type Document, Packer } from "docx";
import { packZip } from "../../../base/zip/index.ts";

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

/** The parts as a ZIP; pictures are compressed already. */
export function pack(parts: ReadonlyMap<string, string | Uint8Array>): Promise<Uint8Array> {
  return packZip(parts, { compress: (path) => !path.endsWith(".png"), order: contentTypesFirst });
}

/** Readers expect the list of content types first. */
function contentTypesFirst(a: string, b: string): number {
  const rank = (path: string): number => (path === "[Content_Types].xml" ? 0 : path.startsWith("_rels/") ? 1 : 2);
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}
