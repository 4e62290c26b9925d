import { createRequire } from "node:module";

/** The patterns of a language: letters lead step by step to the levels of the places between them; words that go their own way, by their places. */
type Patterns = readonly [
  levels: readonly (readonly number[])[],
  steps: Steps,
  exceptions: { readonly [word: string]: readonly number[] },
];
/** What a letter leads to: levels by their number, further letters, or both. */
type Steps = { readonly [letter: string]: number | Steps | readonly [Steps, number] };

const require = createRequire(import.meta.url);
let patterns: Patterns | null = null;
/** Letters that stand at least before and behind a hyphen. */
const BEFORE = 2;
const BEHIND = 3;
const known = new Map<string, readonly number[]>();
const KNOWN_MOST = 20_000;

/**
 * Where a Russian word of letters may be divided with a hyphen: `hyphenate("помещение")` → `[2, 4, 6]`, «по-ме-ще-ние». At least two
 * letters stay before a hyphen and three go behind it. The patterns are loaded when a word first asks for them.
 * @see Правила русской орфографии и пунктуации 1956 года, § 117–119; Liang. Word Hy-phen-a-tion by Com-put-er (1983)
 */
export function hyphenate(word: string): readonly number[] {
  const before = known.get(word);
  if (before !== undefined) return before;
  const places = placesIn(word).filter((at) => at >= BEFORE && word.length - at >= BEHIND);
  if (known.size < KNOWN_MOST) known.set(word, places);
  return places;
}

/** Places of odd level: of all patterns that a part of the word is like, the highest level counts. */
function placesIn(word: string): readonly number[] {
  patterns ??= require("hyphen/patterns/ru.js") as Patterns;
  const [table, steps, exceptions] = patterns;
  if (Object.hasOwn(exceptions, word)) return exceptions[word] ?? [];
  const levels = new Uint8Array(word.length + 1);
  const marked = `.${word}.`;
  for (let start = 0; start < marked.length - 2; start++) {
    let next: Steps | undefined = steps;
    for (let at = start; next !== undefined && at < marked.length; at++) {
      const step: Steps[string] | undefined = next[marked[at] as string];
      next = Array.isArray(step) ? step[0] : typeof step === "object" ? (step as Steps) : undefined;
      const number = Array.isArray(step) ? step[1] : step;
      if (typeof number === "number") raise(levels, Math.max(0, start - 1), table[number] ?? []);
    }
  }
  return [...levels.keys()].filter((at) => ((levels[at] ?? 0) & 1) === 1);
}

function raise(levels: Uint8Array, from: number, by: readonly number[]): void {
  for (let index = 0; index < by.length; index++)
    levels[from + index] = Math.max(by[index] as number, levels[from + index] as number);
}
