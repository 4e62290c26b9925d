import { Case as NumeralCase, Gender as NumeralGender, numeralize } from "numeralize-ru";
import type { Gender, GrammaticalCase, GrammaticalNumber } from "./types.ts";

const NBSP = "\u00a0";

const CASE_OF = {
  nominative: NumeralCase.Nominative,
  genitive: NumeralCase.Genitive,
  dative: NumeralCase.Dative,
  accusative: NumeralCase.Accusative,
  instrumental: NumeralCase.Instrumental,
  prepositional: NumeralCase.Prepositional,
} as const;
const GENDER_OF = {
  masculine: NumeralGender.Masculine,
  feminine: NumeralGender.Feminine,
  neuter: NumeralGender.Neuter,
} as const;

/** Which form of a numeral is asked for. */
export type NumeralForm = {
  readonly case?: GrammaticalCase;
  readonly gender?: Gender;
  readonly animate?: boolean;
  /** Only ordinals have a plural: «первые». */
  readonly number?: GrammaticalNumber;
};

/** Cardinal in words: `cardinal(2, {case: "genitive"})` → «двух». @throws RangeError for a number that is not a safe non-negative integer */
export function cardinal(value: number, form: NumeralForm = {}): string {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`not a whole number: ${value}`);
  return numeralize(
    value,
    GENDER_OF[form.gender ?? "masculine"],
    CASE_OF[form.case ?? "nominative"],
    form.animate ?? false,
  );
}

/** The form of a counted word after a number: 1 лист, 2 листа, 5 листов, 11 листов; a fraction takes the second. */
export function countForm(value: number, one: string, few: string, many: string): string {
  if (!Number.isInteger(value)) return few;
  const tens = Math.abs(value) % 100;
  const units = tens % 10;
  if (tens >= 11 && tens <= 14) return many;
  if (units === 1) return one;
  return units >= 2 && units <= 4 ? few : many;
}

/** Digits with a comma and, from five digits, groups of three parted by no-break spaces: «12 500,5». */
export function formatNumber(value: number, digits = 0): string {
  const [whole = "0", fraction] = Math.abs(value).toFixed(digits).split(".");
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, NBSP) : whole;
  return (value < 0 ? "−" : "") + grouped + (fraction === undefined ? "" : `,${fraction}`);
}
