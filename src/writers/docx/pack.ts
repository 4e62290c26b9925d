import { type Document, Packer } from "docx";
import { ZipFile } from "yazl";

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

/** ZIP knows no date before 1980. Built from local parts, because ZIP stores local time: the same bytes in every time zone. */
function epoch(): Date {
  return new Date(1980, 0, 1, 0, 0, 0);
}

/** Packs a document with sorted parts and fixed times: equal documents give equal bytes. `core` replaces docProps/core.xml. */
export async function pack(document: Document, core: string): Promise<Uint8Array> {
  const parts = (Packer as unknown as Compiling).compiler.compile(document, undefined, [
    { path: "docProps/core.xml", data: core },
  ]);
  const zip = new ZipFile();
  for (const [path, data] of [...parts].sort(([a], [b]) => contentTypesFirst(a, b))) {
    const bytes = typeof data === "string" ? Buffer.from(renumberDrawings(data), "utf8") : Buffer.from(data);
    zip.addBuffer(bytes, path, {
      mtime: epoch(),
      mode: 0o100644,
      forceDosTimestamp: true,
      compress: !path.endsWith(".png"),
    });
  }
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** The library numbers drawings by a counter of the whole process; a document must not depend on those made before it. */
function renumberDrawings(xml: string): string {
  let number = 0;
  return xml.replace(/<wp:docPr id="\d+"/g, () => `<wp:docPr id="${++number}"`);
}

/** Readers expect the list of content types first. */
function contentTypesFirst(a: string, b: string): number {
  const rank = (path: string): number => (path === "[Content_Types].xml" ? 0 : path.startsWith("_rels/") ? 1 : 2);
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}
