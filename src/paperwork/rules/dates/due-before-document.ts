import { numericDate } from "../../../base/text/index.ts";
import { againstFileName } from "../numbers/named-by-file.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";
import { dueDates } from "./due-dates.ts";

/** Nothing is due before the document that says so. */
export const dueBeforeDocument: RecordRule = {
  code: "TRC2137",
  title: text("Срок раньше даты документа", "A term before the date of the document"),
  validations: ["V41"],
  why: text("Поручение нельзя исполнить раньше, чем оно дано", "A task cannot be done before it is given"),
  example: {
    file: "orders/2025/119-od-2025.yaml",
    wrong:
      "items:\n  - text: принять заявки на участие в конференции\n    due: 2025-11-04\n    assignees: [solovey-gs]",
    right:
      "items:\n  - text: принять заявки на участие в конференции\n    due: 2025-12-04\n    assignees: [solovey-gs]",
  },
  *check(facts): Iterable<Finding> {
    for (const due of dueDates(facts)) {
      const made = due.record.data.date;
      if (made === undefined || due.date >= made) continue;
      // A wrong year of the document is told at its date, once.
      if (againstFileName(facts.dossier, due.record)?.what === "year") continue;
      yield {
        ...due,
        message: text(
          `Срок ${numericDate(due.date)} раньше даты документа (${numericDate(made)})`,
          `The term ${due.date} is before the document (${made})`,
        ),
        hints: text("Проверьте месяц и год срока", "Check the month and the year of the term"),
        related: { record: due.record, pointer: "/date", message: text("дата документа", "date of the document") },
      };
    }
  },
};
