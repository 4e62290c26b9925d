import { numericDate } from "../../../base/text/index.ts";
import { rowsOf } from "../rows-of.ts";
import { each, located, type RecordRule, text } from "../rule.ts";

/** A remark is settled after it was made. */
export const settledBeforeRemark: RecordRule = {
  code: "TRC2228",
  title: text("Замечание снято раньше, чем сделано", "A remark is settled before it was made"),
  validations: ["V52"],
  why: text("Снять можно только сделанное замечание", "Only a remark that was made can be settled"),
  example: {
    file: "documents/approval-1-2025.yaml",
    wrong:
      "rows:\n  - {person: kuznets-mr, date: 2025-09-08, remark: уточнить сроки, decision: with-remarks, settled: 2025-09-01}",
    right:
      "rows:\n  - {person: kuznets-mr, date: 2025-09-08, remark: уточнить сроки, decision: with-remarks, settled: 2025-09-09}",
  },
  check: each(["documents", "approval-sheet"], function* (record) {
    for (const [pointer, { date, settled }] of located(rowsOf(record), "/rows")) {
      if (date === undefined || settled === undefined || settled >= date) continue;
      yield {
        pointer: `${pointer}/settled`,
        message: text(
          `Замечание от ${numericDate(date)} снято ${numericDate(settled)}`,
          `The remark of ${date} is settled on ${settled}`,
        ),
        hints: text("Исправьте settled или date", "Correct settled, or date"),
        related: { pointer: `${pointer}/date`, message: text("дата замечания", "the day of the remark") },
      };
    }
  }),
};
