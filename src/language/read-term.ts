import { folded, isDay, lastDay } from "../base/text/index.ts";
import { type EVERY, HOLIDAYS, type Term, termWords } from "./term-words.ts";

/** The term that was read; `exact` is false when the words say less (or more) than a record can. */
type ReadTerm = { readonly term: Term; readonly exact: boolean };

const MONTHS = "январ феврал март апрел ма[йяе] июн июл август сентябр октябр ноябр декабр".split(" ");
const MONTH = MONTHS.map((stem) => `${stem}[а-я]*`).join("|");
const DASH = "\\s*[-–—−]\\s*";
const ROMAN: { readonly [numeral: string]: number } = {
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
  перв: 1,
  втор: 2,
  трет: 3,
  четверт: 4,
};

type Reader = (text: string, year: number) => ReadTerm | null;

/**
 * A term as people write it in a plan → what a record says of it; null when it is none. A month or day without a year falls into the
 * school year that begins in `year`: «октябрь» → 2025-10, «до 5 марта» → by 2026-03-05. What {@link termWords} writes is read back as it was.
 */
export function readTerm(written: string, year: number): ReadTerm | null {
  const text = plainTerm(written)
    .replace(/(?<=\d) ?г(г|ода?|од)?\.?(?= |$|,|;|-|–)/g, "")
    .trim();
  for (const read of READERS) {
    const found = read(text, year);
    if (found !== null) return found;
  }
  return null;
}

/** The term with the words it was written in, unless they are those that it prints by itself. */
export function withWords(term: Term, written: string): Term {
  const text = written.replace(/\s+/g, " ").trim();
  const own = termWords(term) ?? "в течение года";
  return text === "" || /^\d{4}-\d{2}/.test(text) || bareTerm(text) === bareTerm(own) ? term : { ...term, text };
}

function plainTerm(text: string): string {
  return folded(text)
    .replace(/[\s\u00a0\u202f]+/g, " ")
    .trim();
}

function bareTerm(text: string): string {
  return plainTerm(text).replace(new RegExp(DASH, "g"), "–");
}

const WHOLE_YEAR =
  /^(в )?течени[ие] (всего )?(учебного |\d{4}[-–/]\d{2,4} (учебного )?)?год[а]?$|^весь (учебный )?год$|^(учебный |круглый )?год$|^круглогодично$|^постоянно$|^в течение$/;
const AT_TIMES =
  /постоянно|систематически|регулярно|ежедневно|ежемесячно|еженедельно|ежеквартально|кажд|раза? в |по (мере|запрос|заявк|график|плану|отдельному|согласовани|необходимости|понедельник|вторник|сред|четверг|пятниц|суббот)|в течение|весь период/;

const READERS: readonly Reader[] = [
  (text) => (WHOLE_YEAR.test(text) ? { term: { wholeYear: true }, exact: true } : null),
  often,
  holidays,
  isoDays,
  someDays,
  severalDays,
  quarter,
  half,
  season,
  endOfMonth,
  months,
  (text) => (AT_TIMES.test(text) ? { term: { wholeYear: true }, exact: false } : null),
];

const OFTEN: readonly (readonly [every: keyof typeof EVERY, adverb: string, unit: string])[] = [
  ["week", "еженедельно", "недел[юи]"],
  ["month", "ежемесячно", "месяц"],
  ["term", "", "четверть"],
  ["quarter", "ежеквартально", "квартал"],
  ["half-year", "", "полугодие"],
];

/** «ежемесячно», «1 раз в четверть», «каждое полугодие», «ежеквартально в течение года». */
function often(text: string): ReadTerm | null {
  const found = OFTEN.find(([, adverb, unit]) =>
    new RegExp(
      `^(?:${adverb === "" ? "" : `${adverb}|`}(?:(?:1|один) )?раз в ${unit}|кажд(?:ый|ую|ое) ${unit})(?:,? в течение (?:учебного )?года)?$`,
    ).test(text),
  );
  return found === undefined ? null : { term: { every: found[0] }, exact: true };
}

/** Several seasons: a record names one, or all of them. */
const SEVERAL_HOLIDAYS =
  /^(?:(?:в|на|во время|в период|в дни) )?(?:(?:осен|зим|весен|лет)н(?:ие|их)(?:, | и )?){2,} каникул[а-я]*$/;

