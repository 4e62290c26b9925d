import { ordinal } from "./ordinals.ts";
import type { GrammaticalCase } from "./types.ts";

const NBSP = "\u00a0";
/** Masculine months take the endings of hard or soft stems; stems and nominative endings. */
const MONTHS = "январ|ь феврал|ь март| апрел|ь ма|й июн|ь июл|ь август| сентябр|ь октябр|ь ноябр|ь декабр|ь".split(" ");

/** Name of the month of an ISO date or `YYYY-MM` in a case, lower case. */
export function monthName(iso: string, grammaticalCase: GrammaticalCase): string {
  const [stem = "", nominative = ""] = (MONTHS[Number(iso.slice(5, 7)) - 1] ?? "|").split("|");
  if (grammaticalCase === "nominative" || grammaticalCase === "accusative") return stem + nominative;
  const hard = nominative === "";
  const endings = {
    genitive: hard ? "а" : "я",
    dative: hard ? "у" : "ю",
    instrumental: hard ? "ом" : /[ья]/.test(nominative) && stem.endsWith("р") ? "ём" : "ем",
    prepositional: "е",
  };
  return stem + endings[grammaticalCase];
}

/** `2025-09-05` → «5 сентября 2025 г.» with no-break spaces. @see ГОСТ Р 7.0.97-2016, п. 5.10 */
export function verbalDate(iso: string): string {
  return `${Number(iso.slice(8, 10))}${NBSP}${monthName(iso, "genitive")} ${iso.slice(0, 4)}${NBSP}г.`;
}

/** `2025-09-05` → ««05» сентября 2025 г.», the custom of agreements. */
export function contractDate(iso: string): string {
  return `«${iso.slice(8, 10)}»${NBSP}${monthName(iso, "genitive")} ${iso.slice(0, 4)}${NBSP}г.`;
}

/** `2025-09-05` → «5 сентября 2025 года», «5 сентября»: the year in full, or no year at all. */
export function dayAndMonth(iso: string, year: "full" | "none"): string {
  const day = `${Number(iso.slice(8, 10))}${NBSP}${monthName(iso, "genitive")}`;
  return year === "none" ? day : `${day} ${iso.slice(0, 4)}${NBSP}года`;
}

/** `2025-09-05` → «пятое сентября две тысячи двадцать пятого года»: the day declines, the rest stays in the genitive. */
export function dateInWords(iso: string, grammaticalCase: GrammaticalCase = "nominative"): string {
  const day = ordinal(Number(iso.slice(8, 10)), { case: grammaticalCase, gender: "neuter" });
  return `${day} ${monthName(iso, "genitive")} ${ordinal(Number(iso.slice(0, 4)), { case: "genitive" })} года`;
}
