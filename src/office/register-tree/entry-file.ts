import { stat } from "node:fs/promises";
import { join } from "node:path";
import { readGiven } from "../../base/storage/index.ts";
import { type RegisterEntry, sealedEntry } from "../../paperwork/register/index.ts";

/** An entry by its file. */
export type EntryFile = Pick<RegisterEntry, "fields">;

/** Where a bag of the archive keeps the entry. */
const IN_BAG = ["data/register-entry.yaml", "register-entry.yaml"];

/**
 * The entry in a file, in a bag of the archive or in an unpacked container, by its own seal: what is written in it is what was sealed. Null for what is
 * no entry or was changed.
 */
export async function readEntryFile(path: string): Promise<EntryFile | null> {
  const isFolder = (await stat(path).catch(() => null))?.isDirectory() === true;
  for (const file of isFolder ? IN_BAG.map((inside) => join(path, inside)) : [path]) {
    const text = await readGiven(file).then(String, () => null);
    const fields = text === null ? undefined : sealedEntry(text);
    if (fields !== undefined) return fields && { fields };
  }
  return null;
}
