import { plain, sharedWords, WordFile, wordLines } from "../../typesetting/word/index.ts";
import type { SideDocument } from "./read-side.ts";

/** Fewer words in common, of all words, and it is another document. */
const LEAST_IN_COMMON = 0.5;

/** The document of a side that a file of Word is of: that of the same title, else the one that has most words in common; null: none of them. @throws NoWordFile */
export async function findOurs(
  returned: Uint8Array,
  documents: ReadonlyMap<string, SideDocument>,
): Promise<readonly [string, SideDocument] | null> {
  const { title } = new WordFile(returned);
  const named = [...documents].filter(([, document]) => document.title === title);
  const candidates = named.length > 0 ? named : [...documents];
  if (candidates.length === 1) return candidates[0] ?? null;
  const wanted = wordsOf(wordLines(returned));
  let [best, found]: [number, (typeof candidates)[number] | null] = [LEAST_IN_COMMON, null];
  for (const candidate of candidates) {
    const { lines, docx } = candidate[1];
    const bytes = lines === undefined ? await docx() : null;
    const likeness = sharedWords(wordsOf(lines?.() ?? (bytes === null ? [] : wordLines(bytes))), wanted);
    if (likeness > best) [best, found] = [likeness, candidate];
  }
  return found;
}

/** Words of lines, without signs. */
export const wordsOf = (lines: readonly string[]): string[] => plain(lines.join(" ")).match(/[\p{L}\p{N}]+/gu) ?? [];
