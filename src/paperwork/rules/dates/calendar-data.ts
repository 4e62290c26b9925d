import { numericDate } from "../../../base/text/index.ts";
import { repeated } from "../../records/index.ts";
import { each, located, type RecordRule, text } from "../rule.ts";

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
  check: each("calendar", function* ({ data: { year, holidays, transfers } }) {
    const days = located(holidays, "/holidays").map(([at, { date }]) => [`${at}/date`, date] as const);
    const moved = located(transfers, "/transfers").flatMap(([at, { from, to }]) => [
      [`${at}/from`, from] as const,
      [`${at}/to`, to] as const,
    ]);
    for (const [pointer, date] of [...days, ...moved])
      if (date !== undefined && year !== undefined && Number(date.slice(0, 4)) !== year)
        yield {
          pointer,
          message: text(`${numericDate(date)} – не ${year} год`, `${date} is no day of ${year}`),
          hints: text("Исправьте год", "Correct the year"),
          related: { pointer: "/year", message: text("год календаря", "the year of the calendar") },
        };
    for (const [[pointer], first] of repeated(days, ([, date]) => date))
      yield {
        pointer,
        message: text("Этот день уже указан", "The day stands here already"),
        hints: text("Удалите повтор или исправьте день", "Delete the repetition, or correct the day"),
        related: { pointer: first[0], message: text("первый раз", "the first time") },
      };
    const off = new Map(days.map(([pointer, date]) => [date, pointer]));
    for (const [at, { to }] of located(transfers, "/transfers")) {
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
