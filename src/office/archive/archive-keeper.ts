import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { text } from "../../base/diagnostics/index.ts";
import { type HeadKeeper, readKeptHeads } from "../../paperwork/register/index.ts";
import { readBook } from "./book.ts";

/** An archive as one that remembers the register: its newest bag that has the heads. None where there is no archive or it cannot be read. */
export async function archiveKeeper(archive: string): Promise<HeadKeeper[]> {
  const { entries } = await readBook(archive).catch(() => ({ entries: [] }));
  // A later version of a bag says of the register what the first has said.
  for (const { bag } of entries.filter((one) => one.supplements === null && one.disposedBy === null).reverse()) {
    const kept = await readFile(join(archive, bag, "data/register-heads.txt"), "utf8").catch(() => "");
    const heads = readKeptHeads(kept);
    if (heads.length > 0) return [{ name: text(`архив ${archive}`, `the archive ${archive}`), centre: null, heads }];
  }
  return [];
}
