import { existsSync, readFileSync } from "node:fs";
import { folded } from "../base/text/index.ts";
import { remembering } from "./remembering.ts";

/** Letters of the file by their numbers; «ё» is «е» there. */
const FIRST = "а".charCodeAt(0);
const LETTERS = Array.from({ length: 32 }, (_, at) => String.fromCharCode(FIRST + at));
const BYTES = 4;
/** Vowels are mistaken for one another; in a short word that would be another word. */
const VOWELS = "аеиоуыэюя";
const VOWEL = new RegExp(`[${VOWELS}]`);
const LONG = 7;
/** Above this it is no word, and its slips would be millions of letters. */
const LONGEST = 60;
const REMEMBERED = 20_000;

let edges: Buffer | null = null;

/**
 * Words that are one slip of the fingers away from a word that the dictionary has not got: two letters that changed places, a letter that is twice,
 * missing or needless, another vowel. The likeliest slip alone counts. Null for a word that it has; names of people and places are none of it.
 */
export function slipsOf(word: string): readonly string[] | null {
  return slips(folded(word));
}

const slips = remembering(REMEMBERED, (word) => (isWord(word) ? null : word.length > LONGEST ? [] : nearest(word)));

function isWord(word: string): boolean {
  let at = 0;
  let ends = false;
  for (let index = 0; index < word.length; index++) {
    if (index > 0 && at === 0) return false;
    const edge = edgeOf(at, word.charCodeAt(index) - FIRST);
    if (edge === null) return false;
    ends = (edge & 32) !== 0;
    at = edge >>> 7;
  }
  return ends;
}

/** The edge of a node that has the letter; `scripts/words.py` says what is in its bits. */
function edgeOf(node: number, letter: number): number | null {
  edges ??= open();
  for (let at = node; ; at++) {
    const edge = edges.readUInt32LE(at * BYTES);
    if ((edge & 31) === letter) return edge;
    if ((edge & 64) !== 0) return null;
  }
}

function nearest(word: string): readonly string[] {
  const places = Array.from({ length: word.length }, (_, at) => at);
  const without = (at: number): string => word.slice(0, at) + word.slice(at + 1);
  const twice = places.filter((at) => at > 0 && word[at] === word[at - 1]);
  // The first letter is seldom wrong: whoever begins a word looks at it.
  const ways: readonly (() => string[])[] = [
    () => places.slice(1).map((at) => word.slice(0, at) + (word[at + 1] ?? "") + word[at] + word.slice(at + 2)),
    () => twice.map(without),
    () => places.flatMap((at) => LETTERS.map((letter) => word.slice(0, at + 1) + letter + word.slice(at + 1))),
    () => places.slice(1).map(without),
    () =>
      word.length < LONG
        ? []
        : places
            .slice(1)
            .filter((at) => VOWEL.test(word[at] ?? ""))
            .flatMap((at) => [...VOWELS].map((vowel) => word.slice(0, at) + vowel + word.slice(at + 1))),
  ];
  for (const slip of ways) {
    const words = new Set(slip().filter((one) => one !== word && isWord(one)));
    if (words.size > 0) return [...words];
  }
  return [];
}

/** The file stays one of its own, as its licence asks. It is read at the first question. */
function open(): Buffer {
  const compiled = new URL("data/words.bin", import.meta.url);
  return readFileSync(existsSync(compiled) ? compiled : new URL("words.bin", import.meta.url));
}
