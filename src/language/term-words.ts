import { dayAndMonth, monthName, verbalDate } from "./dates.ts";

const NBSP = "\u00a0";

/** The term of an activity as its record or view has it: one of its ways is there; `text` is how a person has written it. */
export type Term = {
  readonly [name in "date" | "from" | "to" | "by" | "month" | "text"]?: string | null | undefined;
} & {
  readonly dates?: readonly string[] | null | undefined;
  readonly months?: { readonly from?: string; readonly to?: string } | null | undefined;
  readonly inMonths?: readonly string[] | null | undefined;
  readonly every?: keyof typeof EVERY | null | undefined;
  readonly holidays?: keyof typeof HOLIDAYS | null | undefined;
  readonly wholeYear?: true | null | undefined;
};

/** How often within a year. */
export const EVERY = {
  week: "еженедельно",
  month: "ежемесячно",
  term: "один раз в четверть",
  quarter: "ежеквартально",
  "half-year": "один раз в полугодие",
} as const;

/** School holidays by their season. */
export const HOLIDAYS = {
  autumn: "осенние каникулы",
  winter: "зимние каникулы",
  spring: "весенние каникулы",
  summer: "летние каникулы",
  all: "каникулы",
} as const;

/** «10–14 ноября 2025 г.», «до 25 сентября 2025 г.», «ноябрь 2025 г., февраль 2026 г.», «ежемесячно»; null for a term of the whole year. */
export function termWords(term: Term): string | null {
  const { date, from, to, by, dates, month, months, inMonths, every, holidays, text } = term;
  if (text) return text;
  if (date) return verbalDate(date);
  if (from && to)
    return from.slice(0, 7) === to.slice(0, 7)
      ? `${Number(from.slice(8))}–${verbalDate(to)}`
      : `${verbalDate(from)} – ${verbalDate(to)}`;
  if (by) return `до${NBSP}${verbalDate(by)}`;
  if (dates) return listed(dates, verbalDate, (day) => dayAndMonth(day, "none"));
  if (month) return monthYear(month);
  if (months?.from && months.to)
    return months.from.slice(0, 4) === months.to.slice(0, 4)
      ? `${monthName(months.from, "nominative")}–${monthYear(months.to)}`
      : `${monthYear(months.from)} – ${monthYear(months.to)}`;
  if (inMonths) return listed(inMonths, monthYear, (one) => monthName(one, "nominative"));
  if (every) return EVERY[every];
  return holidays ? HOLIDAYS[holidays] : null;
}

/** A month with its year: `2025-09` → «сентябрь 2025 г.». */
export function monthYear(month: string): string {
  return `${monthName(month, "nominative")} ${month.slice(0, 4)}${NBSP}г.`;
}

/** Days or months in a row; the year stands with the last of each year. */
function listed(items: readonly string[], full: (iso: string) => string, bare: (iso: string) => string): string {
  return items
    .map((one, index) => (one.slice(0, 4) === items[index + 1]?.slice(0, 4) ? bare(one) : full(one)))
    .join(", ");
}
