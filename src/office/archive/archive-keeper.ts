import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { text } from "../../base/diagnostics/index.ts";
import { type HeadKeeper, type KeptHead, readKeptHeads } from "../../paperwork/register/index.ts";
import { tellsOfRegister } from "./accession.ts";
import { readBook } from "./book.ts";

/** An archive as one that remembers the register: its newest bag that has the heads. None where there is no archive or it cannot be read. */
export async function archiveKeeper(archive: string): Promise<HeadKeeper[]> {
  const { entries } = await readBook(archive).catch(() => ({ entries: [] }));
  const own = entries.filter(tellsOfRegister).map(({ bag }) => join(archive, bag, "data"));
  for (const [index, bag] of own.reverse().entries()) {
    const kept = await fileOf(bag, HEADS);
    const heads = readKeptHeads(kept);
    if (heads.length === 0) continue;
    const named = await withDocuments(heads, kept, own.slice(index));
    return [{ name: text(`архив ${archive}`, `the archive ${archive}`), centre: null, heads: named }];
  }
  return [];
}

const HEADS = "register-heads.txt";

/** Heads with the documents whose entries they are, where these are among the bags that came at the same time and say the same. */
async function withDocuments(heads: readonly KeptHead[], kept: string, bags: readonly string[]): Promise<KeptHead[]> {
  const documents = new Map<string, string>();
  for (const bag of bags) {
    if (heads.every(({ seal }) => documents.has(seal)) || (await fileOf(bag, HEADS)) !== kept) break;
    const entry = await fileOf(bag, "register-entry.yaml");
    const [seal, document] = ["seal", "document"].map((key) => new RegExp(`^${key}: (\\S+)$`, "m").exec(entry)?.[1]);
    if (seal !== undefined && document !== undefined) documents.set(seal, document);
  }
  return heads.map((head) => {
    const document = documents.get(head.seal);
    return document === undefined ? head : { ...head, document };
  });
}

function fileOf(folder: string, name: string): Promise<string> {
  return readFile(join(folder, name), "utf8").catch(() => "");
}
