import { numericDate } from "../../../base/text/index.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";
import { nextWorkingDay } from "./next-working-day.ts";

/** Official documents are dated by working days. */
export const documentDayOff: RecordRule = {
  code: "TRC2121",
  title: text("Документ датирован нерабочим днём", "The document is dated by a day off"),
  validations: ["V14"],
  severity: "warning",
  why: text(
    "Документ, подписанный в нерабочий день, вызывает вопросы при проверке",
    "A document signed on a day off raises questions",
  ),
  norm: "ТК РФ, статьи 111, 112; производственный календарь",
  example: { file: "orders/2025/112-od-2025.yaml", wrong: "date: 2025-11-04", right: "date: 2025-11-06" },
  *check(facts): Iterable<Finding> {
    for (const own of facts.documents) {
      const reason = facts.calendar.dayOff(own.date);
      if (own.record.collection === "regulations" || reason === null || reason === "unknown") continue;
      yield {
        ...own,
        message: text(
          `${numericDate(own.date)} – нерабочий день (${reason.ru})`,
          `${own.date} is a day off (${reason.en})`,
        ),
        ...nextWorkingDay(facts, own.date),
      };
    }
  },
};
