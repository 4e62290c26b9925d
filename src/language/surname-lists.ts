import data from "./surname-lists.json" with { type: "json" };

const LISTS = new Map(Object.entries(data).map(([name, { words }]) => [name, new Set(words.split(" "))]));

/** True when a word (lower case, «ё» as «е») is in a list that no rule of endings can replace; the file says what each is for. */
export function isListed(word: string, list: keyof typeof data): boolean {
  return LISTS.get(list)?.has(word) ?? false;
}
