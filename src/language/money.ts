import { cardinal, countForm, formatNumber } from "./numbers.ts";
import type { GrammaticalCase } from "./types.ts";

const NBSP = "\u00a0";

/** How a sum is printed. */
export type MoneyStyle = {
  /** Case of the whole: «в сумме 12 500 (двенадцать тысяч пятьсот) рублей» is the nominative, the words agree with it. */
  readonly case?: GrammaticalCase;
  /** A capital letter in the words, as acts and bills have it. */
  readonly capital?: boolean;
};

const ROUBLES: { readonly [name in GrammaticalCase]: readonly [one: string, few: string, many: string] } = {
  nominative: ["рубль", "рубля", "рублей"],
  genitive: ["рубля", "рублей", "рублей"],
  dative: ["рублю", "рублям", "рублям"],
  accusative: ["рубль", "рубля", "рублей"],
  instrumental: ["рублём", "рублями", "рублями"],
  prepositional: ["рубле", "рублях", "рублях"],
};

/**
 * Roubles in figures and words: «12 500 (двенадцать тысяч пятьсот) рублей 00 копеек»; in the genitive
 * «12 500 (двенадцати тысяч пятисот) рублей 00 копеек». Kopecks are rounded to whole ones. @throws RangeError as `cardinal`
 */
export function moneyInWords(amount: number, { case: name = "nominative", capital = false }: MoneyStyle = {}): string {
  const kopecks = Math.round(amount * 100);
  const roubles = Math.floor(kopecks / 100);
  const rest = kopecks % 100;
  const words = cardinal(roubles, { case: name });
  const [one, few, many] = ROUBLES[name];
  const shown = capital ? words.slice(0, 1).toUpperCase() + words.slice(1) : words;
  const small = countForm(rest, "копейка", "копейки", "копеек");
  return `${formatNumber(roubles)} (${shown}) ${countForm(roubles, one, few, many)} ${String(rest).padStart(2, "0")}${NBSP}${small}`;
}
