import { numericDate } from "../../../base/text/index.ts";
import { each, type RecordRule, text } from "../rule.ts";

/** Nothing is planned for a public holiday. */
export const plannedOnHoliday: RecordRule = {
  code: "TRC2236",
  title: text("Мероприятие назначено на праздник", "An activity is planned for a public holiday"),
  validations: ["V42"],
  severity: "warning",
  why: text(
    "В праздники школы не работают: чаще всего в дате опечатка",
    "Schools are closed on public holidays: most likely the date is mistyped",
  ),
  norm: "ТК РФ, статья 112",
  example: {
    file: "activities/2025-2026/physics-olympiad.yaml",
    wrong: "period: {date: 2026-02-23}",
    right: "period: {date: 2026-01-29}",
  },
  check: each("activities", function* ({ data: { period } }, facts) {
    const date = period?.date;
    const reason = date === undefined ? null : facts.calendar.holiday(date);
    if (date === undefined || reason === null) return;
    yield {
      pointer: "/period/date",
      message: text(`${numericDate(date)} – праздник (${reason.ru})`, `${date} is a public holiday (“${reason.en}”)`),
      hints: text(
        "Исправьте дату; если так задумано, снимите замечание",
        "Correct the date; if it is meant, waive the finding",
      ),
      actual: date,
    };
  }),
};
