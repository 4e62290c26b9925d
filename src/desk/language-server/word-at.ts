import type { Asked } from "./cursor.ts";
import { cursorAt } from "./cursor.ts";

/** The key or value that a position lies in: the keys that lead to it and its word, as it is written. */
export function wordAt({
  text,
  line,
  character,
}: Asked): { readonly path: readonly string[]; readonly word: string; readonly isKey: boolean } | null {
  const lines = text.split(/\r\n|\n|\r/);
  const whole = lines[line] ?? "";
  const signs = /[\p{L}\p{N}_./-]/u;
  let [from, to] = [character, character];
  while (from > 0 && signs.test(whole[from - 1] ?? "")) from--;
  while (to < whole.length && signs.test(whole[to] ?? "")) to++;
  if (from === to) return null;
  const isKey = /^["']?[ \t]*:(?:[ \t]|$)/.test(whole.slice(to));
  const cursor = cursorAt(lines, line, isKey ? from : to);
  const word = whole.slice(from, to);
  return { path: isKey ? [...cursor.path, word] : cursor.path, word, isKey };
}