/** «осенние каникулы», «в дни зимних каникул», «в каникулярное время»; «осенние и весенние каникулы». */
function holidays(text: string): ReadTerm | null {
  if (SEVERAL_HOLIDAYS.test(text)) return { term: { holidays: "all" }, exact: false };
  const found =
    /^(?:(?:в|на|во время|в период|в дни|в течение) )?(?:(осен|зим|весен|лет)н(?:ие|их) |школьны[ех] )?каникул[а-я]*$/.exec(
      text,
    );
  if (found === null) return /^в каникулярное время$/.test(text) ? { term: { holidays: "all" }, exact: true } : null;
  const stem = found[1] ?? "";
  const seasons = Object.keys(HOLIDAYS) as (keyof typeof HOLIDAYS)[];
  const season = stem === "" ? "all" : seasons.find((one) => HOLIDAYS[one].startsWith(stem));
  return season === undefined ? null : { term: { holidays: season }, exact: true };
}

function isoDays(text: string): ReadTerm | null {
  const found = /^(\d{4}-\d{2}(?:-\d{2})?)(?: ?[-–—] ?(\d{4}-\d{2}-\d{2}))?$/.exec(text);
  if (found === null) return null;
  const [, first = "", last = first] = found;
  return first.length === 7 ? { term: { month: first }, exact: true } : days(first, last, true);
}

/** «05.10.2025», «05.10», «10-14.11.2025», «10.11–14.11.2025», «до 15.10.2025». */
const NUMERIC_DAYS = new RegExp(
  `^(с |до |не позднее )?(\\d{1,2})(?:\\.(\\d{1,2}))?(?:\\.(\\d{4}|\\d{2}))?(?:(?:${DASH}| по )(\\d{1,2})\\.(\\d{1,2})(?:\\.(\\d{4}|\\d{2}))?)?\\.?$`,
);
/** «5 октября 2025», «с 10 по 14 ноября», «28 октября – 3 ноября», «до 15 октября». */
const WORD_DAYS = new RegExp(
  `^(с |до |не позднее )?«?(\\d{1,2})»? ?(${MONTH})? ?(\\d{4})?(?:(?:${DASH}| по )«?(\\d{1,2})»? (${MONTH}) ?(\\d{4})?)?\\.?$`,
);

function someDays(text: string, schoolYear: number): ReadTerm | null {
  const found = NUMERIC_DAYS.exec(text) ?? WORD_DAYS.exec(text);
  if (found === null) return null;
  const [, word = "", firstDay = "", month1, year1, lastDay, month2, year2] = found;
  const [firstMonth, lastMonth] = [month1 ?? month2, month2 ?? month1].map((one) => monthNumber(one ?? ""));
  if (firstMonth === undefined || lastMonth === undefined || firstMonth < 1) return null;
  // A year that only one of the days has is that of the other as well, unless it turns between them.
  const turn = lastMonth < firstMonth ? 1 : 0;
  const [from, to] = [fullYear(year1), fullYear(year2)];
  const first = day(firstDay, month(firstMonth, from ?? (to && to - turn), schoolYear));
  const last = lastDay === undefined ? first : day(lastDay, month(lastMonth, to ?? (from && from + turn), schoolYear));
  if (first === null || last === null) return null;
  if (lastDay === undefined && word === "с ") return days(first, `${schoolYear + 1}-08-31`, false);
  const upTo = word === "до " || word === "не позднее ";
  return upTo && lastDay === undefined ? { term: { by: first }, exact: true } : days(first, last, !upTo);
}

const DAY = new RegExp(`^«?(\\d{1,2})»?(?:\\.(\\d{1,2})(?:\\.(\\d{4}|\\d{2}))?| (${MONTH})(?: ?(\\d{4}))?)?$`);

/** «5, 12 и 19 ноября», «15.10.2025, 12.02.2026»: a month or a year that is not named is that of the next day. */
function severalDays(text: string, schoolYear: number): ReadTerm | null {
  const parts = text.split(SEPARATOR).map((part) => DAY.exec(part));
  const dates: string[] = [];
  let next = null as Named | null;
  for (const part of parts.reverse()) {
    if (part === null) return null;
    const [, number = "", figure, year1, name, year2] = part;
    const own: number | undefined =
      figure === undefined && name === undefined ? next?.number : monthNumber(figure ?? name ?? "");
    if (own === undefined || own < 1) return null;
    next = { number: own, year: yearBefore(own, { own: fullYear(year1 ?? year2), next }) };
    const iso = day(number, month(own, next.year, schoolYear));
    if (iso === null || dates.includes(iso)) return null;
    dates.unshift(iso);
  }
  return dates.length < 2 ? null : { term: { dates }, exact: true };
}

const SEPARATOR = /\s*[,;]\s*|\sи\s/;

/** A month with the year that is named with it or after it. */
type Named = { readonly number: number; readonly year: number | undefined };

