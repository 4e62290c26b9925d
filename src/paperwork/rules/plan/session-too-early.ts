import { numericDate } from "../../../base/text/index.ts";
import { activityPeriod } from "../../facts/index.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";
import { fields, within } from "../values.ts";
import { sessionsOf } from "./sessions-of.ts";

/** What is held before its planned day was moved. */
export const sessionTooEarly: RecordRule = {
  code: "TRC2131",
  title: text("Встреча раньше срока по плану", "A session before its planned term"),
  validations: ["V23"],
  severity: "warning",
  why: text(
    "Мероприятие, проведённое раньше срока, отмечают как перенесённое",
    "What was held before its term was moved",
  ),
  example: {
    file: "results/2025-2026/certification.yaml",
    wrong: "sessions:\n  - {date: 2025-09-16, teachers: 23, students: 0, managers: 1, parents: 0, organisations: 9}",
    right: "sessions:\n  - {date: 2025-10-16, teachers: 23, students: 0, managers: 1, parents: 0, organisations: 9}",
  },
  *check(facts): Iterable<Finding> {
    for (const { record, pointer, date, activity } of sessionsOf(facts)) {
      const period = activity === undefined ? null : activityPeriod(facts.dossier, activity);
      const year = fields(facts.find("plans", record.data.plan)?.data.schoolYear);
      if (
        activity === undefined ||
        period === null ||
        date >= period.from ||
        record.data.status === "moved" ||
        !within(date, year)
      )
        continue;
      yield {
        record,
        pointer,
        message: text(
          `Встреча ${numericDate(date)} – раньше срока по плану (${numericDate(period.from)})`,
          `The session of ${date} is before the planned term (${period.from})`,
        ),
        hints: [
          text(
            "Исправьте дату или напишите: status: moved и movedTo",
            "Mend the date, or write: status: moved, and movedTo",
          ),
        ],
        related: [{ record: activity, pointer: period.pointer, message: text("срок по плану", "the planned term") }],
        actual: date,
      };
    }
  },
};
