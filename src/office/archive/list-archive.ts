import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Outcome } from "../../base/diagnostics/index.ts";
import { folded, numericDate } from "../../base/text/index.ts";
import { readInfo } from "./bag.ts";
import { type Book, readBook } from "./book.ts";
import { holdingsOf } from "./holdings.ts";
import { openForReading } from "./open-archive.ts";

/** A document of the archive as its bag describes it. */
export type ArchivedDocument = {
  readonly entry: number;
  readonly document: string;
  /** URN of the document, the same in every archive that holds it. */
  readonly identifier: string;
  readonly title: string;
  readonly number: string | null;
  readonly date: string;
  readonly received: string;
  readonly caseIndex: string | null;
  readonly article: string;
  readonly term: string;
  readonly destroyNotBefore: string | null;
  /** Act by which it was disposed of; null for what is kept. */
  readonly disposedBy: string | null;
  /** Folder of the newest version of its bag, how many versions there are and how many signatures are in the newest. */
  readonly bag: string;
  readonly versions: number;
  readonly signatures: number;
  /** Size of the payload. */
  readonly bytes: number;
};

/** The documents of an archive that is there, in the order of the book. */
export async function archivedDocuments(archive: string, book: Book): Promise<ArchivedDocument[]> {
  const found: ArchivedDocument[] = [];
  for (const { document, bags, newest, disposedBy } of holdingsOf(book)) {
    const info = readInfo(await readFile(join(archive, newest.bag, "bag-info.txt")).catch(() => new Uint8Array()));
    const names = await readdir(join(archive, newest.bag, "data")).catch((): string[] => []);
    found.push({
      entry: bags[0]?.entry ?? newest.entry,
      document,
      identifier: info.get("External-Identifier") ?? "",
      title: newest.title,
      number: info.get("Document-Number") ?? null,
      date: info.get("Document-Date") ?? "",
      received: bags[0]?.received ?? newest.received,
      caseIndex: info.get("Bag-Group-Identifier") ?? null,
      article: info.get("Retention-Article") ?? "",
      term: info.get("Retention-Term") ?? "",
      destroyNotBefore: info.get("Destroy-Not-Before") ?? null,
      disposedBy,
      bag: newest.bag,
      versions: bags.length,
      signatures: names.filter((name) => /^document\.pdf(\.\d+)?\.sig$/.test(name)).length,
      bytes: Number((info.get("Payload-Oxum") ?? "0").split(".")[0]),
    });
  }
  return found;
}

/** Every document of the archive in the order of the book. TRC8318: there is no such folder; TRC8205: it cannot be read. */
export function listArchive(archive: string): Promise<Outcome<readonly ArchivedDocument[]>> {
  return openForReading(archive, async () => archivedDocuments(archive, await readBook(archive)));
}

/** Documents whose title, number, date, case or words hold every word of the query, whatever the case of letters and «ё». TRC8318, TRC8205. */
export function findArchived(archive: string, query: string): Promise<Outcome<readonly ArchivedDocument[]>> {
  return openForReading(archive, () => matching(archive, query));
}

async function matching(archive: string, query: string): Promise<ArchivedDocument[]> {
  const wanted = plain(query)
    .split(" ")
    .filter((word) => word !== "");
  const found: ArchivedDocument[] = [];
  for (const document of await archivedDocuments(archive, await readBook(archive))) {
    const words = await readFile(join(archive, document.bag, "data/words.txt"), "utf8").catch(() => "");
    const { title, number, date, caseIndex } = document;
    const text = plain([document.document, title, number, date, numericDate(date), caseIndex, words].join(" "));
    if (wanted.every((word) => text.includes(word))) found.push(document);
  }
  return found;
}

function plain(text: string): string {
  return folded(text).replace(/\s+/gu, " ");
}
