import { type Finding, type RecordRule, text } from "../rule.ts";
import { dueDates } from "./due-dates.ts";

/** Without a calendar of the year a working day is not known: one finding for each year. */
export const unknownCalendar: RecordRule = {
  code: "TRC2122",
  title: text("Рабочий календарь года неизвестен", "The working calendar of the year is unknown"),
  validations: ["V14", "V42"],
  severity: "warning",
  why: text(
    "Без производственного календаря года не проверить, рабочий ли день",
    "Without the calendar of the year a working day cannot be known",
  ),
  norm: "ТК РФ, статья 112",
  example: {
    file: "agreements/1-2025-trc.yaml",
    wrong:
      "term: {from: 2025-09-12, to: 2026-08-31, prolongation: auto, noticeDays: 30}\nreportDue: [{title: годовой отчёт, due: 2031-06-16}]",
    right:
      "term: {from: 2025-09-12, to: 2026-08-31, prolongation: auto, noticeDays: 30}\nreportDue: [{title: годовой отчёт, due: 2026-06-15}]",
  },
  *check(facts): Iterable<Finding> {
    const reported = new Set<string>();
    const days = [...facts.documents, ...dueDates(facts)].sort((a, b) => (a.date < b.date ? -1 : 1));
    for (const { record, pointer, date } of days) {
      const year = date.slice(0, 4);
      if (reported.has(year) || facts.calendar.dayOff(date) !== "unknown") continue;
      reported.add(year);
      yield {
        record,
        pointer,
        message: text(`Рабочий календарь на ${year} год неизвестен`, `There is no working calendar for ${year}`),
        hints: text(
          `Создайте его: trc new calendar --set year=${year}; праздники впишутся сами, чем он утверждён и переносы – из постановления Правительства`,
          `Begin it: trc new calendar --set year=${year}; holidays come by themselves, its source and the transfers from the decree of the Government`,
        ),
        actual: year,
      };
    }
  },
};
