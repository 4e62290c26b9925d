import { type Diagnostic, raise, same, text } from "../../base/diagnostics/index.ts";
import { isFolder, readingFault, storageFault } from "../../base/storage/index.ts";
import { sha256 } from "../../base/text/index.ts";
import { missingFolder } from "../../project/reading/index.ts";
import { ACCESSION, type Accession, BAG, tellsOfRegister } from "./accession.ts";
import { bagFaults, type Files, isTheOne } from "./bag.ts";
import { type BookEntry, bookIn } from "./book.ts";
import { FINDINGS } from "./findings.ts";
import { bookFault, fileFault, lineEndsFault, unnamedBag } from "./fixity-faults.ts";
import { ATTRIBUTES_NAME, finishCutRun, isAttributes, isCut, missingArchive, README_NAME } from "./open-archive.ts";
import { type FolderContent, insideOf, readFiles, readTree } from "./read-files.ts";
import { notTakenIn, registerFaults } from "./register-faults.ts";
import { stampFaults } from "./renew-archive.ts";

/** What holds in the archive and what does not. */
export type FixityReport = {
  /** False when the folder is not there or cannot be read: nothing is known of the archive then. */
  readonly read: boolean;
  readonly diagnostics: readonly Diagnostic[];
  readonly bags: readonly FixityOfBag[];
  /** Files and bytes that were read. */
  readonly files: number;
  readonly bytes: number;
  /** Seal of the newest accession: kept elsewhere, it shows when the end of the archive is cut off. */
  readonly head: string | null;
  /** Lines of the book. */
  readonly entries: number;
  /** Issued documents of the register that are not in the book yet; null where no register was asked. */
  readonly waiting: number | null;
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
 * Reads every byte of an archive again. Codes TRC8310–TRC8318, TRC8333, TRC0001 (no such content folder), TRC8201–TRC8206.
 * @param content content folder whose register is compared with the archive, or null
 * @param told bags and lines of the book whose damage has been told already
 */
export async function verifyArchive(
  archive: string,
  content: string | null,
  told: ReadonlySet<string> = new Set(),
): Promise<FixityReport> {
  try {
    const missing = [
      ...(await missingArchive(archive)),
      ...(content === null || (await isFolder(content)) ? [] : [missingFolder("--content", content)]),
    ];
    if (missing.length > 0) return failed(missing);
    await finishCutRun(archive);
    const tree = await readTree(archive);
    const register = content === null ? null : await readFiles(`${content}/register`);
    const report = verifyFiles(archive, tree, { register, told });
    const stamps = await stampFaults(tree.files, bookIn(tree.files).entries);
    return { ...report, diagnostics: [...report.diagnostics, ...stamps] };
  } catch (error) {
    // To complete a cut run it has to write; everything else is reading.
    return failed([(await isCut(archive)) ? storageFault(archive, error) : readingFault(archive, error)]);
  }
}

/** The same of an archive whose files are at hand, be it not written yet. @param beside the register to compare with, or null */
export function verifyFiles(
  archive: string,
  { files, strange, litter }: FolderContent,
  beside: { readonly register: { readonly files: Files } | null | undefined; readonly told: ReadonlySet<string> },
): FixityReport {
  const { register, told } = beside;
  const extra = (path: string): Diagnostic => raise(FINDINGS.TRC8312, { of: [`${archive}/${path}`] });
  const unix = withUnixLines(files);
  if (unix !== null) {
    // Not a byte of the archive's own is lost: everything else is judged as it was before git touched it.
    const report = verifyFiles(archive, { files: unix.files, strange, litter }, beside);
    return { ...report, diagnostics: [lineEndsFault(archive, unix.changed), ...report.diagnostics] };
  }
  const { entries: book, faults: bookFaults } = bookIn(files);
  const whole = unnamedBags(files, book);
  const genuine = bookFaults.some(({ reason }) => reason === "changed") ? whole : new Set<string>();
  const found = [
    ...strange.filter((path) => !isOwn(path) && !told.has(bagOf(path))).map(extra),
    ...(litter.length > 0 ? [raise(FINDINGS.TRC8330, { of: [archive, litter] })] : []),
    ...bookFaults.filter(({ path }) => !told.has(path)).map((fault) => bookFault(archive, fault, genuine)),
    ...readmeFaults(archive, files.get(README_NAME), book[0]?.readmeSha256),
    ...(book.length === 0 || isAttributes(files.get(ATTRIBUTES_NAME) ?? new Uint8Array())
      ? []
      : [raise(FINDINGS.TRC8332, { of: [archive] })]),
  ];
  const bags: FixityOfBag[] = [];
  const known = new Set<string>();
  const disposed = new Set(book.filter(({ disposedBy }) => disposedBy !== null).map(({ document }) => document));
  for (const accession of book) {
    // A line about a document that was disposed of speaks of no bag of its own.
    if (accession.disposedBy !== null) continue;
    const inside = insideOf(files, accession.bag);
    for (const path of inside.keys()) known.add(`${accession.bag}/${path}`);
    // What was disposed of may be gone; what of it is still there has to be as it was.
    if (disposed.has(accession.document) && inside.size === 0) continue;
    const faults = bagDiagnostics(archive, accession, inside);
    if (!told.has(accession.bag)) found.push(...faults);
    bags.push({
      document: accession.document,
      bag: accession.bag,
      title: accession.title,
      files: inside.size,
      bytes: sizeOf(inside),
      intact: faults.length === 0,
    });
    if (register !== null && tellsOfRegister(accession))
      found.push(...registerFaults(archive, accession, { bag: inside, register: register?.files ?? new Map() }));
  }
  for (const path of files.keys())
    if (!known.has(path) && !isOwn(path) && !whole.has(bagOf(path))) found.push(extra(path));
  for (const bag of whole) if (!genuine.has(bag)) found.push(unnamedBag(archive, bag));
  return {
    read: true,
    diagnostics: found,
    bags,
    files: files.size,
    bytes: sizeOf(files),
    head: book.at(-1)?.seal ?? null,
    entries: book.length,
    waiting: register === null || register === undefined ? null : notTakenIn(register.files, book),
  };
}

/** Folder of the bag that a file lies in. */
function bagOf(path: string): string {
  return path.split("/").slice(0, 2).join("/");
}

/**
 * Bags that agree with themselves, though no line of the book that can be read names them. Where a line is damaged they were taken in, nobody has
 * smuggled them.
 */
function unnamedBags(files: Files, book: readonly BookEntry[]): ReadonlySet<string> {
  const named = new Set(book.map(({ bag }) => bag));
  const folders = new Set([...files.keys()].map(bagOf).filter((folder) => BAG.test(folder) && !named.has(folder)));
  return new Set([...folders].filter((folder) => bagFaults(insideOf(files, folder)).length === 0));
}

/** The files with the ends of lines that they were written with, where git for Windows has given others to the book; null where it has not. */
function withUnixLines(files: Files): { readonly files: Files; readonly changed: number } | null {
  const book = [...files].filter(([path]) => ACCESSION.test(path));
  if (book.length === 0 || !book.every(([, bytes]) => bytes.includes(0x0d) && unixLines(bytes) !== null)) return null;
  const mended = new Map<string, Uint8Array>();
  let changed = 0;
  for (const [path, bytes] of files) {
    const unix = unixLines(bytes);
    if (unix !== null) changed++;
    mended.set(path, unix ?? bytes);
  }
  return { files: mended, changed };
}

/** Bytes of a text all of whose lines end in CRLF, with LF; null for any other. Git takes what has a zero byte for no text. */
function unixLines(bytes: Uint8Array): Uint8Array | null {
  if (!bytes.includes(0x0d) || bytes.includes(0)) return null;
  const unix = bytes.filter((byte, index) => byte !== 0x0d || bytes[index + 1] !== 0x0a);
  const ends = unix.filter((byte) => byte === 0x0a).length;
  return bytes.length - unix.length === ends ? unix : null;
}

/** TRC8320: two copies of an archive whose books are not of one length or end differently. */
export function copiesDiffer(reports: readonly (FixityReport & { readonly archive: string })[]): Diagnostic[] {
  const [one, two] = reports.filter(({ read }) => read);
  if (one === undefined || two === undefined || one.head === two.head) return [];
  return [
    raise(FINDINGS.TRC8320, {
      message: text(
        `Копии архива не равны: в книге ${one.archive} записей – ${one.entries}, в книге ${two.archive} – ${two.entries}`,
        `The copies of the archive are not equal: the book of ${one.archive} has ${one.entries} entries, that of ${two.archive} ${two.entries}`,
      ),
      hints: text(
        `Доведите отставшую копию до другой: trc archive mirror ${two.archive} --archive ${one.archive}`,
        `Bring the one that lags behind up to the other: trc archive mirror ${two.archive} --archive ${one.archive}`,
      ),
    }),
  ];
}

/** Files of the archive itself; the lock is ours while we look. */
function isOwn(path: string): boolean {
  return path === README_NAME || path === ATTRIBUTES_NAME || /^(accessions\/[^.]|\.trc-lock(-|$))/.test(path);
}

/** The README of the archive is the one whose digest the first line of the book has. */
function readmeFaults(archive: string, readme: Uint8Array | undefined, digest: string | undefined): Diagnostic[] {
  if (digest === undefined || (readme !== undefined && sha256(readme) === digest)) return [];
  const what = text("памятка архива", "the archive's README");
  return [fileFault(readme === undefined ? "missing" : "changed", `${archive}/${README_NAME}`, what)];
}

function bagDiagnostics(archive: string, accession: Accession, inside: Files): Diagnostic[] {
  const { bag, title } = accession;
  if (inside.size === 0) return [raise(FINDINGS.TRC8315, { of: [bag, title] })];
  const faults = bagFaults(inside).map(({ path, reason }) =>
    fileFault(reason, `${archive}/${bag}/${path}`, same(title)),
  );
  return faults.length > 0 || isTheOne(inside, accession) ? faults : [raise(FINDINGS.TRC8316, { of: [bag] })];
}

function sizeOf(files: Files): number {
  return [...files.values()].reduce((sum, { length }) => sum + length, 0);
}

function failed(diagnostics: readonly Diagnostic[]): FixityReport {
  return { read: false, diagnostics, bags: [], files: 0, bytes: 0, head: null, entries: 0, waiting: null };
}
