import { dictionaryWord } from "./dictionary.ts";
import { cardinal } from "./numbers.ts";
import { type Analysis, unchanged } from "./phrase-analysis.ts";
import type { Slot } from "./phrase-slots.ts";
import { bare, NOTHING, type Token, textOf } from "./phrase-tokens.ts";
import { isCapitals } from "./spelling.ts";
import type { GrammaticalCase, GrammaticalNumber } from "./types.ts";

/** Simple numerals that rule a noun, by their nominative. */
const NUMERALS: ReadonlyMap<string, number> = new Map([
  ["две", 2],
  ...[2, 3, 4, ...Array.from({ length: 16 }, (_, at) => at + 5), 30, 40, 50, 60, 70, 80, 90, 100].map(
    (value) => [cardinal(value, { case: "nominative" }), value] as const,
  ),
]);

/** «Две недели», «пять дней»: a numeral and the noun it rules. */
export function numeralPhrase(tokens: readonly Token[]): Analysis | null {
  const [first = NOTHING, second = NOTHING] = tokens;
  const value = NUMERALS.get(first.text.toLowerCase());
  if (value === undefined || second === NOTHING) return null;
  const { word, tail } = bare(second);
  const wanted: GrammaticalNumber = value < 5 ? "singular" : "plural";
  const nouns = dictionaryWord(word).genitives.filter(
    ({ number, gender, forms }) =>
      number === wanted &&
      forms.plural.dative !== undefined &&
      (value !== 2 || (gender === "feminine") === /^две$/i.test(first.text)),
  );
  const [noun] = nouns;
  const whole = unchanged(textOf(tokens));
  if (
    noun === undefined ||
    tokens.length > 2 ||
    nouns.some((one) => one.forms.plural.dative !== noun.forms.plural.dative)
  )
    return {
      ...unchanged(textOf(tokens), "unknown"),
      number: "plural",
      doubt: {
        ru: "числительное со словами, которые не разобраны",
        en: "a numeral with words that are not understood",
      },
    };
  const { animate } = noun;
  const gender = noun.gender ?? "masculine";
  const direct = (name: GrammaticalCase): boolean =>
    name === "nominative" || (name === "accusative" && (!animate || value > 4));
  const keep = (form: string): string =>
    isCapitals(first.text)
      ? form.toUpperCase()
      : /^\p{Lu}/u.test(first.text)
        ? form.slice(0, 1).toUpperCase() + form.slice(1)
        : form;
  const numeral: Slot = {
    role: "numeral",
    text: first.text,
    form: (name) => (direct(name) ? first.text : keep(cardinal(value, { case: name, gender, animate }))),
  };
  const things: Slot = {
    role: "head",
    text: second.text,
    form: (name) =>
      direct(name)
        ? second.space + second.text
        : `${second.space}${noun.forms.plural[name === "accusative" ? "genitive" : name] ?? word}${tail}`,
  };
  return { ...whole, slots: [numeral, things], head: 1, gender, number: "plural", animate, doubt: null };
}
