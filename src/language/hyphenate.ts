import { createRequire } from "node:module";

/** The patterns of a language: letters lead step by step to the levels of the places between them; words that go their own way, by their places. */
type Patterns = readonly [levels: readonly (readonly number[])[], steps: Steps, exceptions: Exceptions];
/** What a letter leads to: levels by their number, further letters, or both. */
type Steps = { readonly [letter: string]: Step };
type Step = number | Steps | readonly [Steps, number];
type Exceptions = { readonly [word: string]: readonly number[] };

const require = createRequire(import.meta.url);
let known: { readonly first: Reached; readonly exceptions: Exceptions } | null = null;
/** Letters that stand at least before and behind a hyphen. */
const BEFORE = 2;
const BEHIND = 3;
const words = new Map<string, readonly number[]>();
const WORDS_MOST = 20_000;

/**
 * Where a Russian word of letters may be divided with a hyphen: `hyphenate("помещение")` → `[2, 4, 6]`, «по-ме-ще-ние». At least two
 * letters stay before a hyphen and three go behind it. The patterns are loaded when a word first asks for them.
 * @see Правила русской орфографии и пунктуации 1956 года, § 117–119; Liang. Word Hy-phen-a-tion by Com-put-er (1983)
 */
export function hyphenate(word: string): readonly number[] {
  const before = words.get(word);
  if (before !== undefined) return before;
  const places = placesIn(word).filter((at) => at >= BEFORE && word.length - at >= BEHIND);
  if (words.size < WORDS_MOST) words.set(word, places);
  return places;
}

/** Places of odd level: of all patterns that a part of the word is like, the highest level counts. */
function placesIn(word: string): readonly number[] {
  known ??= load();
  const exception = Object.hasOwn(known.exceptions, word) ? known.exceptions[word] : undefined;
  if (exception !== undefined) return exception;
  const levels = new Uint8Array(word.length + 1);
  for (let start = -1; start < word.length; start++) {
    let reached: Reached | undefined = known.first;
    for (let at = start; at <= word.length; at++) {
      reached = reached.next[at < 0 || at === word.length ? EDGE : letterOf(word.charCodeAt(at))];
      if (reached === undefined) break;
      // Patterns of the beginning of a word are written without the level before it.
      raise(levels, Math.max(0, start), reached.levels);
    }
  }
  const places: number[] = [];
  for (let at = 0; at < levels.length; at++) if ((levels[at] as number) % 2 === 1) places.push(at);
  return places;
}

function raise(levels: Uint8Array, from: number, by: readonly number[]): void {
  for (let index = 0; index < by.length; index++)
    levels[from + index] = Math.max(by[index] as number, levels[from + index] as number);
}

/** What letters led to: levels, and what follows by the number of the next letter. */
type Reached = { readonly levels: readonly number[]; readonly next: readonly (Reached | undefined)[] };

function load(): NonNullable<typeof known> {
  const [table, steps, exceptions] = require("hyphen/patterns/ru.js") as Patterns;
  return { first: reachedBy(steps, table), exceptions };
}

function reachedBy(step: Step, table: Patterns[0]): Reached {
  if (typeof step === "number") return { levels: table[step] ?? [], next: [] };
  const [steps, number] = Array.isArray(step) ? (step as readonly [Steps, number]) : [step as Steps, -1];
  const next: Reached[] = [];
  for (const [letter, further] of Object.entries(steps))
    next[letter === "." ? EDGE : letterOf(letter.charCodeAt(0))] = reachedBy(further, table);
  return { levels: table[number] ?? [], next };
}

/** Letters are numbered from «а» to «ё»; behind them stand the edge of a word and the hyphen of patterns, then whatever no pattern knows. */
const [EDGE, HYPHEN, UNKNOWN] = [34, 35, 36];

function letterOf(code: number): number {
  const letter = code - 0x430;
  return letter >= 0 && letter < EDGE ? letter : code === 0x2d ? HYPHEN : UNKNOWN;
}
