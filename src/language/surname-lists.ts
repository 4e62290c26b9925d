import { existsSync, readFileSync } from "node:fs";
import data from "./surname-lists.json" with { type: "json" };

type Lists<Name extends string> = ReadonlyMap<Name, ReadonlySet<string>>;
type WordList =
  | "adjective"
  | "fleeting"
  | "nounOnIkh"
  | "nounOnPossessive"
  | "nounOnPossessiveA"
  | "nounOnY"
  | "owner"
  | "possessive";

const LISTS = setsOf(Object.entries(data).map(([name, list]) => [name as keyof typeof data, list.words]));
let known: Lists<WordList> | null = null;

/** True when a word (lower case, «ё» as «е») is in a list that no rule of endings can replace; the file says what each is for. */
export function isListed(word: string, list: keyof typeof data): boolean {
  return LISTS.get(list)?.has(word) ?? false;
}

/**
 * True when the dictionary has the word as such a surname or common noun; `scripts/surname-words.py` says what each list is. The file (80 KB)
 * is read at the first question and stays a file of its own, as its licence asks.
 */
export function isKnown(word: string, list: WordList): boolean {
  known ??= setsOf(Object.entries(readWords()));
  return known.get(list)?.has(word) ?? false;
}

function readWords(): { readonly [list in WordList]: string } {
  const compiled = new URL("data/surname-words.json", import.meta.url);
  const file = existsSync(compiled) ? compiled : new URL("surname-words.json", import.meta.url);
  return JSON.parse(readFileSync(file, "utf8"));
}

function setsOf<Name extends string>(lists: readonly (readonly [string, string])[]): Lists<Name> {
  return new Map(lists.map(([name, text]) => [name as Name, new Set(text.split(" "))]));
}
