import { activityPeriod } from "../../facts/index.ts";
import type { RecordOf } from "../../records/index.ts";
import { repeated } from "../../records/index.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";

/** One activity is planned once. */
export const twiceInPlan: RecordRule = {
  code: "TRC2147",
  title: text("Мероприятие в плане дважды", "An activity stands twice in the plan"),
  validations: ["V58"],
  severity: "warning",
  why: text(
    "Одно и то же мероприятие дважды в плане завысит показатели отчёта",
    "An activity that stands twice inflates the report",
  ),
  example: {
    file: "activities/2025-2026/certification.yaml",
    wrong: "title: Муниципальный семинар «Формирующее оценивание в начальной школе»\nperiod: {date: 2025-11-20}",
    right: "title: Семинар «Подготовка к аттестации»\nperiod: {date: 2025-11-20}",
  },
  *check(facts): Iterable<Finding> {
    const key = (record: RecordOf<"activities">): string | undefined => {
      const period = activityPeriod(facts.dossier, record);
      const { plan, title } = record.data;
      const words = title
        ?.toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, " ")
        .trim();
      return words === undefined || period === null ? undefined : JSON.stringify([plan, words, period.spans]);
    };
    for (const [record, first] of repeated(facts.all("activities"), key))
      yield {
        record,
        pointer: "/title",
        message: text(
          "Такое мероприятие с тем же сроком уже есть в плане",
          "The plan already has this activity with the same term",
        ),
        hints: text("Удалите один из двух файлов или исправьте срок", "Delete one of the files, or correct the term"),
        related: { record: first, pointer: "/title", message: text("то же мероприятие", "the same activity") },
      };
  },
};
