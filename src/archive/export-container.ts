import { ZipFile } from "yazl";
import type { Diagnostic } from "../diagnostics/index.ts";
import { bagFaults, digest, encode, type Files } from "./bag.ts";
import { type ArchivedDocument, listArchive } from "./list-archive.ts";
import { readFiles } from "./read-files.ts";

/**
 * The container of an archived document: a ZIP with all files in its root, sorted, with fixed times; `checksums.txt` is what `sha256sum -c` reads.
 * TRC8319: no such document; TRC8310: the bag is damaged and is not given out.
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
  const documents = await listArchive(archive);
  const document = documents.find((one) => one.document === name || one.document.split(".")[1] === name);
  const nothing = (fault: Diagnostic) => ({ document: null, zip: new Uint8Array(), diagnostics: [fault] });
  if (document === undefined) return nothing(unknown(archive, name, documents));
  const bag = (await readFiles(`${archive}/${document.bag}`))?.files ?? new Map<string, Uint8Array>();
  if (bagFaults(bag).length > 0) return nothing(damaged(document));
  return { document, zip: await zipped(containerFiles(bag)), diagnostics: [] };
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
  const sums = [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, bytes]) => `${digest("sha256", bytes)}  ${name}\n`);
  files.set("checksums.txt", encode(sums.join("")));
  return files;
}

async function zipped(files: ReadonlyMap<string, Uint8Array>): Promise<Uint8Array> {
  const zip = new ZipFile();
  // ZIP stores local time: a date made of local parts gives the same bytes in every zone.
  const mtime = new Date(1980, 0, 1, 0, 0, 0);
  for (const [name, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1)))
    zip.addBuffer(Buffer.from(bytes), name, { mtime, mode: 0o100644, forceDosTimestamp: true });
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function unknown(archive: string, name: string, documents: readonly ArchivedDocument[]): Diagnostic {
  return {
    code: "TRC8319",
    severity: "error",
    message: `В архиве «${archive}» нет документа «${name}»`,
    hints: [
      documents.length === 0
        ? "Архив пуст: примите документы командой trc archive add"
        : `Есть: ${documents
            .slice(0, 10)
            .map(({ document }) => document)
            .join(", ")}`,
    ],
  };
}

function damaged({ bag }: ArchivedDocument): Diagnostic {
  return {
    code: "TRC8310",
    severity: "error",
    message: `Пакет «${bag}» повреждён и не выдаётся`,
    hints: ["Посмотрите, что именно: trc archive verify", "Восстановите его из второй копии: trc archive mirror ПАПКА"],
  };
}
