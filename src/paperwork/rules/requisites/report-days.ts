import { numericDate } from "../../../base/text/index.ts";
import { dayAndMonth } from "../../../language/index.ts";
import { dayOfSchoolYear, schoolYearOf } from "../../facts/index.ts";
import { asAmended } from "../../records/index.ts";
import { each, located, type RecordRule, text } from "../rule.ts";

/** An order names the same days of reports as the agreement with the authority: its day, or the last working day up to it. */
export const reportDays: RecordRule = {
  code: "TRC2188",
  title: text(
    "Срок отчёта в приказе не тот, что в договоре",
    "An order and the agreement name different days of a report",
  ),
  validations: ["V61"],
  why: text(
    "Срок отчёта установлен договором с органом управления образованием; приказ повторяет его: тот же день или последний рабочий день до него",
    "The day of a report is set by the agreement with the education authority; an order repeats it: the same day, or the last working day up to it",
  ),
  norm: "Положение, раздел 6; договор с органом управления образованием",
  example: {
    file: "orders/2025/88-od-2025.yaml",
    wrong: "reporting:\n  - {report: report-annual, title: годовой отчёт, due: не позднее 30 июня}",
    right: "reporting:\n  - {report: report-annual, title: годовой отчёт, due: не позднее 15 июня}",
  },
  check: each(["orders", "order-operation"], function* (order, facts) {
    for (const [pointer, { report, due = "" }] of located(asAmended(order).data.reporting, "/reporting")) {
      const [, day = "", month = ""] = /(\d{1,2})[\s\u00a0]([а-яё]+)/.exec(due) ?? [];
      const number = MONTHS.indexOf(month) + 1;
      if (report === undefined || number === 0) continue;
      const said = `${String(number).padStart(2, "0")}-${day.padStart(2, "0")}`;
      for (const agreement of facts.all("agreements").map(asAmended))
        for (const [at, agreed] of located(agreement.data.reportDue, "/reportDue")) {
          if (agreed.report !== report || agreed.due === undefined) continue;
          const named = dayOfSchoolYear(said, schoolYearOf(agreed.due));
          if (agreed.due === named || agreed.due === facts.calendar.onOrBefore(named)) continue;
          yield {
            pointer: `${pointer}/due`,
            message: text(
              `В приказе срок отчёта – ${day} ${month}, а в договоре – ${numericDate(agreed.due)}`,
              `The order says ${said} (MM-DD), the agreement ${agreed.due}`,
            ),
            hints: text(
              `Напишите: due: не позднее ${dayAndMonth(agreed.due, "none").replace("\u00a0", " ")} – или исправьте договор`,
              "Write the day of the agreement, or correct the agreement",
            ),
            related: {
              record: agreement,
              pointer: `${at}/due`,
              message: text("срок по договору", "the day agreed on"),
            },
            actual: due,
            expected: agreed.due,
          };
        }
    }
  }),
};

const MONTHS = Array.from(
  { length: 12 },
  (_, index) => dayAndMonth(`2025-${String(index + 1).padStart(2, "0")}-01`, "none").split("\u00a0")[1] ?? "",
);
