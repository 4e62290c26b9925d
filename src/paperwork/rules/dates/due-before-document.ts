import { numericDate } from "../../../base/text/index.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";
import { day } from "../values.ts";
import { dueDates } from "./due-dates.ts";

/** Nothing is due before the document that says so. */
export const dueBeforeDocument: RecordRule = {
  code: "TRC2137",
  title: text("Срок раньше даты документа", "A term before the date of the document"),
  validations: ["V41"],
  severity: "error",
  why: text("Поручение нельзя исполнить раньше, чем оно дано", "A task cannot be done before it is given"),
  example: {
    file: "orders/2025/119-od-2025.yaml",
    wrong:
      "items:\n  - text: принять заявки на участие в конференции\n    due: 2025-11-04\n    assignees: [solovey-gs]",
    right:
      "items:\n  - text: принять заявки на участие в конференции\n    due: 2025-12-04\n    assignees: [solovey-gs]",
  },
  *check(facts): Iterable<Finding> {
    for (const { date, ...spot } of dueDates(facts)) {
      const made = day(spot.record.data.date);
      if (made === undefined || date >= made) continue;
      yield {
        ...spot,
        message: text(
          `Срок ${numericDate(date)} раньше даты документа (${numericDate(made)})`,
          `The term ${date} is before the document (${made})`,
        ),
        hints: [text("Проверьте месяц и год срока", "Check the month and the year of the term")],
        related: [{ record: spot.record, pointer: "/date", message: text("дата документа", "date of the document") }],
        actual: date,
      };
    }
  },
};
