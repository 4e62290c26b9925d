import { dictionaryWord } from "./dictionary.ts";
import type { GrammaticalCase } from "./types.ts";

const GENITIVE = /^(?:без|вместо|вне|для|до|из|из-за|кроме|около|от|после|ради|среди|у)$/;
const BY_PREPOSITION: readonly (readonly [preposition: RegExp, cases: readonly GrammaticalCase[]])[] = [
  [GENITIVE, ["genitive"]],
  [/^(?:к|ко)$/, ["dative"]],
  [/^(?:над|перед)$/, ["instrumental"]],
  [/^(?:в|во|на)$/, ["accusative", "prepositional"]],
  [/^(?:о|об|обо|при)$/, ["prepositional"]],
  [/^по$/, ["dative", "prepositional"]],
  [/^(?:с|со)$/, ["genitive", "instrumental"]],
  [/^за$/, ["accusative", "instrumental"]],
];
/** «Его», «их» before a noun have its case without a change of their own. */
const UNCHANGED = /^(?:его|её|ее|их)$/;
/** «В году», «на краю»; «с виду»: cases of a few nouns that the dictionary has as the dative. */
const PLACE = /^(?:в|во|на)$/;
const SHORT = 5;
/** «По» takes the accusative of days and numbers too: what is surely none of them. */
const NO_DAY = /(?:ни[ея]|ости?|ств[ао]|ци[юя])$/;
/** «С неделю»: «с» takes the accusative of measures. */
const MEASURE = /^(?:тысяч|сотн|десят|дюжин|месяц|недел|полгода|минут|секунд|метр)/;

/** The cases that a preposition may stand with; none for a word that is no preposition of one meaning. */
export function casesAfter(preposition: string): readonly GrammaticalCase[] {
  return BY_PREPOSITION.find(([words]) => words.test(preposition.toLowerCase()))?.[1] ?? [];
}

/** The cases in which a form stands, as the dictionary has them; none for a word of another sort, or one that it has not got. */
export function casesOf(form: string): ReadonlySet<GrammaticalCase> {
  return dictionaryWord(form).cases;
}

/** True when the form stands in none of the cases that the preposition may stand with, as far as the dictionary knows both. */
export function isWrongAfter(preposition: string, form: string): boolean {
  const lower = preposition.toLowerCase();
  const wanted = casesAfter(lower);
  const cases = casesOf(form);
  if (wanted.length === 0 || cases.size === 0 || UNCHANGED.test(form)) return false;
  if (/[ую]$/.test(form) && (PLACE.test(lower) || form.length <= SHORT)) return false;
  if (cases.has("accusative") && (lower === "по" ? !NO_DAY.test(form) : /^со?$/.test(lower) && MEASURE.test(form)))
    return false;
  return !wanted.some((name) => cases.has(name));
}
