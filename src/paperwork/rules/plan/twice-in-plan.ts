import { activityPeriod } from "../../facts/index.ts";
import type { ContentRecord } from "../../records/index.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";
import { string } from "../values.ts";

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
    const seen = new Map<string, ContentRecord>();
    for (const record of facts.all("activities")) {
      const title = string(record.data.title);
      const period = activityPeriod(facts.dossier, record);
      if (title === undefined || period === null) continue;
      const key = JSON.stringify([
        record.data.plan ?? null,
        title
          .toLowerCase()
          .replace(/[^\p{L}\p{N}]+/gu, " ")
          .trim(),
        period.from,
        period.to,
      ]);
      const first = seen.get(key);
      if (first === undefined) seen.set(key, record);
      else
        yield {
          record,
          pointer: "/title",
          message: text(
            "Такое мероприятие с тем же сроком уже есть в плане",
            "The plan already has this activity with the same term",
          ),
          hints: [text("Удалите один из двух файлов или исправьте срок", "Delete one of the files, or mend the term")],
          related: [{ record: first, pointer: "/title", message: text("то же мероприятие", "the same activity") }],
          actual: title,
        };
    }
  },
};
