import { numericDate } from "../../../base/text/index.ts";
import { activityPeriod } from "../../facts/index.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";
import { fields, string, within } from "../values.ts";

/** A planned activity lies within the school year of its plan. */
export const outsideSchoolYear: RecordRule = {
  code: "TRC2109",
  title: text("Мероприятие вне учебного года плана", "The activity is outside the school year"),
  validations: ["V07"],
  severity: "error",
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
  *check(facts): Iterable<Finding> {
    for (const record of facts.all("activities")) {
      const plan = facts.find("plans", record.data.plan);
      const year = fields(plan?.data.schoolYear);
      const period = activityPeriod(facts.dossier, record);
      if (plan === undefined || period === null || (within(period.from, year) && within(period.to, year))) continue;
      const [from, to] = [string(year.from) ?? "", string(year.to) ?? ""];
      yield {
        record,
        pointer: period.pointer,
        message: text(
          `Срок мероприятия не входит в учебный год плана (${numericDate(from)} – ${numericDate(to)})`,
          `The term lies outside the school year of the plan (${from} to ${to})`,
        ),
        hints: [text("Проверьте год в сроке или план (plan)", "Check the year of the term, or the plan")],
        related: [
          { record: plan, pointer: "/schoolYear", message: text("учебный год плана", "school year of the plan") },
        ],
      };
    }
  },
};
