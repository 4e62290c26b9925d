import { COMMON_NOUNS } from "./common-nouns.ts";
import { declineNoun } from "./nouns.ts";
import type { Gender, GrammaticalCase } from "./types.ts";

/** A noun that no dictionary has, whose paradigm its last part settles. */
export type ComposedNoun = {
  readonly gender: Gender;
  readonly animate: boolean;
  readonly form: (name: GrammaticalCase) => string;
};

/** First parts that stand before any noun without a letter between. */
const FIRST = /^(мега|мини|микро|макро|супер|гипер|мульти|мета|кибер|медиа|теле|спорт|меж|полит|арт|квант)$/;
/** Men by what they do: «профориентолог», «документовед». All such words decline alike. */
const BY_TRADE = /.{2}(олог|овед|ограф)$/;
/** «Юнармеец» – «юнармейца», «кванторианец» – «кванторианца»: behind these letters the vowel always falls out. */
const MEMBER = /(е|[аяи]н)ец$/;

/** The noun behind a word in lower case that the dictionary has not got; null when its ending proves nothing. */
export function composedNoun(word: string): ComposedNoun | null {
  for (let at = 2; at <= word.length - 5; at++) {
    const [first, last] = [word.slice(0, at), word.slice(at)];
    const traits = COMMON_NOUNS.get(last);
    if (traits !== undefined && (/[оеё]$/.test(first) || FIRST.test(first)))
      return { ...traits, form: (name) => first + declineNoun(last, name, traits) };
  }
  if (BY_TRADE.test(word)) {
    const traits = { gender: "masculine", animate: true } as const;
    return { ...traits, form: (name) => declineNoun(word, name, traits) };
  }
  if (!MEMBER.test(word)) return null;
  const stem = `${word.slice(0, -2).replace(/е$/, "ей")}ц`;
  return {
    gender: "masculine",
    animate: true,
    form: (name) => (name === "nominative" ? word : stem + MEMBER_ENDINGS[name]),
  };
}

const MEMBER_ENDINGS = { genitive: "а", dative: "у", accusative: "а", instrumental: "ем", prepositional: "е" } as const;
