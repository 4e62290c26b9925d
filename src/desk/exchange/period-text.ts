import { isDay, numericDate } from "../../base/text/index.ts";
import { monthName } from "../../language/index.ts";
import type { DataOf } from "../../paperwork/records/index.ts";

/** A period as a record of an activity has it. */
type Period = NonNullable<DataOf<"activities">["period"]>;
/** The period that was read; `exact` is false when the words said less (or more) than a record can. */
export type ReadPeriod = { readonly period: Period; readonly exact: boolean };

const MONTHS = "январ феврал март апрел ма[йяе] июн июл август сентябр октябр ноябр декабр".split(" ");
const MONTH = MONTHS.map((stem) => `${stem}[а-я]*`).join("|");
const DASH = "\\s*[-–—−]\\s*";
const ROMAN: { readonly [numeral: string]: number } = {
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
  первый: 1,
  первое: 1,
  второй: 2,
  второе: 2,
  третий: 3,
  четвертый: 4,
};

type Reader = (text: string, year: number) => ReadPeriod | null;

/**
 * A term as people type it in a plan → the period of a record; null when it is none. A month or day without a year falls into the
 * school year that begins in `year`: «октябрь» → 2025-10, «5 марта» → 2026-03-05.
 */
export function readPeriod(typed: string, year: number): ReadPeriod | null {
  const text = typed
    .toLowerCase()
    .replaceAll("ё", "е")
    .replace(/[\s\u00a0\u202f]+/g, " ")
    .replace(/(?<=\d) ?г(г|ода?|од)?\.?(?= |$|,|-|–)/g, "")
    .trim();
  for (const read of READERS) {
    const found = read(text, year);
    if (found !== null) return found;
  }
  return null;
}

const READERS: readonly Reader[] = [
  (text) =>
    /^(в )?течени[ие] (всего )?(учебного |\d{4}[-–/]\d{2,4} (учебного )?)?год[а]?$|^весь (учебный )?год$|^(учебный )?год$|^в течение$/.test(
      text,
    )
      ? whole(true)
      : null,
  (text) =>
    /постоянно|систематически|регулярно|ежемесячно|еженедельно|ежеквартально|по (мере|запрос|заявк|график|плану|отдельному|необходимости)|в течение|весь период/.test(
      text,
    )
      ? whole(false)
      : null,
  isoDays,
  someDays,
  quarter,
  half,
  season,
  months,
];

function whole(exact: boolean): ReadPeriod {
  return { period: { wholeYear: true }, exact };
}

function isoDays(text: string): ReadPeriod | null {
  const found = /^(\d{4}-\d{2}-\d{2})(?: ?[-–—] ?(\d{4}-\d{2}-\d{2}))?$/.exec(text);
  return found === null ? null : days(found[1] ?? "", found[2] ?? found[1] ?? "", true);
}

/** «05.10.2025», «05.10», «10-14.11.2025», «10.11–14.11.2025», «до 15.10.2025». */
const NUMERIC_DAYS = new RegExp(
  `^(с |до |не позднее )?(\\d{1,2})(?:\\.(\\d{1,2}))?(?:\\.(\\d{4}|\\d{2}))?(?:(?:${DASH}| по )(\\d{1,2})\\.(\\d{1,2})(?:\\.(\\d{4}|\\d{2}))?)?\\.?$`,
);
/** «5 октября 2025», «с 10 по 14 ноября», «28 октября – 3 ноября», «до 15 октября». */
const WORD_DAYS = new RegExp(
  `^(с |до |не позднее )?«?(\\d{1,2})»? ?(${MONTH})? ?(\\d{4})?(?:(?:${DASH}| по )«?(\\d{1,2})»? (${MONTH}) ?(\\d{4})?)?\\.?$`,
);

function someDays(text: string, schoolYear: number): ReadPeriod | null {
  const found = NUMERIC_DAYS.exec(text) ?? WORD_DAYS.exec(text);
  if (found === null) return null;
  const [, word = "", firstDay = "", month1, year1, lastDay, month2, year2] = found;
  const [firstMonth, lastMonth] = [month1 ?? month2, month2 ?? month1].map((one) => monthNumber(one ?? ""));
  if (firstMonth === undefined || lastMonth === undefined || firstMonth < 1) return null;
  // A year that only one of the days has is that of the other as well, unless it turns between them.
  const turn = lastMonth < firstMonth ? 1 : 0;
  const full = (year: string | undefined): number | undefined =>
    year === undefined ? undefined : (Number(year) % 2000) + 2000;
  const [from, to] = [full(year1), full(year2)];
  const first = day(firstDay, month(firstMonth, from ?? (to && to - turn), schoolYear));
  const last = lastDay === undefined ? first : day(lastDay, month(lastMonth, to ?? (from && from + turn), schoolYear));
  return first === null || last === null ? null : days(first, last, word === "" || word === "с ");
}

