import { collective, hasCollective } from "./collective.ts";
import { cardinal, countForm, formatNumber } from "./numbers.ts";
import { ofForms, type Phrase, phraseForm, phraseOf } from "./phrase.ts";
import { type Declined, type GrammaticalCase, joined, sure, unconfirmed } from "./types.ts";

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
  // The dictionary has the short form of speech first.
  грамм: { many: "граммов", genitive: "граммов" },
  килограмм: { many: "килограммов", genitive: "килограммов" },
};

/**
 * A number with what it counts, from the nominative singular: `counted(2, "базовая организация")` → «2 базовые организации»,
 * `counted(2, "экземпляр", {case: "prepositional", as: "words"})` → «двух экземплярах». A fraction takes the genitive singular.
 */
export function counted(value: number, what: string, style: CountStyle = {}): Declined {
  const { case: name = "nominative", as = "digits" } = style;
  const count: Count = { value, phrase: phraseOf(what, "phrase"), name, as };
  if (count.phrase.number === "plural") return countedPlural(count);
  const things = thingsAfter(count);
  return as === "none" ? things : joined([sure(numeral(count)), things], as === "digits" ? NBSP : " ");
}

/** A number with what it counts, in a case. */
type Count = {
  readonly value: number;
  readonly phrase: Phrase;
  readonly name: GrammaticalCase;
  readonly as: NonNullable<CountStyle["as"]>;
};

function numeral({ value, phrase, name, as }: Count): string {
  if (as === "digits" || !Number.isInteger(value)) return formatNumber(value, decimals(value));
  if (isCollective({ value, phrase, as })) return collective(value, name, phrase.animate);
  return cardinal(value, { case: name, gender: phrase.gender ?? "masculine", animate: phrase.animate });
}

/** «Двое учителей», but «две ученицы» and «два дома»: the collective is for men and mixed groups. */
function isCollective({ value, phrase, as }: Pick<Count, "value" | "phrase" | "as">): boolean {
  return as === "collective" && hasCollective(value) && phrase.animate && phrase.gender !== "feminine";
}

/** Digits after the comma as they were given. */
function decimals(value: number): number {
  return Math.min(3, String(value).split(".")[1]?.length ?? 0);
}

function thingsAfter({ value, phrase, name, as }: Count): Declined {
  const special = SPECIAL[phrase.text.toLowerCase()];
  if (!Number.isInteger(value)) return phraseForm(phrase, "genitive");
  const size = isCollective({ value, phrase, as }) ? "many" : countForm(value, "one", "few", "many");
  if (size === "one") return phraseForm(phrase, name);
  // «Тысяча» and «миллион» are nouns and rule the genitive in every case: «пятью тысячами рублей».
  if (value >= 1000 && value % 1000 === 0)
    return special === undefined ? phraseForm(phrase, "genitive", "plural") : sure(special.genitive);
  const direct = name === "nominative" || (name === "accusative" && (!phrase.animate || size === "many" || value > 20));
  if (!direct) {
    if (special !== undefined && (name === "genitive" || name === "accusative")) return sure(special.genitive);
    return phraseForm(phrase, name === "accusative" ? "genitive" : name, "plural");
  }
  if (size === "few") return few(phrase);
  return special === undefined ? phraseForm(phrase, "genitive", "plural") : sure(special.many);
}

/** After 2, 3, 4: the noun in the genitive singular; what agrees with it in the genitive plural, with a feminine noun in the nominative plural. */
function few(phrase: Phrase): Declined {
  const agreeing = phrase.gender === "feminine" ? "nominative" : "genitive";
  if (phrase.substantive) return phraseForm(phrase, agreeing, "plural");
  // The head is the only slot whose forms in the singular and the plural are both asked here.
  return ofForms(
    phrase,
    phrase.slots.map(({ form }, index) =>
      index === phrase.head ? form("genitive", "singular", phrase) : form(agreeing, "plural", phrase),
    ),
  );
}

/** Words given in the plural («дети», «сутки»): 5 детей, двое суток. */
function countedPlural({ value, phrase, name, as }: Count): Declined {
  const direct = name === "nominative" || (name === "accusative" && !phrase.animate);
  const things = phraseForm(phrase, direct ? "genitive" : name);
  if (as === "none") return things;
  const few = countForm(value, "one", "few", "many") !== "many";
  if (few && !hasCollective(value))
    return unconfirmed(`${formatNumber(value)}${NBSP}${things.text}`, {
      ru: `«${phrase.text}» не сочетается с числом ${value}`,
      en: `“${phrase.text}” cannot stand with the number ${value}`,
    });
  if (as === "digits") return joined([sure(formatNumber(value)), things], NBSP);
  const words =
    hasCollective(value) && direct
      ? collective(value, name, phrase.animate)
      : cardinal(value, { case: name, animate: phrase.animate });
  return joined([sure(words), things], " ");
}

/** A phrase in the singular or the plural by the number alone: `agreeNumber(3, "лицо, указанное")`. */
export function phraseByNumber(value: number, what: string, name: GrammaticalCase): Declined {
  return phraseForm(phraseOf(what, "phrase"), name, value === 1 ? "singular" : "plural");
}
