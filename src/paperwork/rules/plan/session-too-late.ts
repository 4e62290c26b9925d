import { numericDate } from "../../../base/text/index.ts";
import { activityPeriod, covers } from "../../facts/index.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";
import { sessionsOf } from "./sessions-of.ts";

/** What is held after its planned term was moved. */
export const sessionTooLate: RecordRule = {
  code: "TRC2227",
  title: text("Встреча позже срока по плану", "A session after its planned term"),
  validations: ["V23"],
  severity: "warning",
  why: text(
    "Мероприятие, проведённое позже срока, отмечают как перенесённое",
    "What was held after its term was moved",
  ),
  example: {
    file: "results/2025-2026/math-olympiad.yaml",
    wrong:
      "activity: math-olympiad\nstatus: done\nsessions: [{date: 2025-11-20, teachers: 12, students: 94, managers: 0, parents: 0, organisations: 10}]",
    right:
      "activity: math-olympiad\nstatus: done\nsessions: [{date: 2025-11-13, teachers: 12, students: 94, managers: 0, parents: 0, organisations: 10}]",
  },
  *check(facts): Iterable<Finding> {
    for (const { record, pointer, date, activity, year } of sessionsOf(facts)) {
      if (activity === undefined || record.data.status === "moved" || !covers(year, date)) continue;
      const period = activityPeriod(facts.dossier, activity);
      if (period === null || date < period.from || period.spans.some((span) => covers(span, date))) continue;
      // «By the 1st of May»: any day before it.
      if (date <= period.to && activity.data.period?.by !== undefined) continue;
      yield {
        record,
        pointer,
        message:
          date <= period.to
            ? text(
                `Встреча ${numericDate(date)} не попадает ни в один из сроков по плану`,
                `The session of ${date} is in none of the planned terms`,
              )
            : text(
                `Встреча ${numericDate(date)} – позже срока по плану (${numericDate(period.to)})`,
                `The session of ${date} is after the planned term (${period.to})`,
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
