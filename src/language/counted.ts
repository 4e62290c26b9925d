import { collective, hasCollective } from "./collective.ts";
import { cardinal, countForm, formatNumber } from "./numbers.ts";
import { type Phrase, phraseForm, phraseOf } from "./phrase.ts";
import { type Declined, doubtful, type GrammaticalCase, joined, type PhraseSort, sure } from "./types.ts";

const NBSP = "\u00a0";

/** How a number with its noun is printed. */
export type CountStyle = {
  readonly case?: GrammaticalCase;
  /** digits: «2 экземпляра»; words: «два экземпляра»; collective: «трое сотрудников» where the language has it; none: the phrase alone. */
  readonly as?: "digits" | "words" | "collective" | "none";
};

/** Plural forms after a number that differ from the plural of the word. */
const SPECIAL: { readonly [word: string]: { readonly many: string; readonly genitive: string } } = {
  год: { many: "лет", genitive: "лет" },
  человек: { many: "человек", genitive: "человек" },
  раз: { many: "раз", genitive: "раз" },
};

/**
 * A number with what it counts, from the nominative singular: `counted(2, "базовая организация")` → «2 базовые организации»,
 * `counted(2, "экземпляр", {case: "prepositional", as: "words"})` → «двух экземплярах». A fraction takes the genitive singular.
 */
export function counted(value: number, what: string, style: CountStyle = {}): Declined {
  const { case: name = "nominative", as = "digits" } = style;
  const phrase = phraseOf(what, "phrase");
  if (phrase.number === "plural") return countedPlural(value, what, phrase, name, as);
  const things = thingsAfter(value, what, phrase, name, as === "collective" && hasCollective(value));
  if (as === "none") return things;
  return joined([sure(numeral(value, phrase, name, as)), things], as === "digits" ? NBSP : " ");
}

function numeral(value: number, phrase: Phrase, name: GrammaticalCase, as: "digits" | "words" | "collective"): string {
  if (as === "digits" || !Number.isInteger(value))
    return formatNumber(value, Number.isInteger(value) ? 0 : decimals(value));
  if (as === "collective" && hasCollective(value)) return collective(value, name, phrase.animate);
  return cardinal(value, { case: name, gender: phrase.gender ?? "masculine", animate: phrase.animate });
}

/** Digits after the comma as they were given. */
function decimals(value: number): number {
  return Math.min(3, String(value).split(".")[1]?.length ?? 0);
}

function thingsAfter(
  value: number,
  what: string,
  phrase: Phrase,
  name: GrammaticalCase,
  collectively: boolean,
): Declined {
  const special = SPECIAL[what.toLowerCase()];
  if (!Number.isInteger(value)) return phraseForm(what, phrase, "genitive");
  const size = collectively ? "many" : countForm(value, "one", "few", "many");
  if (size === "one") return phraseForm(what, phrase, name);
  const direct = name === "nominative" || (name === "accusative" && (!phrase.animate || size === "many" || value > 20));
  if (!direct) {
    if (special !== undefined && (name === "genitive" || name === "accusative")) return sure(special.genitive);
    const animateFew = name === "accusative" ? "genitive" : name;
    return phraseForm(what, phrase, animateFew, "plural");
  }
  if (size === "many")
    return special === undefined ? phraseForm(what, phrase, "genitive", "plural") : sure(special.many);
  return few(what, phrase);
}

/** After 2, 3, 4: the noun in the genitive singular; what agrees with it in the genitive plural, with a feminine noun in the nominative plural. */
function few(what: string, phrase: Phrase): Declined {
  if (phrase.substantive)
    return phraseForm(what, phrase, phrase.gender === "feminine" ? "nominative" : "genitive", "plural");
  const agreeing = phrase.gender === "feminine" ? "nominative" : "genitive";
  // The head is the only slot whose forms in the singular and the plural are both asked here.
  const forms = phrase.slots.map((slot, index) =>
    index === phrase.head ? slot("genitive", "singular", phrase) : slot(agreeing, "plural", phrase),
  );
  if (forms.includes(null))
    return doubtful(what, { ru: "в словаре нет нужной формы", en: "the dictionary lacks the form" });
  const text = forms.join("");
  return phrase.doubt === null ? sure(text) : doubtful(text, phrase.doubt);
}

/** Words given in the plural («дети», «сутки»): 5 детей, двое суток. */
function countedPlural(
  value: number,
  what: string,
  phrase: Phrase,
  name: GrammaticalCase,
  as: NonNullable<CountStyle["as"]>,
): Declined {
  const direct = name === "nominative" || (name === "accusative" && !phrase.animate);
  const things = phraseForm(what, phrase, direct ? "genitive" : name);
  if (as === "none") return things;
  const few = countForm(value, "one", "few", "many") !== "many";
  if (few && !hasCollective(value))
    return doubtful(`${formatNumber(value)}${NBSP}${things.text}`, {
      ru: `«${what}» не сочетается с числом ${value}`,
      en: `“${what}” cannot stand with the number ${value}`,
    });
  if (hasCollective(value) && (as === "collective" || as === "words") && direct)
    return joined([sure(collective(value, name, phrase.animate)), things], " ");
  if (as === "digits") return joined([sure(formatNumber(value)), things], NBSP);
  return joined([sure(cardinal(value, { case: name, animate: phrase.animate })), things], " ");
}

/** A phrase in the singular or the plural by the number alone: `agreeNumber(3, "лицо, указанное")`. */
export function phraseByNumber(
  value: number,
  what: string,
  name: GrammaticalCase,
  sort: PhraseSort = "phrase",
): Declined {
  const phrase = phraseOf(what, sort);
  return phraseForm(what, phrase, name, value === 1 ? "singular" : "plural");
}
