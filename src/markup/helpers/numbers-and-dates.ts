import {
  cardinal,
  contractDate,
  countForm,
  formatNumber,
  moneyInWords,
  monthName,
  numericDate,
  ordinal,
  verbalDate,
} from "../../language/index.ts";
import type { View } from "../../records/index.ts";
import { TemplateError } from "../template-error.ts";
import { caseArgument, dateArgument, genderArgument, numberArgument, textArgument } from "./arguments.ts";
import type { HelperTable } from "./helper.ts";

const NBSP = "\u00a0";

/** Dates, periods, numbers and counted words. */
export const NUMBERS_AND_DATES: HelperTable = {
  date: ([value]) => verbalDate(dateArgument(value, "date")),
  dateNumeric: ([value]) => numericDate(dateArgument(value, "dateNumeric")),
  dateContract: ([value]) => contractDate(dateArgument(value, "dateContract")),
  year: ([value]) => textArgument(value, "year").slice(0, 4),
  monthName: ([value], named) => monthName(textArgument(value, "monthName"), caseArgument(named["case"])),
  monthYear: ([value]) => monthYear(textArgument(value, "monthYear")),
  months: ([first, last]) => months(dateArgument(first, "months"), dateArgument(last, "months")),
  schoolYear: ([value]) => schoolYear(value),
  period: ([value], named) => period(value as View, named["wholeYear"]),
  periodStart: ([value], named) => periodStart(value as View, named["wholeYear"]),
  count: ([value, one, few, many]) => {
    const number = numberArgument(value, "count");
    return `${formatNumber(number, Number.isInteger(number) ? 0 : 1)}${NBSP}${countForm(number, String(one), String(few), String(many))}`;
  },
  plural: ([value, one, few, many]) =>
    countForm(numberArgument(value, "plural"), String(one), String(few), String(many)),
  words: ([value], named) =>
    cardinal(numberArgument(value, "words"), {
      case: caseArgument(named["case"]),
      gender: genderArgument(named["gender"]),
      animate: named["animate"] === true,
    }),
  ordinal: ([value], named) =>
    ordinal(numberArgument(value, "ordinal"), {
      case: caseArgument(named["case"]),
      gender: genderArgument(named["gender"]),
    }),
  money: ([value]) => moneyInWords(numberArgument(value, "money")),
  number: ([value], named) =>
    formatNumber(
      numberArgument(value, "number"),
      named["digits"] === undefined ? 0 : numberArgument(named["digits"], "digits"),
    ),
  percent: ([part, whole], named, { percentStyle }) => {
    const total = numberArgument(whole, "percent");
    if (total === 0) return "–";
    const digits = named["digits"] === undefined ? 0 : numberArgument(named["digits"], "digits");
    return `${formatNumber((numberArgument(part, "percent") / total) * 100, digits)}${percentStyle === "spaced" ? NBSP : ""}%`;
  },
};

function monthYear(month: string): string {
  return `${monthName(month, "nominative")} ${month.slice(0, 4)}${NBSP}г.`;
}

function schoolYear(value: unknown): string {
  const { from, to } = value as { readonly from?: unknown; readonly to?: unknown };
  return `${dateArgument(from, "schoolYear").slice(0, 4)}/${dateArgument(to, "schoolYear").slice(0, 4)}`;
}

/** The term of an activity in words; `wholeYear` is the wording for a term without dates. */
function period(value: View, wholeYear: unknown): string {
  const { date, from, to, month, months } = value as { readonly [name: string]: string | null } & {
    readonly months: { readonly from: string; readonly to: string } | null;
  };
  if (date) return verbalDate(date);
  if (from && to)
    return sameMonth(from, to)
      ? `${Number(from.slice(8))}–${verbalDate(to)}`
      : `${verbalDate(from)} – ${verbalDate(to)}`;
  if (month) return monthYear(month);
  if (months) {
    const sameYear = months.from.slice(0, 4) === months.to.slice(0, 4);
    return sameYear
      ? `${monthName(months.from, "nominative")}–${monthYear(months.to)}`
      : `${monthYear(months.from)} – ${monthYear(months.to)}`;
  }
  return textArgument(wholeYear, "period: wholeYear");
}

/** ISO date on which a term begins; `wholeYear` is the answer for a term without dates. */
function periodStart(value: View, wholeYear: unknown): string {
  const { date, from, month, months } = value as { readonly [name: string]: string | null } & {
    readonly months: { readonly from: string } | null;
  };
  if (date) return date;
  if (from) return from;
  if (month) return `${month}-01`;
  if (months) return `${months.from}-01`;
  if (typeof wholeYear === "string") return wholeYear;
  throw new TemplateError("TRC3214", "periodStart: у срока «в течение года» нет первого дня", [
    "Передайте его: (periodStart period wholeYear=plan.schoolYear.from)",
  ]);
}

/** Months from one day to another: 2025-11-03, 2026-01-31 → 2025-11, 2025-12, 2026-01. */
function months(first: string, last: string): string[] {
  const start = monthIndex(first);
  return Array.from({ length: Math.max(0, monthIndex(last) - start + 1) }, (_, step) => {
    const index = start + step;
    return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
  });
}

function monthIndex(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}

function sameMonth(from: string, to: string): boolean {
  return from.slice(0, 7) === to.slice(0, 7);
}
