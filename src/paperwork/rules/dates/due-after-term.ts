import { numericDate } from "../../../base/text/index.ts";
import { termOf } from "../../facts/index.ts";
import { each, located, type RecordRule, text } from "../rule.ts";

/** What an agreement asks for is due within its term. */
export const dueAfterTerm: RecordRule = {
  code: "TRC2212",
  title: text("Срок отчётности – после окончания договора", "A report is due after the end of the agreement"),
  validations: ["V06"],
  severity: "warning",
  why: text(
    "После окончания договора обязанности отчитаться уже нет",
    "After the term of the agreement nobody is bound to report",
  ),
  example: {
    file: "agreements/1-2025-trc.yaml",
    wrong:
      "term: {from: 2025-09-12, to: 2026-08-31, prolongation: mutual, noticeDays: 30}\nreportDue: [{title: годовой отчёт, due: 2026-10-15}]",
    right:
      "term: {from: 2025-09-12, to: 2026-08-31, prolongation: mutual, noticeDays: 30}\nreportDue: [{title: годовой отчёт, due: 2026-06-15}]",
  },
  check: each("agreements", function* (record, facts) {
    const { reportDue, reportData, date } = record.data;
    // Its own words name both: what later agreements make of its term does not mend them.
    const { from, to } = termOf(facts.dossier, record, date);
    const terms = [
      ...located(reportDue, "/reportDue").map(([at, { due }]) => [`${at}/due`, due] as const),
      ...located(reportData, "/reportData"),
    ];
    for (const [pointer, due] of terms) {
      if (due === undefined || ((to === undefined || due <= to) && (from === undefined || due >= from))) continue;
      yield {
        pointer,
        message: text(
          `Срок ${numericDate(due)} – вне срока действия договора`,
          `The day ${due} is outside the term of the agreement`,
        ),
        hints: text("Исправьте день или срок договора (term)", "Correct the day, or the term of the agreement"),
        related: { pointer: "/term", message: text("срок договора", "the term of the agreement") },
      };
    }
  }),
};
