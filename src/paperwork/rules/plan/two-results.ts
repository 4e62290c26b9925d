import { repeated } from "../../records/index.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";

/** An activity has one result. */
export const twoResults: RecordRule = {
  code: "TRC2162",
  title: text("О мероприятии две записи результата", "Two results of one activity"),
  validations: ["V20"],
  why: text(
    "Мероприятие с двумя записями о результате будет посчитано в отчёте дважды",
    "An activity with two results is counted twice",
  ),
  example: {
    file: "results/2025-2026/certification.yaml",
    wrong: "activity: assessment-seminar",
    right: "activity: certification",
  },
  *check(facts): Iterable<Finding> {
    for (const [record, first] of repeated(facts.all("results"), ({ data }) => data.activity))
      yield {
        record,
        pointer: "/activity",
        message: text(
          `О мероприятии «${record.data.activity}» уже есть запись`,
          `There is already a result of "${record.data.activity}"`,
        ),
        hints: text(
          "Проверьте, к какому мероприятию относится результат, или добавьте встречу в первую запись",
          "Check the activity, or add the session to the first record",
        ),
        related: { record: first, pointer: "/activity", message: text("первая запись", "the first record") },
      };
  },
};
