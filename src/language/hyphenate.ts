import { createRequire } from "node:module";

type Hyphenate = (text: string, options: { readonly hyphenChar: string; readonly minWordLength: number }) => string;
const require = createRequire(import.meta.url);
let patterns: Hyphenate | null = null;
const MARK = "\u00ad";
/** Letters that stand at least before and behind a hyphen. */
const BEFORE = 2;
const BEHIND = 3;
const known = new Map<string, readonly number[]>();
const KNOWN_MOST = 20_000;

/**
 * Where a Russian word of letters may be divided with a hyphen: `hyphenate("помещение")` → `[2, 4, 6]`, «по-ме-ще-ние». At least two
 * letters stay before a hyphen and three go behind it. The patterns are loaded when a word first asks for them.
 * @see Правила русской орфографии и пунктуации 1956 года, § 117–119
 */
export function hyphenate(word: string): readonly number[] {
  const before = known.get(word);
  if (before !== undefined) return before;
  patterns ??= (require("hyphen/ru") as { readonly hyphenateSync: Hyphenate }).hyphenateSync;
  const positions: number[] = [];
  let at = 0;
  for (const part of patterns(word, { hyphenChar: MARK, minWordLength: BEFORE + BEHIND }).split(MARK)) {
    at += part.length;
    if (at >= BEFORE && word.length - at >= BEHIND) positions.push(at);
  }
  if (known.size < KNOWN_MOST) known.set(word, positions);
  return positions;
}
