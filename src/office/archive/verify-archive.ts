import { type Diagnostic, raise } from "../../base/diagnostics/index.ts";
import { readingFault, storageFault } from "../../base/storage/index.ts";
import { sha256 } from "../../base/text/index.ts";
import { ACCESSIONS_FOLDER, accessionPath, decodeAccession } from "./accession.ts";
import { bagFaults, type Files } from "./bag.ts";
import { FINDINGS } from "./findings.ts";
import { bagIsGone, bagWasReplaced, bookFault, extraThere, fileFault, readmeFault } from "./fixity-faults.ts";
import { finishCutRun, isCut, README_NAME } from "./open-archive.ts";
import { isTheOne } from "./read-bag.ts";
import { readFiles } from "./read-files.ts";
import { registerFaults } from "./register-faults.ts";

/** What holds in the archive and what does not. */
export type FixityReport = {
  readonly diagnostics: readonly Diagnostic[];
  readonly bags: readonly FixityOfBag[];
  /** Files and bytes that were read. */
  readonly files: number;
  readonly bytes: number;
  /** Seal of the newest accession: kept elsewhere, it tells when the end of the archive is cut off. */
  readonly head: string | null;
};

/** The state of one bag. */
type FixityOfBag = {
  readonly document: string;
  readonly bag: string;
  readonly title: string;
  readonly files: number;
  readonly bytes: number;
  readonly intact: boolean;
};

/**
 * Reads every byte of an archive again. Codes TRC8310–TRC8318.
 * @param content content folder whose register is compared with the archive, or null
 */
export async function verifyArchive(archive: string, content: string | null): Promise<FixityReport> {
  try {
    await finishCutRun(archive);
    const all = await readFiles(archive);
    if (all === undefined) return failed([raise(FINDINGS.TRC8318, { of: [archive] })]);
    return verifyFiles(
      archive,
      all.files,
      all.strange,
      content === null ? null : await readFiles(`${content}/register`),
    );
  } catch (error) {
    // To complete a cut run it has to write; everything else is reading.
    return failed([(await isCut(archive)) ? storageFault(archive, error) : readingFault(archive, error)]);
  }
}

function verifyFiles(
  archive: string,
  files: Files,
  strange: readonly string[],
  register: { readonly files: Files } | null | undefined,
): FixityReport {
  const found: Diagnostic[] = strange.filter((path) => !isOwn(path)).map((path) => extraThere(archive, path));
  const book = bookFaults(archive, files, found);
  const bags: FixityOfBag[] = [];
  const known = new Set<string>();
  const disposed = new Set(book.filter(({ disposedBy }) => disposedBy !== null).map(({ document }) => document));
  for (const accession of book) {
    // A line about a document that was given up speaks of no bag of its own.
    if (accession.disposedBy !== null) continue;
    const inside = insideOf(files, accession.bag);
    for (const path of inside.keys()) known.add(`${accession.bag}/${path}`);
    // What was given up may be gone; what of it is still there has to be as it was.
    if (disposed.has(accession.document) && inside.size === 0) continue;
    const faults = bagDiagnostics(archive, accession, inside);
    found.push(...faults);
    bags.push({
      document: accession.document,
      bag: accession.bag,
      title: accession.title,
      files: inside.size,
      bytes: [...inside.values()].reduce((sum, { length }) => sum + length, 0),
      intact: faults.length === 0,
    });
    // The next version of a bag says of the register what the first has said.
    if (register !== null && accession.supplements === null)
      found.push(...registerFaults(archive, accession, inside, register?.files ?? new Map()));
  }
  for (const path of files.keys()) if (!known.has(path) && !isOwn(path)) found.push(extraThere(archive, path));
  return {
    diagnostics: found,
    bags,
    files: files.size,
    bytes: [...files.values()].reduce((sum, { length }) => sum + length, 0),
    head: book.at(-1)?.seal ?? null,
  };
}

/** Files of the archive itself; the lock is ours while we look. */
function isOwn(path: string): boolean {
  return path === README_NAME || path.startsWith(`${ACCESSIONS_FOLDER}/`) || /^\.trc-lock(-|$)/.test(path);
}

type BookLine = NonNullable<ReturnType<typeof decodeAccession>>["accession"] & { readonly seal: string };

/** The book of accessions: names run without a gap, each line continues the one before it. */
function bookFaults(archive: string, files: Files, found: Diagnostic[]): BookLine[] {
  const book: BookLine[] = [];
  const names = [...files.keys()].filter((path) => path.startsWith(`${ACCESSIONS_FOLDER}/`)).sort();
  for (const [index, path] of names.entries()) {
    const decoded = decodeAccession(files.get(path) ?? new Uint8Array());
    if (decoded === null) {
      found.push(bookFault(archive, path, "changed"));
      continue;
    }
    const { accession, seal } = decoded;
    if (path !== accessionPath(accession.entry) || accession.entry !== index + 1)
      found.push(bookFault(archive, path, "misplaced", index + 1));
    const before = book.at(-1);
    if (accession.previous !== (before?.seal ?? null)) found.push(bookFault(archive, path, "broken"));
    book.push({ ...accession, seal });
  }
  const readme = files.get(README_NAME);
  const first = book[0];
  if (first !== undefined && (readme === undefined || sha256(readme) !== first.readmeSha256))
    found.push(readmeFault(`${archive}/${README_NAME}`, readme === undefined));
  return book;
}

function bagDiagnostics(archive: string, accession: BookLine, inside: Files): Diagnostic[] {
  if (inside.size === 0) return [bagIsGone(accession)];
  const place = `${archive}/${accession.bag}`;
  const faults = bagFaults(inside).map(({ path, reason }) => fileFault(reason, `${place}/${path}`, accession.title));
  return faults.length > 0 || isTheOne(inside, accession) ? faults : [bagWasReplaced(accession)];
}

function failed(diagnostics: readonly Diagnostic[]): FixityReport {
  return { diagnostics, bags: [], files: 0, bytes: 0, head: null };
}

/** Files of a folder by their paths inside it. */
export function insideOf(files: Files, folder: string): Map<string, Uint8Array> {
  const prefix = `${folder}/`;
  return new Map(
    [...files].filter(([path]) => path.startsWith(prefix)).map(([path, bytes]) => [path.slice(prefix.length), bytes]),
  );
}
