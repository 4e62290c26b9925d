import { ZipFile } from "yazl";
import type { Diagnostic } from "../../base/diagnostics/index.ts";
import { createFile, storageFault } from "../../base/storage/index.ts";
import { sha256, zipEpoch } from "../../base/text/index.ts";
import { encode, type Files } from "./bag.ts";
import { readBook } from "./book.ts";
import { holdingsOf } from "./holdings.ts";
import { type ArchivedDocument, archivedDocuments } from "./list-archive.ts";
import { openForReading } from "./open-for-reading.ts";
import { openHolding } from "./open-holding.ts";

/**
 * The container of an archived document: a ZIP with all files in its root, sorted, with fixed times; `checksums.txt` is what `sha256sum -c` reads.
 * TRC8319: no such document; TRC8310: the bag is damaged and is not given out; TRC8323: it was given up.
 * @see domain: контейнер электронного документа (ориентир – МЭДО, приказ № 667/233)
 */
export async function exportContainer(
  archive: string,
  name: string,
): Promise<{
  readonly document: ArchivedDocument | null;
  readonly zip: Uint8Array;
  readonly diagnostics: readonly Diagnostic[];
}> {
  const { value, diagnostics } = await openHolding(archive, holdingsOf(await readBook(archive)), name);
  if (value === undefined) return { document: null, zip: new Uint8Array(), diagnostics };
  const { holding, files } = value;
  const document = (await archivedDocuments(archive)).find((one) => one.document === holding.document) ?? null;
  return { document, zip: await zipped(containerFiles(files)), diagnostics: [] };
}

/** The document that was given out and the file of its container; null when nothing was written. */
export type ContainerReport = {
  readonly document: ArchivedDocument | null;
  readonly out: string;
  readonly bytes: number;
  readonly diagnostics: readonly Diagnostic[];
};

/**
 * Writes the container as a new file, whole or not at all. TRC8202: it cannot be written; the codes of the container itself.
 * @param out by default `DOCUMENT.zip` in the working folder
 */
export async function writeContainer(archive: string, name: string, out?: string): Promise<ContainerReport> {
  const read = await openForReading(archive, () => exportContainer(archive, name));
  const { document, zip, diagnostics } = read.value ?? { document: null, zip: new Uint8Array(), ...read };
  const path = out ?? `${document?.document}.zip`;
  if (document === null) return { document, out: path, bytes: 0, diagnostics };
  try {
    await createFile(path, zip);
    return { document, out: path, bytes: zip.length, diagnostics };
  } catch (error) {
    return { document: null, out: path, bytes: 0, diagnostics: [...diagnostics, storageFault(path, error)] };
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
  files.set("data.yaml", encode(records.join("---\n")));
  const sums = [...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, bytes]) => `${sha256(bytes)}  ${name}\n`);
  files.set("checksums.txt", encode(sums.join("")));
  return files;
}

async function zipped(files: ReadonlyMap<string, Uint8Array>): Promise<Uint8Array> {
  const zip = new ZipFile();
  // ZIP stores local time: a date made of local parts gives the same bytes in every zone.
  const mtime = zipEpoch();
  for (const [name, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1)))
    zip.addBuffer(Buffer.from(bytes), name, { mtime, mode: 0o100644, forceDosTimestamp: true });
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
