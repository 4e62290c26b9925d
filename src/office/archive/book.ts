import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Diagnostic, raise, text } from "../../base/diagnostics/index.ts";
import { ACCESSIONS_FOLDER, type Accession, accessionPath, decodeAccession } from "./accession.ts";
import { FINDINGS } from "./findings.ts";

/** A line of the book with its seal and place. */
export type BookEntry = { readonly accession: Accession; readonly seal: string; readonly path: string };

/** Readable accessions by name of their files; those that cannot be read are left out (verification tells of them). */
export async function readBook(archive: string): Promise<BookEntry[]> {
  const book: BookEntry[] = [];
  for (const name of await namesIn(archive)) {
    const path = `${ACCESSIONS_FOLDER}/${name}`;
    const decoded = await readFile(join(archive, path))
      .then(decodeAccession)
      .catch(() => null);
    if (decoded !== null) book.push({ ...decoded, path });
  }
  return book;
}

/** Entries up to the first break of the chain. */
export function wholeBook(book: readonly BookEntry[]): BookEntry[] {
  const whole: BookEntry[] = [];
  for (const entry of book) {
    const { entry: number, previous } = entry.accession;
    if (number !== whole.length + 1 || entry.path !== accessionPath(number)) break;
    if (previous !== (whole.at(-1)?.seal ?? null)) break;
    whole.push(entry);
  }
  return whole;
}

/** Why nothing may be added to the book: it is damaged, and a new line would continue the damage. TRC8314; empty for a whole one. */
export async function spoiltBook(archive: string): Promise<Diagnostic[]> {
  const names = await namesIn(archive);
  if (wholeBook(await readBook(archive)).length === names.length) return [];
  return [
    raise(FINDINGS.TRC8314, {
      message: text(
        `Книга поступлений архива «${archive}» повреждена: новое в него не принимается`,
        `The book of accessions of “${archive}” is damaged: nothing new is taken in`,
      ),
      why: text(
        "Каждая запись книги продолжает предыдущую; продолжать повреждённую нельзя",
        "Each line of the book continues the one before it; a damaged one must not be continued",
      ),
      hints: [
        text(
          `Посмотрите, что повреждено: trc archive verify --archive ${archive}`,
          `See what is damaged: trc archive verify --archive ${archive}`,
        ),
        text(
          "Восстановите книгу из второй копии: trc archive mirror ПАПКА",
          "Restore the book from the second copy: trc archive mirror FOLDER",
        ),
      ],
    }),
  ];
}

async function namesIn(archive: string): Promise<string[]> {
  const names = await readdir(join(archive, ACCESSIONS_FOLDER)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [] as string[];
    throw error;
  });
  return names.filter((one) => !one.startsWith(".")).sort();
}
