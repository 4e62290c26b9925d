import { join } from "node:path";
import { isThere } from "../../base/storage/index.ts";
import { ACCESSIONS_FOLDER, type Accession, accessionPath, decodeAccession } from "./accession.ts";
import type { Files } from "./bag.ts";
import { readFiles } from "./read-files.ts";

/** A line of the book with its seal and its file inside the archive. */
export type BookEntry = Accession & { readonly seal: string; readonly path: string };

/** The book of accessions. */
export type Book = {
  /** What can be read of it, by names of the files. */
  readonly entries: readonly BookEntry[];
  /** Entries up to the first fault. */
  readonly whole: readonly BookEntry[];
  readonly faults: readonly BookFault[];
};

/** What is wrong with a file of the book; `expected` is the number its entry should have. */
export type BookFault = {
  readonly path: string;
  readonly reason: "changed" | "misplaced" | "broken";
  readonly expected: number;
  /** The bag that a changed line names, as far as that can be read. */
  readonly bag?: string;
};

/** Reads the book out of the files of an archive: names run without a gap, each line continues the one before it. */
export function bookIn(files: Files): Book {
  const entries: BookEntry[] = [];
  const whole: BookEntry[] = [];
  const faults: BookFault[] = [];
  let changed = false;
  const paths = [...files.keys()].filter((path) => path.startsWith(`${ACCESSIONS_FOLDER}/`) && !path.includes("/."));
  for (const [index, path] of paths.sort().entries()) {
    const add = (reason: BookFault["reason"]): number => faults.push({ path, reason, expected: index + 1 });
    const bytes = files.get(path) ?? new Uint8Array();
    const decoded = decodeAccession(bytes);
    if (decoded === null) {
      const [, bag] = /^Bag: *(\S+)/m.exec(new TextDecoder().decode(bytes)) ?? [];
      faults.push({ path, reason: "changed", expected: index + 1, ...(bag === undefined ? {} : { bag }) });
      changed = true;
      continue;
    }
    const { accession, seal } = decoded;
    if (path !== accessionPath(accession.entry) || accession.entry !== index + 1) add("misplaced");
    // What a changed line was sealed with is not known: the line after it is not to blame.
    if (!changed && accession.previous !== (entries.at(-1)?.seal ?? null)) add("broken");
    changed = false;
    entries.push({ ...accession, seal, path });
    if (faults.length === 0) whole.push({ ...accession, seal, path });
  }
  return { entries, whole, faults };
}

/** The book as it lies in the archive; empty where nothing was taken in yet. @throws faults of the file system */
export async function readBook(archive: string): Promise<Book> {
  const folder = join(archive, ACCESSIONS_FOLDER);
  const { files } = ((await isThere(folder)) ? await readFiles(folder) : undefined) ?? { files: new Map() };
  return bookIn(new Map([...files].map(([name, bytes]) => [`${ACCESSIONS_FOLDER}/${name}`, bytes])));
}
