import { mkdir, readFile, rmdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { type Diagnostic, type Outcome, raise, text } from "../../base/diagnostics/index.ts";
import {
  createFile,
  isCutShort,
  isThere,
  type JournalRule,
  readingFault,
  safeJoin,
  storageFault,
  writeAlone,
  writeTogether,
} from "../../base/storage/index.ts";
import { sha256 } from "../../base/text/index.ts";
import { dayFaults } from "../../project/reading/index.ts";
import { ACCESSION, type Accession, accessionPath, BAG, encodeAccession } from "./accession.ts";
import { digest, encode, type Files } from "./bag.ts";
import { type Book, type BookEntry, readBook } from "./book.ts";
import { FINDINGS } from "./findings.ts";

/** What a stranger finds beside the bags; its digest stands in every accession. */
export const README_NAME = "README.txt";

/** Tells git to give every byte back as it was. Older archives have none. */
export const ATTRIBUTES_NAME = ".gitattributes";
const ATTRIBUTES = "* -text\n";

/** Whether these bytes are all that stands in it. */
export function isAttributes(bytes: Uint8Array): boolean {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes) === ATTRIBUTES;
}

/** What is written together: a bag, and its line of the book. */
const ARCHIVE_JOURNAL: JournalRule = { files: (path) => ACCESSION.test(path), folder: BAG };

/** Does something with the archive alone, after completing what a cut run has begun. */
export function withArchive<T>(archive: string, action: () => Promise<T>): Promise<T> {
  return writeAlone(archive, action, { rule: ARCHIVE_JOURNAL });
}

/** TRC8318: nothing is there. Every command asks this but `trc archive add`, which begins an archive. @throws faults of the file system */
export async function missingArchive(archive: string): Promise<Diagnostic[]> {
  return (await isThere(archive)) ? [] : [raise(FINDINGS.TRC8318, { of: [archive] })];
}

/**
 * Adds to an archive whose book is whole. TRC0005: the day is none; TRC8314: it is damaged, and must not be continued; TRC8318: it is not there; TRC8331: the day
 * is before the last line;
 * TRC8201–TRC8206: the folder cannot be written.
 * @param begin makes the folder where there is none
 */
export async function addToBook<T>(
  { archive, today, begin = false }: { readonly archive: string; readonly today: string; readonly begin?: boolean },
  add: (book: Book) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const wrong = dayFaults({ today });
  if (wrong.length > 0) return { diagnostics: wrong };
  let begun: string | undefined;
  try {
    if (begin) begun = await mkdir(archive, { recursive: true });
    const missing = await missingArchive(archive);
    if (missing.length > 0) return { diagnostics: missing };
    return await withArchive(archive, async () => {
      const book = await readBook(archive);
      if (book.faults.length > 0)
        return { diagnostics: [raise(FINDINGS.TRC8314, { of: [archive], why: NOT_CONTINUED })] };
      const last = book.entries.at(-1)?.received ?? "";
      return today < last ? { diagnostics: [raise(FINDINGS.TRC8331, { of: [today, last] })] } : add(book);
    });
  } catch (error) {
    return { diagnostics: [storageFault(archive, error)] };
  } finally {
    if (begun !== undefined) await dropEmpty(archive, begun);
  }
}

/** Takes away a folder that nothing came into, and those above it up to `top`. */
async function dropEmpty(folder: string, top: string): Promise<void> {
  try {
    for (let path = resolve(folder); path.startsWith(resolve(top)); path = dirname(path)) await rmdir(path);
  } catch {
    // Something is in it.
  }
}

const NOT_CONTINUED = text(
  "Каждая запись книги продолжает предыдущую; продолжать повреждённую нельзя",
  "Each line of the book continues the one before it; a damaged one must not be continued",
);

/** What a line of the book says besides its place in the chain and the digests of the bag. */
export type BookLine = Pick<Accession, "document" | "bag" | "supplements" | "received" | "title">;

/**
 * Takes one bag in: it is staged whole, promised, moved to its place and entered in the book. Whenever it is cut, the next run completes or drops it.
 * @param readme words for whoever finds the archive; written with the first bag
 */
export async function takeIn(
  archive: string,
  bag: Files,
  { readme, ...line }: BookLine & { readonly readme: string },
): Promise<Accession> {
  await safeJoin(archive, line.bag);
  await safeJoin(archive, accessionPath(1));
  if (await isThere(join(archive, line.bag)))
    throw Object.assign(new Error("EEXIST"), { code: "EEXIST", path: join(archive, line.bag) });
  const { entries } = await readBook(archive);
  const whole: Accession = {
    ...line,
    ...next(entries, entries.length === 0 ? await beginArchive(archive, readme) : ""),
    disposedBy: null,
    tagmanifestSha256: sha256(bag.get("tagmanifest-sha256.txt") ?? new Uint8Array()),
    tagmanifestSha512: digest("sha512", bag.get("tagmanifest-sha512.txt") ?? new Uint8Array()),
  };
  const files = new Map([[accessionPath(whole.entry), encodeAccession(whole).text]]);
  await writeTogether(archive, { files, folder: { inside: line.bag, files: bag } }, ARCHIVE_JOURNAL);
  return whole;
}

/** Enters in the book that a document was disposed of by an act; its bag is the line's own. */
export async function enterDisposal(
  archive: string,
  bag: Accession,
  act: { readonly disposedBy: string; readonly received: string },
): Promise<void> {
  const line: Accession = { ...bag, ...next((await readBook(archive)).entries, ""), supplements: null, ...act };
  await createFile(await safeJoin(archive, accessionPath(line.entry)), encode(encodeAccession(line).text));
}

function next(book: readonly BookEntry[], readme: string): Pick<Accession, "entry" | "previous" | "readmeSha256"> {
  return {
    entry: book.length + 1,
    previous: book.at(-1)?.seal ?? null,
    readmeSha256: book[0]?.readmeSha256 ?? readme,
  };
}

/** Puts the README of a new archive there and gives its digest; one that lies there already stays as it is. */
async function beginArchive(archive: string, readme: string): Promise<string> {
  const path = await safeJoin(archive, README_NAME);
  if (!(await isThere(path))) await createFile(path, encode(readme));
  const attributes = await safeJoin(archive, ATTRIBUTES_NAME);
  if (!(await isThere(attributes))) await createFile(attributes, encode(ATTRIBUTES));
  return sha256(await readFile(path));
}

/** Completes or drops what a cut run left before the archive is read; a whole one that cannot be written (read-only media) is read as it is. */
export async function finishCutRun(archive: string): Promise<void> {
  if (await isCut(archive)) await withArchive(archive, async () => undefined);
}

/** A cut run has left something behind. False also where that cannot be seen. */
export async function isCut(archive: string): Promise<boolean> {
  try {
    return await isCutShort(archive);
  } catch {
    return false;
  }
}

/** What `read` finds in an archive. TRC8318: there is no such folder; TRC8205: it cannot be read. */
export async function openForReading<T>(archive: string, read: () => Promise<T>): Promise<Outcome<T>> {
  try {
    const diagnostics = await missingArchive(archive);
    return diagnostics.length > 0 ? { diagnostics } : { value: await read(), diagnostics };
  } catch (error) {
    return { diagnostics: [readingFault(archive, error)] };
  }
}
