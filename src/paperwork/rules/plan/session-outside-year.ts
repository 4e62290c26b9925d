import { numericDate } from "../../../base/text/index.ts";
import { covers } from "../../facts/index.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";
import { sessionsOf } from "./sessions-of.ts";

/** Sessions are held within the school year of the plan. */
export const sessionOutsideYear: RecordRule = {
  code: "TRC2130",
  title: text("Встреча вне учебного года", "A session outside the school year"),
  validations: ["V23"],
  why: text(
    "Отчёт считает встречи своего периода; встреча другого года не попадёт ни в один",
    "A report counts the sessions of its period; one of another year gets into none",
  ),
  norm: "Отчёт: дата факта внутри периода",
  example: {
    file: "results/2025-2026/certification.yaml",
    wrong: "sessions:\n  - {date: 2024-10-16, teachers: 23, students: 0, managers: 1, parents: 0, organisations: 9}",
    right: "sessions:\n  - {date: 2025-10-16, teachers: 23, students: 0, managers: 1, parents: 0, organisations: 9}",
  },
  *check(facts): Iterable<Finding> {
    for (const { record, pointer, date, activity, year } of sessionsOf(facts)) {
      if (covers(year, date)) continue;
      yield {
        record,
        pointer,
        message: text(
          `Встреча ${numericDate(date)} – вне учебного года плана`,
          `The session of ${date} is outside the school year of the plan`,
        ),
        hints: text("Проверьте год встречи", "Check the year of the session"),
        related: activity && {
          record: activity,
          pointer: "/period",
          message: text("срок по плану", "the planned term"),
        },
      };
    }
  },
};