/** «I квартал», «3 квартал 2026». */
function quarter(text: string, year: number): ReadPeriod | null {
  const found = /^(?:в )?([ivx]+|[1-4]|первый|второй|третий|четвертый)(?:-?й)? кв(?:артал[а-я]*|\.)? ?(\d{4})?$/.exec(
    text,
  );
  const number = found === null ? 0 : (ROMAN[found[1] ?? ""] ?? Number(found[1]));
  if (number < 1 || number > 4) return null;
  return span(month(number * 3 - 2, found?.[2], year), month(number * 3, found?.[2], year), true);
}

/** Halves of the school year: September to December, January to May. */
function half(text: string, year: number): ReadPeriod | null {
  const found = /^(?:в )?(?:(i|1|перв[а-я]+)|ii|2|втор[а-я]+)(?:-?е)? полугоди[а-я]*$/.exec(text);
  if (found === null) return null;
  return found[1] === undefined
    ? span(`${year + 1}-01`, `${year + 1}-05`, true)
    : span(`${year}-09`, `${year}-12`, true);
}

const SEASONS: readonly (readonly [stem: string, from: number, to: number])[] = [
  ["осен", 9, 11],
  ["зим", 12, 2],
  ["весн", 3, 5],
  ["лет", 6, 8],
];

function season(text: string, year: number): ReadPeriod | null {
  const found = SEASONS.find(([stem]) => new RegExp(`^${stem}[а-я]*( каникулы)?( \\d{4})?$`).test(text));
  if (found === undefined) return null;
  return span(month(found[1], undefined, year), month(found[2], undefined, year), false);
}

/** «октябрь», «октябрь 2025», «сентябрь–октябрь», «октябрь, декабрь, март», «начало октября», «1 неделя октября». */
function months(text: string, year: number): ReadPeriod | null {
  const named = [...text.matchAll(new RegExp(`(?<![а-я])(${MONTH})(?![а-я])(?: ?(\\d{4}))?`, "g"))];
  if (named.length === 0) return null;
  const rest = text
    .replace(new RegExp(`(?<![а-я])(${MONTH})(?![а-я])(?: ?(\\d{4}))?`, "g"), "")
    .replace(/[\s,;.–—−-]|(?<![а-я])(и|с|по|в)(?![а-я])/g, "");
  // What is left is the number of a day that the month does not have.
  if (/^\d+$/.test(rest)) return null;
  const lastYear = named.at(-1)?.[2];
  const list = named.map(([, name = "", own]) => month(monthNumber(name), own ?? lastYear, year)).sort();
  const first = list[0] ?? "";
  const last = list.at(-1) ?? first;
  if (first === last) return { period: { month: first }, exact: rest === "" };
  const dashed = new RegExp(`(${DASH}| по )`).test(text) && list.length === 2;
  const inRow = list.every((one, index) => index === 0 || follows(list[index - 1] ?? "", one));
  return { period: { months: { from: first, to: last } }, exact: rest === "" && (dashed || inRow) };
}

function span(from: string, to: string, exact: boolean): ReadPeriod {
  return { period: { months: { from, to } }, exact };
}

function days(from: string, to: string, exact: boolean): ReadPeriod | null {
  if (from > to) return null;
  return { period: from === to ? { date: from } : { from, to }, exact };
}

/** `10`, `октября` → 10; 0 for what is no month. */
function monthNumber(name: string): number {
  return /^\d+$/.test(name) ? Number(name) : MONTHS.findIndex((stem) => new RegExp(`^${stem}`).test(name)) + 1;
}

/** The month of its own year, or of the school year that begins in `schoolYear`: `2025-10`. */
function month(number: number, own: number | string | undefined, schoolYear: number): string {
  const year = own ?? (number >= 9 ? schoolYear : schoolYear + 1);
  return `${year}-${String(number).padStart(2, "0")}`;
}

/** A day that exists, ISO; null for 31 June. */
function day(number: string, inMonth: string): string | null {
  const iso = `${inMonth}-${number.padStart(2, "0")}`;
  return isDay(iso) ? iso : null;
}

function follows(one: string, next: string): boolean {
  const [year = 0, number = 0] = one.split("-").map(Number);
  return next === (number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, "0")}`);
}

/** The period of a record in words that {@link readPeriod} reads back: «октябрь 2025», «10.11.2025–14.11.2025». */
export function periodText({ date, from, to, month: one, months: several }: Period): string {
  if (date !== undefined) return numericDate(date);
  if (from !== undefined && to !== undefined) return `${numericDate(from)}–${numericDate(to)}`;
  if (one !== undefined) return named(one);
  if (several?.from !== undefined && several.to !== undefined) return `${named(several.from)} – ${named(several.to)}`;
  return "в течение года";
}

function named(iso: string): string {
  return `${monthName(iso, "nominative")} ${iso.slice(0, 4)}`;
}
