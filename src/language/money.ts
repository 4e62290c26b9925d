import { cardinal, countForm, formatNumber } from "./numbers.ts";

const NBSP = "\u00a0";

/** Roubles in figures and words: «12 500 (двенадцать тысяч пятьсот) рублей 00 копеек». Kopecks are rounded to whole ones. @throws RangeError as `cardinal` */
export function moneyInWords(amount: number): string {
  const kopecks = Math.round(amount * 100);
  const roubles = Math.floor(kopecks / 100);
  const rest = kopecks % 100;
  const small = countForm(rest, "копейка", "копейки", "копеек");
  const large = countForm(roubles, "рубль", "рубля", "рублей");
  return `${formatNumber(roubles)} (${cardinal(roubles)}) ${large} ${String(rest).padStart(2, "0")}${NBSP}${small}`;
}
