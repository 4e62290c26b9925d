import { numericDate } from "../../../base/text/index.ts";
import { countForm } from "../../../language/index.ts";
import { asAmended } from "../../records/index.ts";
import { type Finding, type Location, located, type RecordRule, text } from "../rule.ts";
import { heldOn } from "./held-on.ts";

/** Nobody can hold many activities on one day. */
export const overload: RecordRule = {
  code: "TRC2148",
  title: text("Слишком много мероприятий у одного лица в день", "Too many activities for one person on a day"),
  validations: ["V59"],
  severity: "warning",
  why: text(
    "Одному человеку трудно провести несколько мероприятий в один день",
    "One person can hardly hold several activities on one day",
  ),
  example: {
    file: "activities/2025-2026/assessment-seminar.yaml",
    wrong: "period: {date: 2025-10-16}",
    right: "period: {date: 2025-11-20}",
  },
  *check(facts): Iterable<Finding> {
    const most = facts.settings.maxActivitiesPerDay ?? 2;
    const days = new Map<string, Location[]>();
    for (const record of facts.all("activities")) {
      for (const date of heldOn(record))
        for (const [pointer, id] of located(asAmended(record).data.responsible, "/responsible")) {
          const key = `${date} ${id}`;
          days.set(key, [...(days.get(key) ?? []), { record, pointer }]);
        }
    }
    for (const [key, held] of days) {
      const last = held.at(-1);
      if (held.length <= most || last === undefined) continue;
      const [date = "", id = ""] = key.split(" ");
      yield {
        ...last,
        message: text(
          `${facts.fullName(id)}: ${held.length} ${countForm(held.length, "мероприятие", "мероприятия", "мероприятий")} ${numericDate(date)}, допустимо ${most}`,
          `“${facts.fullName(id)}”: ${held.length} activities on ${date}, at most ${most} allowed`,
        ),
        hints: text(
          "Перенесите мероприятие, назначьте другого или измените maxActivitiesPerDay в settings.yaml",
          "Move the activity, name somebody else, or change maxActivitiesPerDay in settings.yaml",
        ),
        related: held.slice(0, -1).map(({ record }) => ({
          record,
          pointer: "/period",
          message: text("мероприятие того же дня", "an activity of the same day"),
        })),
      };
    }
  },
};
