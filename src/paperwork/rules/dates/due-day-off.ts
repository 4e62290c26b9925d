import { numericDate } from "../../../base/text/index.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";
import { dueDates } from "./due-dates.ts";
import { nextWorkingDay } from "./next-working-day.ts";

/** A task is due on a working day. */
export const dueDayOff: RecordRule = {
  code: "TRC2138",
  title: text("Срок выпадает на нерабочий день", "A term falls on a day off"),
  validations: ["V42"],
  severity: "warning",
  why: text(
    "Срок, который кончается в нерабочий день, по общему правилу переходит на следующий рабочий",
    "A term that ends on a day off passes to the next working day",
  ),
  norm: "ГК РФ, статья 193",
  example: {
    file: "agreements/1-2025-trc.yaml",
    wrong:
      "reportDue:\n  - {title: отчёт за первое полугодие, due: 2026-01-31}\n  - {title: годовой отчёт, due: 2026-06-15}",
    right:
      "reportDue:\n  - {title: отчёт за первое полугодие, due: 2026-01-30}\n  - {title: годовой отчёт, due: 2026-06-15}",
  },
  *check(facts): Iterable<Finding> {
    for (const due of dueDates(facts)) {
      const reason = facts.calendar.dayOff(due.date);
      if (reason === null || reason === "unknown") continue;
      yield {
        ...due,
        message: text(
          `Срок ${numericDate(due.date)} выпадает на нерабочий день (${reason.ru})`,
          `The term ${due.date} falls on a day off (${reason.en})`,
        ),
        ...nextWorkingDay(facts, due.date),
      };
    }
  },
};
