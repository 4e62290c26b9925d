import type { Outcome } from "../../base/diagnostics/index.ts";
import { createFile, storageFault } from "../../base/storage/index.ts";
import { packZip } from "../../base/zip/index.ts";
import { checksums, encode, type Files } from "./bag.ts";
import { readBook } from "./book.ts";
import { holdingsOf, openHolding } from "./holdings.ts";
import { type ArchivedDocument, archivedDocuments } from "./list-archive.ts";
import { openForReading } from "./open-archive.ts";

/** The document that was given out, the file of its container and its size. */
export type ContainerReport = { readonly document: ArchivedDocument; readonly out: string; readonly bytes: number };

/**
 * Writes the container of an archived document as a new file, whole or not at all: a ZIP with all files in its root, sorted, with fixed times;
 * `checksums.txt` is what `sha256sum -c` reads. TRC8202: it cannot be written; TRC8310, TRC8318, TRC8319, TRC8323: it is not given out.
 * @param to by default `DOCUMENT.zip` in the working folder
 * @see domain: контейнер электронного документа (ориентир – МЭДО, приказ № 667/233)
 */
export async function writeContainer(archive: string, name: string, to?: string): Promise<Outcome<ContainerReport>> {
  const opened = await openForReading(archive, async () => {
    const book = await readBook(archive);
    const { value, diagnostics } = await openHolding(archive, holdingsOf(book), name);
    const document = (await archivedDocuments(archive, book)).find((one) => one.document === value?.holding.document);
    return { value: value && document && { document, bag: value.files }, diagnostics };
  });
  const { value, diagnostics } = opened.value ?? { ...opened, value: undefined };
  if (value === undefined) return { diagnostics };
  const { document, bag } = value;
  const out = to ?? `${document.document}.zip`;
  try {
    const zip = packZip(containerFiles(bag));
    await createFile(out, zip);
    return { value: { document, out, bytes: zip.length }, diagnostics };
  } catch (error) {
    return { diagnostics: [storageFault(out, error)] };
  }
}

/** Signatures, passport, original, working copy, one file of records, checksums. */
function containerFiles(bag: Files): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const records: string[] = [];
  for (const [path, bytes] of bag) {
    const [, name] = /^data\/([^/]+)$/.exec(path) ?? [];
    if (name !== undefined) files.set(name, bytes);
    if (path.startsWith("data/records/"))
      records.push(`# ${path.slice("data/records/".length)}\n${new TextDecoder().decode(bytes)}`);
  }
  // What came as a container has its records in one file already.
  if (!files.has("data.yaml")) files.set("data.yaml", encode(records.join("---\n")));
  files.delete("checksums.txt");
  return files.set("checksums.txt", checksums("sha256", files));
}
