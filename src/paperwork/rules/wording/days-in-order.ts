import { MONTHS, SPACE } from "../reference-date.ts";
import { type TextMatch, text, type WordingRule } from "../rule.ts";
import { inOrder } from "./in-order.ts";

/** A month, not minutes: «с 22.00 до 06.00», «22.30–06.30» are hours. */
const NUMERIC = "(\\d{2})\\.(0[1-9]|1[0-2])(?:\\.(\\d{4}))?(?!\\d)";
const WORDS = `(\\d{1,2})(?:${SPACE}(${MONTHS.join("|")})(?:${SPACE}(\\d{4}))?)?`;
const START = "(?<![\\d\\p{L}.])";
/** «с 18.02.2026 по 16.02.2026», «18.02.2026–16.02.2026». */
const DIGITS = new RegExp(
  `${START}(?:с${SPACE}${NUMERIC}${SPACE}(?:по|до)${SPACE}${NUMERIC}|${NUMERIC}${SPACE}?[–—-]${SPACE}?${NUMERIC})(?!\\.?\\d)`,
  "giu",
);
/** «с 18 по 16 февраля», «с 18 февраля 2026 г. по 16 января 2026 г.». */
const NAMED = new RegExp(
  `${START}с${SPACE}${WORDS}(?:${SPACE}(?:г\\.|года))?${SPACE}(?:по|до)${SPACE}${WORDS}(?!${SPACE}(?:следующ|будущ|очередн))`,
  "giu",
);

/** A span of days begins before it ends. */
export const daysInOrder: WordingRule = {
  code: "TRC4136",
  title: text("Дни идут от позднего к раннему", "Days go from the later to the earlier"),
  validations: ["V41"],
  severity: "warning",
  why: text(
    "Конец не бывает раньше начала: переставлены дни или не исправлен год",
    "The end is before the beginning: the days were swapped, or a year was left as it was",
  ),
  example: inOrder("принять заявки с 4 по 1 декабря", "принять заявки с 1 по 4 декабря"),
  recordsOnly: true,
  *findText(raw): Iterable<TextMatch> {
    for (const found of raw.matchAll(DIGITS)) {
      const [, d1, m1, y1, d2, m2, y2] = found[1] === undefined ? ["", ...found.slice(7)] : found;
      if (m1 !== undefined && m2 !== undefined && isReversed([y1, m1, d1], [y2, m2, d2])) yield said(found);
    }
    for (const found of raw.matchAll(NAMED)) {
      const [, d1, m1, y1, d2, m2, y2] = found;
      // «С 9 до 17 часов» has no month at all.
      if (m2 !== undefined && isReversed([y1, number(m1 ?? m2), d1], [y2, number(m2), d2])) yield said(found);
    }
  },
};

type Parts = readonly [year: string | undefined, month: string, day: string | undefined];

function number(name: string): string {
  return String(MONTHS.indexOf(name.toLowerCase()) + 1).padStart(2, "0");
}

/** Without both years «с 25 декабря по 10 января» is right: it goes over the new year. */
function isReversed([y1, m1, d1 = ""]: Parts, [y2, m2, d2 = ""]: Parts): boolean {
  const [from, to] = [`${m1}-${d1.padStart(2, "0")}`, `${m2}-${d2.padStart(2, "0")}`];
  if (y1 !== undefined && y2 !== undefined) return `${y2}-${to}` < `${y1}-${from}`;
  return m1 === m2 && to < from;
}

function said({ 0: words, index }: RegExpMatchArray & { readonly index: number }): TextMatch {
  return {
    start: index,
    end: index + words.length,
    message: text(`«${words}»: конец раньше начала`, `“${words}”: the end is before the beginning`),
    hints: text("Проверьте дни, месяцы и годы", "Check the days, the months and the years"),
  };
}
