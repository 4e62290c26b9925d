import { numericDate } from "../../../base/text/index.ts";
import { activityPeriod, covers } from "../../facts/index.ts";
import { each, type RecordRule, text } from "../rule.ts";

/** A planned activity lies within the school year of its plan. */
export const outsideSchoolYear: RecordRule = {
  code: "TRC2109",
  title: text("Мероприятие вне учебного года плана", "The activity is outside the school year"),
  validations: ["V07"],
  why: text(
    "План составляют на учебный год; мероприятие другого года не попадёт ни в один отчёт",
    "A plan covers one school year; an activity of another year gets into no report",
  ),
  norm: "Закон № 273-ФЗ, статья 28; план работы на учебный год",
  example: {
    file: "activities/2025-2026/assessment-seminar.yaml",
    wrong: "period: {date: 2024-11-20}",
    right: "period: {date: 2025-11-20}",
  },
  check: each("activities", function* (record, facts) {
    const plan = facts.find("plans", record.data.plan);
    const year = plan?.data.schoolYear ?? {};
    const period = activityPeriod(facts.dossier, record);
    if (plan === undefined || period === null || (covers(year, period.from) && covers(year, period.to))) return;
    const { from = "", to = "" } = year;
    yield {
      pointer: period.pointer,
      message: text(
        `Срок мероприятия не входит в учебный год плана (${numericDate(from)} – ${numericDate(to)})`,
        `The term lies outside the school year of the plan (${from} to ${to})`,
      ),
      hints: text("Проверьте год в сроке или план (plan)", "Check the year of the term, or the plan"),
      related: {
        record: plan,
        pointer: "/schoolYear",
        message: text("учебный год плана", "school year of the plan"),
      },
    };
  }),
};
