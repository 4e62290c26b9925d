import { stat } from "node:fs/promises";
import { join } from "node:path";
import { readGiven } from "../../base/storage/index.ts";
import { sha256 } from "../../base/text/index.ts";
import { yamlData } from "../../base/yaml/index.ts";
import type { RegisterEntry } from "../../paperwork/register/index.ts";

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
    if (text !== null) return entryIn(text);
  }
  return null;
}

/** Git for Windows and mail write CRLF: that changes no word. */
function entryIn(text: string): EntryFile | null {
  const [, above = "", seal] = /^(.*\n)seal: ([0-9a-f]{64})\n$/s.exec(text.replaceAll("\r\n", "\n")) ?? [];
  if (seal === undefined || sha256(above) !== seal) return null;
  const fields = yamlData(above) as EntryFile["fields"] | null;
  const isEntry =
    typeof fields?.document === "string" &&
    typeof fields.title === "string" &&
    typeof fields.registered === "string" &&
    typeof fields.entry === "number";
  return isEntry ? { fields: { ...fields, seal } } : null;
}
