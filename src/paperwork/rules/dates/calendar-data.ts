import { numericDate, weekdayOf } from "../../../base/text/index.ts";
import { type RecordOf, repeated } from "../../records/index.ts";
import type { Facts } from "../facts.ts";
import { each, type FindingIn, located, type RecordRule, text } from "../rule.ts";

/** A calendar tells of its own year, and moves days off onto working days. */
export const calendarData: RecordRule = {
  code: "TRC2214",
  title: text("Неверный день в производственном календаре", "A wrong day in the working calendar"),
  validations: ["V14"],
  why: text(
    "По календарю считают все сроки: один неверный день сдвигает их во всех документах",
    "All terms are counted by the calendar: one wrong day moves them in every document",
  ),
  norm: "ТК РФ, статья 112",
  example: {
    file: "calendar/2026.yaml",
    wrong: "year: 2026\nsource: Постановление\nholidays: [{date: 2025-02-23, name: День защитника Отечества}]",
    right: "year: 2026\nsource: Постановление\nholidays: [{date: 2026-02-23, name: День защитника Отечества}]",
  },
  check: each("calendar", function* (record, facts) {
    const { year, holidays, transfers } = record.data;
    const days = located(holidays, "/holidays").map(([at, { date }]) => [`${at}/date`, date] as const);
    const moved = located(transfers, "/transfers").flatMap(([at, { from, to }]) => [
      [`${at}/from`, from] as const,
      [`${at}/to`, to] as const,
    ]);
    const years = new Set([...days, ...moved].flatMap(([, date]) => date?.slice(0, 4) ?? []));
    const [other] = years;
    if (years.size === 1 && other !== String(year) && year !== undefined && days.length > 1) {
      yield {
        pointer: "/year",
        message: text(
          `Все дни календаря – ${other} года, а указан ${year}`,
          `All days are of ${other}, the year is ${year}`,
        ),
        hints: text(`Напишите: year: ${other} – или исправьте дни`, `Write: year: ${other}, or correct the days`),
      };
      return;
    }
    for (const [pointer, date] of [...days, ...moved])
      if (date !== undefined && year !== undefined && Number(date.slice(0, 4)) !== year)
        yield {
          pointer,
          message: text(`${numericDate(date)} – не ${year} год`, `${date} is no day of ${year}`),
          hints: text("Исправьте год", "Correct the year"),
          related: { pointer: "/year", message: text("год календаря", "the year of the calendar") },
        };
    const unlike = [...unlikeOtherYears(record, facts)];
    yield* unlike;
    if (unlike.length === 0) yield* withoutHolidays(record);
    for (const [[pointer], first] of repeated(days, ([, date]) => date))
      yield {
        pointer,
        message: text("Этот день уже указан", "The day stands here already"),
        hints: text("Удалите повтор или исправьте день", "Delete the repetition, or correct the day"),
        related: { pointer: first[0], message: text("первый раз", "the first time") },
      };
    const off = new Map(days.map(([pointer, date]) => [date, pointer]));
    for (const [at, { from, to }] of located(transfers, "/transfers")) {
      for (const [key, day, isRight] of [
        ["from", from, isWeekend],
        ["to", to, (day: string) => !isWeekend(day)],
      ] as const) {
        if (day === undefined || Number(day.slice(0, 4)) !== year || isRight(day)) continue;
        yield {
          pointer: `${at}/${key}`,
          message:
            key === "from"
              ? text(
                  `${numericDate(day)} – не суббота и не воскресенье, переносить нечего`,
                  `${day} is neither a Saturday nor a Sunday: nothing to move`,
                )
              : text(`${numericDate(day)} и так выходной`, `${day} is a day off anyway`),
          hints: text("Сверьте перенос с постановлением", "Compare the day with the decree"),
        };
      }
      const holiday = off.get(to);
      if (to === undefined || holiday === undefined) continue;
      yield {
        pointer: `${at}/to`,
        message: text(`Выходной перенесён на праздник: ${numericDate(to)}`, `A day off is moved onto a holiday: ${to}`),
        hints: text("Укажите рабочий день, на который он перенесён", "Name the working day that it is moved to"),
        related: { pointer: holiday, message: text("праздник", "the holiday") },
      };
    }
  }),
};

/** Holidays of the whole country, the same every year. */
const HOLIDAYS = "01-01 01-02 01-03 01-04 01-05 01-06 01-07 01-08 02-23 03-08 05-01 05-09 06-12 11-04".split(" ");

/** A calendar that has most holidays of the country has all of them; it may have those of a region besides. */
function* withoutHolidays({ data: { year, holidays } }: RecordOf<"calendar">): Iterable<FindingIn> {
  const days = located(holidays, "/holidays");
  const own = new Set(days.flatMap(([, { date }]) => date?.slice(5) ?? []));
  const missing = HOLIDAYS.filter((day) => !own.has(day));
  if (missing.length > 3 || days.some(([, { date }]) => date?.slice(0, 4) !== String(year))) return;
  for (const day of missing) {
    // A day of the same month that is no holiday elsewhere stands in its place.
    const instead = days.find(
      ([, { date = "" }]) => date.slice(5, 7) === day.slice(0, 2) && !HOLIDAYS.includes(date.slice(5)),
    );
    yield {
      pointer: instead === undefined ? "/holidays" : `${instead[0]}/date`,
      ...(instead === undefined ? { key: true } : {}),
      message: text(
        `В календаре нет праздника ${numericDate(`${year}-${day}`)}`,
        `The holiday of ${year}-${day} is missing`,
      ),
      hints: text("Исправьте день или добавьте праздник", "Correct the day, or add the holiday"),
    };
  }
}

function isWeekend(day: string): boolean {
  return [0, 6].includes(weekdayOf(day));
}

/** Another month and the same day, or the digits of the day swapped; a feast of the church moves from year to year otherwise. */
function isSlip(right: string, written: string): boolean {
  const [month, day] = [right.slice(5, 7), right.slice(8)];
  return written.slice(8) === day || written.slice(5) === `${month}-${day[1]}${day[0]}`;
}

/** A holiday stands on the days of its name in the calendar of another year; one that does not, while such a day is missing, is a slip. */
function* unlikeOtherYears(record: RecordOf<"calendar">, facts: Facts): Iterable<FindingIn> {
  const days = located(record.data.holidays, "/holidays");
  const own = new Set(days.map(([, { date = "" }]) => date.slice(5)));
  for (const other of facts.all("calendar")) {
    if (other === record) continue;
    const theirs = located(other.data.holidays, "/holidays");
    for (const [at, { date = "", name }] of days) {
      const same = theirs.filter(([, one]) => one.name === name);
      const missing = same.find(([, one]) => !own.has(one.date?.slice(5) ?? "") && isSlip(one.date ?? "", date));
      if (missing === undefined || theirs.some(([, one]) => one.date?.slice(5) === date.slice(5))) continue;
      const [pointer, { date: theirDay = "" }] = missing;
      yield {
        pointer: `${at}/date`,
        message: text(
          `«${name}» здесь ${numericDate(date)}, а в другом году – ${numericDate(theirDay)}`,
          `“${name}” is on ${date} here, and on ${theirDay} in another year`,
        ),
        hints: text("Исправьте день или название", "Correct the day or the name"),
        related: {
          record: other,
          pointer: `${pointer}/date`,
          message: text("день в другом году", "the day of another year"),
        },
      };
      return;
    }
  }
}
