import { numericDate } from "../../../base/text/index.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";

/** No document is dated after the day of the check. Only when that day is given. */
export const futureDate: RecordRule = {
  code: "TRC2120",
  title: text("Дата ещё не наступила", "The date is still to come"),
  validations: ["V15"],
  severity: "error",
  why: text("Подписанный документ не может быть датирован будущим днём", "A signed document cannot bear a future date"),
  example: { file: "orders/2025/112-od-2025.yaml", wrong: "date: 2036-11-06", right: "date: 2025-11-06" },
  *check(facts): Iterable<Finding> {
    if (facts.today === null) return;
    for (const { record, date, pointer } of facts.documents) {
      if (date <= facts.today || record.collection === "regulations") continue;
      yield {
        record,
        pointer,
        message: text(
          `Дата ${numericDate(date)} ещё не наступила (сегодня ${numericDate(facts.today)})`,
          `${date} is still to come (today is ${facts.today})`,
        ),
        hints: [
          text(
            "Проверьте год; проект документа датируют днём подписания",
            "Check the year; a draft is dated when it is signed",
          ),
        ],
        actual: date,
      };
    }
  },
};
