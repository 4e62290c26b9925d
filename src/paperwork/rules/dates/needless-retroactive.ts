import { numericDate } from "../../../base/text/index.ts";
import { each, type RecordRule, text } from "../rule.ts";

/** A clause about earlier relations needs a day before the date of the agreement. */
export const needlessRetroactive: RecordRule = {
  code: "TRC2233",
  title: text("Оговорка о прежних отношениях лишняя", "A clause about earlier relations without any"),
  validations: ["V06"],
  severity: "warning",
  why: text(
    "Договор печатает, что распространяется на прежние отношения, хотя действует не раньше своей даты",
    "The agreement says that it reaches back, though it is in force from its date or later",
  ),
  norm: "ГК РФ, статья 425, пункт 2",
  example: {
    file: "agreements/2-2025-trc.yaml",
    wrong:
      "date: 2025-09-10\nterm: {from: 2025-09-12, to: 2026-08-31, prolongation: mutual, noticeDays: 30, retroactive: true}",
    right: "date: 2025-09-10\nterm: {from: 2025-09-12, to: 2026-08-31, prolongation: mutual, noticeDays: 30}",
  },
  check: each("agreements", function* ({ data: { date, term } }) {
    if (term?.retroactive !== true || term.from === undefined || date === undefined || term.from < date) return;
    yield {
      pointer: "/term/retroactive",
      message: text(
        `Договор от ${numericDate(date)} действует с ${numericDate(term.from)}: прежних отношений нет`,
        `The agreement of ${date} is in force from ${term.from}: there are no earlier relations`,
      ),
      hints: text("Удалите строку retroactive или исправьте дату", "Delete the line retroactive, or correct the date"),
      related: { pointer: "/term/from", message: text("начало действия", "its beginning") },
    };
  }),
};
