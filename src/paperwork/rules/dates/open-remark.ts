import { rowsOf } from "../rows-of.ts";
import { each, located, type RecordRule, text } from "../rule.ts";

/** A remark is settled before the signing. */
export const openRemark: RecordRule = {
  code: "TRC2145",
  title: text("Замечание при согласовании не снято", "A remark is still open"),
  validations: ["V52"],
  why: text("Документ с неснятым замечанием подписывать нельзя", "A document with an open remark must not be signed"),
  example: {
    file: "documents/approval-1-2025.yaml",
    wrong: "rows:\n  - {person: kuznets-mr, date: 2025-09-08, remark: уточнить сроки, decision: with-remarks}",
    right:
      "rows:\n  - {person: kuznets-mr, date: 2025-09-08, remark: уточнить сроки, decision: with-remarks, settled: 2025-09-09}",
  },
  check: each(["documents", "approval-sheet"], function* (record, facts) {
    for (const [pointer, { decision, settled, person }] of located(rowsOf(record), "/rows")) {
      if (decision !== "with-remarks" || settled !== undefined) continue;
      yield {
        pointer: `${pointer}/decision`,
        message: text(
          `Замечание не снято: ${facts.fullName(person)}`,
          `The remark of “${facts.fullName(person)}” is open`,
        ),
        hints: text(
          "Когда замечание учтут, добавьте в строку день: settled: 2025-09-09",
          "When it is settled, add the day: settled: 2025-09-09",
        ),
      };
    }
  }),
};
