import { numericDate } from "../../../base/text/index.ts";
import { activityPeriod, covers } from "../../facts/index.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";
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
    for (const { record, pointer, date, activity, year } of sessionsOf(facts)) {
      if (activity === undefined || record.data.status === "moved" || !covers(year, date)) continue;
      const period = activityPeriod(facts.dossier, activity);
      if (period === null || date >= period.from) continue;
      yield {
        record,
        pointer,
        message: text(
          `Встреча ${numericDate(date)} – раньше срока по плану (${numericDate(period.from)})`,
          `The session of ${date} is before the planned term (${period.from})`,
        ),
        hints: text(
          "Исправьте дату или напишите: status: moved и movedTo",
          "Correct the date, or write: status: moved, and movedTo",
        ),
        related: { record: activity, pointer: period.pointer, message: text("срок по плану", "the planned term") },
      };
    }
  },
};
