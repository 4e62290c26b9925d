import { numericDate } from "../../../base/text/index.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";

/** No document is dated after the day of the check. Only when that day is given. */
export const futureDate: RecordRule = {
  code: "TRC2120",
  title: text("Дата ещё не наступила", "The date is still to come"),
  validations: ["V15"],
  why: text("Подписанный документ не может быть датирован будущим днём", "A signed document cannot bear a future date"),
  example: { file: "orders/2025/112-od-2025.yaml", wrong: "date: 2036-11-06", right: "date: 2025-11-06" },
  *check(facts): Iterable<Finding> {
    const { today } = facts;
    if (today === null) return;
    for (const own of facts.documents) {
      if (own.date <= today || own.record.collection === "regulations") continue;
      yield {
        ...own,
        message: text(
          `Дата ${numericDate(own.date)} ещё не наступила (сегодня ${numericDate(today)})`,
          `${own.date} is still to come (today is ${today})`,
        ),
        hints: text(
          "Проверьте год; проект документа датируют днём подписания",
          "Check the year; a draft is dated when it is signed",
        ),
      };
    }
  },
};
