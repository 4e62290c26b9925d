import { numericDate } from "../../../base/text/index.ts";
import { each, type RecordRule, text } from "../rule.ts";

/** An agreement that reaches back before its date says so. */
export const retroactive: RecordRule = {
  code: "TRC2108",
  title: text("Договор действует с дня раньше своей даты", "The agreement reaches back before its date"),
  validations: ["V06"],
  why: text(
    "Договор действует с заключения; на прежние отношения его распространяют только прямой оговоркой",
    "An agreement is in force from its conclusion; it reaches back only by an express clause",
  ),
  norm: "ГК РФ, статья 425, пункт 2",
  example: {
    file: "agreements/2-2025-trc.yaml",
    wrong: "term: {from: 2025-09-01, to: 2026-08-31, prolongation: mutual, noticeDays: 30}",
    right: "term: {from: 2025-09-01, to: 2026-08-31, prolongation: mutual, noticeDays: 30, retroactive: true}",
  },
  check: each("agreements", function* ({ data: { date, term } }) {
    if (term?.from === undefined || date === undefined || term.from >= date || term.retroactive === true) return;
    yield {
      pointer: "/term/from",
      message: text(
        `Договор от ${numericDate(date)} действует с более раннего дня – ${numericDate(term.from)}`,
        `The agreement of ${date} is in force from an earlier day, ${term.from}`,
      ),
      hints: [
        text(`Исправьте: from: ${date}`, `Correct: from: ${date}`),
        text(
          "Если так задумано, добавьте в term: retroactive: true – в договоре появится оговорка",
          "If it is meant, add to term: retroactive: true; the agreement gets the clause",
        ),
      ],
      related: { pointer: "/date", message: text("дата договора", "date of the agreement") },
      expected: date,
    };
  }),
};
