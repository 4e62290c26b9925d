import { monthName } from "../../language/index.ts";

/** A space of a text, which may be one that keeps words together, as a part of a pattern. */
export const SPACE = "[ \\u00a0]";

/** Names of the months in the genitive, January first. */
export const MONTHS = Array.from({ length: 12 }, (_, index) =>
  monthName(`2024-${String(index + 1).padStart(2, "0")}`, "genitive"),
);

/** «05.09.2025», «5 сентября 2025 г.» as a part of a pattern; `dayOf` reads what it has found. */
export const DAY = `(?:(?<!\\d)(?<digits>\\d{2}\\.\\d{2}\\.\\d{4})(?!\\d)|(?<!\\d)(?<day>\\d{1,2})[\\s\\u00a0]+(?<month>${MONTHS.join("|")})[\\s\\u00a0]+(?<year>\\d{4})(?:[\\s\\u00a0]+(?:г\\.|года))?)`;

/** «от 05.09.2025», «от 5 сентября 2025 г.» as a part of a pattern. */
export const DATED = `(?<!\\p{L})от[\\s\\u00a0]+${DAY}`;

/** The day that `DAY` has found, ISO; null when there is none. */
export function dayOf({ groups = {} }: RegExpMatchArray): string | null {
  const { digits, day = "", month = "", year = "" } = groups;
  if (digits !== undefined) return digits.split(".").reverse().join("-");
  const number = MONTHS.indexOf(month.toLowerCase()) + 1;
  return number === 0 ? null : `${year}-${String(number).padStart(2, "0")}-${day.padStart(2, "0")}`;
}
