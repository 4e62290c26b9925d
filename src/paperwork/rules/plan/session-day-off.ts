import { numericDate, weekdayOf } from "../../../base/text/index.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";
import { heldOn } from "./held-on.ts";
import { sessionsOf } from "./sessions-of.ts";

/** Nothing was held on a Sunday or a public holiday, unless it was planned for that very day; Saturdays are school days. */
export const sessionDayOff: RecordRule = {
  code: "TRC2268",
  title: text("Встреча в воскресенье или праздник", "A session on a Sunday or a holiday"),
  validations: ["V42"],
  severity: "warning",
  why: text(
    "В эти дни школы не работают: чаще всего в дате не тот месяц или день",
    "Schools are closed on these days: mostly the month or the day of the date is wrong",
  ),
  norm: "ТК РФ, статьи 111, 112",
  example: {
    file: "results/2025-2026/council.yaml",
    wrong:
      "activity: council\nsessions:\n  - {date: 2026-01-18, teachers: 4, students: 0, managers: 6, parents: 0, organisations: 4}",
    right:
      "activity: council\nsessions:\n  - {date: 2026-01-15, teachers: 4, students: 0, managers: 6, parents: 0, organisations: 4}",
  },
  *check(facts): Iterable<Finding> {
    for (const { record, pointer, date, activity } of sessionsOf(facts)) {
      if (activity !== undefined && heldOn(activity).includes(date)) continue;
      // A day that is not the one it was moved to is told by another rule.
      if ((record.data.movedTo ?? date) !== date) continue;
      const holiday = facts.calendar.holiday(date);
      const sunday = weekdayOf(date) === 0 && facts.calendar.dayOff(date) !== null;
      if (holiday === null && !sunday) continue;
      const reason = holiday ?? text("воскресенье", "a Sunday");
      yield {
        record,
        pointer,
        message: text(`${numericDate(date)} – нерабочий день (${reason.ru})`, `${date} is a day off (${reason.en})`),
        hints: text(
          "Исправьте дату; если встреча и правда была в этот день, снимите замечание",
          "Correct the date; if the session was held on this day indeed, waive the finding",
        ),
        actual: date,
      };
    }
  },
};