/** The year of a month in a row: its own, or that of the next one, unless the year turns between them. */
function yearBefore(
  number: number,
  { own, next }: { readonly own: number | undefined; readonly next: Named | null },
): number | undefined {
  if (own !== undefined || next?.year === undefined) return own;
  return number > next.number ? next.year - 1 : next.year;
}

/** `25`, `2025` → 2025. */
function fullYear(year: string | undefined): number | undefined {
  return year === undefined ? undefined : (Number(year) % 2000) + 2000;
}

/** «I квартал», «3 квартал 2026»; «2 четверть» of a school, whose days a plan does not know. */
function quarter(text: string, year: number): ReadTerm | null {
  const found =
    /^(?:в )?(?:течение )?(iii|ii|iv|i|[1-4]|перв|втор|трет|четверт)(?:-?(?:[йяеую]|[а-я]{1,3}))? (?:(кв(?:артал[а-я]*|\.))|четверт[а-я]+) ?(\d{4})?$/.exec(
      text,
    );
  const number = found === null ? 0 : (ROMAN[found[1] ?? ""] ?? Number(found[1]));
  const own = found?.[3];
  if (number < 1) return null;
  if (found?.[2] !== undefined) return span(month(number * 3 - 2, own, year), month(number * 3, own, year), true);
  const [from = 0, to = 0] =
    [
      [9, 10],
      [11, 12],
      [1, 3],
      [4, 5],
    ][number - 1] ?? [];
  return span(month(from, own, year), month(to, own, year), false);
}

/** Halves of the school year: September to December, January to May. */
function half(text: string, year: number): ReadTerm | null {
  const found = /^(?:в )?(?:течение )?(?:(i|1|перв[а-я]+)|ii|2|втор[а-я]+)(?:-?(?:е|го|м))? полугоди[а-я]*$/.exec(text);
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

function season(text: string, year: number): ReadTerm | null {
  const found = SEASONS.find(([stem]) => new RegExp(`^${stem}[а-я]*( \\d{4})?$`).test(text));
  if (found === undefined) return null;
  return span(month(found[1], undefined, year), month(found[2], undefined, year), false);
}

/** «до конца октября». */
function endOfMonth(text: string, year: number): ReadTerm | null {
  const found = new RegExp(`^(?:до конца|к концу) (${MONTH})(?: ?(\\d{4}))?$`).exec(text);
  return found === null
    ? null
    : { term: { by: lastDay(month(monthNumber(found[1] ?? ""), found[2], year)) }, exact: true };
}

/** «октябрь», «октябрь 2025», «сентябрь–октябрь», «октябрь, декабрь, март», «начало октября», «1 неделя октября». */
function months(text: string, year: number): ReadTerm | null {
  const named = [...text.matchAll(new RegExp(`(?<![а-я])(${MONTH})(?![а-я])(?: ?(\\d{4}))?`, "g"))];
  const rest = text
    .replace(new RegExp(`(?<![а-я])(${MONTH})(?![а-я])(?: ?(\\d{4}))?`, "g"), "")
    .replace(/[\s,;.–—−-]|(?<![а-я])(и|с|по|в)(?![а-я])/g, "");
  // What is left is the number of a day that the month does not have.
  if (named.length === 0 || /^\d+$/.test(rest)) return null;
  const exact = rest === "";
  const list: string[] = [];
  let next = null as Named | null;
  for (const [, name = "", own] of [...named].reverse()) {
    const number = monthNumber(name);
    next = { number, year: yearBefore(number, { own: fullYear(own), next }) };
    list.unshift(month(number, next.year, year));
  }
  const runs = list.map((_, index) => {
    const { 0: words = "", index: at = 0 } = named[index] ?? {};
    return new RegExp(`^(${DASH}| по )$`).test(text.slice(at + words.length, named[index + 1]?.index));
  });
  const [first = "", last = first] = list;
  if (list.length === 2 && runs[0]) return first < last ? span(first, last, exact) : null;
  const all = [...new Set(list.flatMap((one, index) => (runs[index] ? run(one, list[index + 1] ?? one) : [one])))];
  return all.length === 1 ? { term: { month: first }, exact } : { term: { inMonths: all }, exact };
}

/** The months from one up to another, without it. */
function run(first: string, last: string): string[] {
  const found: string[] = [];
  for (let one = first; one < last; one = following(one)) found.push(one);
  return found.length === 0 ? [first] : found;
}

function span(from: string, to: string, exact: boolean): ReadTerm {
  return { term: { months: { from, to } }, exact };
}

function days(from: string, to: string, exact: boolean): ReadTerm | null {
  if (from > to) return null;
  return { term: from === to ? { date: from } : { from, to }, exact };
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

function following(one: string): string {
  const [year = 0, number = 0] = one.split("-").map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, "0")}`;
}
