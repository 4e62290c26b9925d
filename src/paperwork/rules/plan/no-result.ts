import { numericDate } from "../../../base/text/index.ts";
import { activityPeriod } from "../../facts/index.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";

/** Every item of the plan that a report covers says what became of it. */
export const noResult: RecordRule = {
  code: "TRC2127",
  title: text("О мероприятии плана нет результата", "An activity of the plan has no result"),
  validations: ["V20"],
  why: text(
    "Отчёт сдают по всем пунктам плана: о каждом сказано, выполнен он, перенесён или отменён",
    "A report answers for every item of the plan",
  ),
  norm: "Положение, раздел 6",
  example: {
    file: "results/2025-2026/certification.yaml",
    wrong: "activity: assessment-seminar",
    right: "activity: certification",
  },
  *check(facts): Iterable<Finding> {
    const over = new Set<string>();
    const answered = new Set(facts.all("results").map(({ data }) => data.activity));
    for (const report of facts.all("reports")) {
      const to = report.data.period?.to;
      if (to === undefined) continue;
      for (const activity of facts.all("activities")) {
        if (activity.data.plan !== report.data.plan) continue;
        const period = activityPeriod(facts.dossier, activity);
        const going = facts
          .all("results")
          .find(({ data }) => data.activity === activity.id && data.status === "ongoing");
        if (going !== undefined && period !== null && period.to <= to && !over.has(going.id)) {
          over.add(going.id);
          yield {
            record: going,
            pointer: "/status",
            message: text(
              `Мероприятие ещё выполняется, а его срок истёк ${numericDate(period.to)}, до конца периода отчёта «${report.id}»`,
              `The activity is still going on, but its term ended on ${period.to}, within the report "${report.id}"`,
            ),
            hints: text(
              "Напишите, чем оно кончилось: status: done, partial, moved или cancelled",
              "Write what became of it: status: done, partial, moved or cancelled",
            ),
            related: { record: report, pointer: "/period", message: text("период отчёта", "period of the report") },
            actual: "ongoing",
          };
        }
        if (answered.has(activity.id)) continue;
        if (report.kind !== "report-annual" && (period === null || period.to > to)) continue;
        answered.add(activity.id);
        yield {
          record: activity,
          pointer: "/title",
          message: text(
            `О мероприятии «${activity.id}» нет записи в results, а отчёт «${report.id}» его охватывает`,
            `The report "${report.id}" covers "${activity.id}", but there is no result of it`,
          ),
          hints: text(
            `Создайте запись: trc new result, activity: ${activity.id}`,
            `Create it: trc new result, with activity: ${activity.id}`,
          ),
          related: { record: report, pointer: "/period", message: text("период отчёта", "period of the report") },
          actual: activity.id,
        };
      }
    }
  },
};
