import { numericDate } from "../../../base/text/index.ts";
import { each, type FindingIn, type RecordRule, text } from "../rule.ts";

/** What tells of a period is made when the period is over. */
export const periodNotOver: RecordRule = {
  code: "TRC2224",
  title: text("Документ составлен до конца своего периода", "A document is made before its period is over"),
  validations: ["V23"],
  why: text(
    "Отчёт и акт говорят о том, что уже сделано: до конца периода этого знать нельзя",
    "A report and an act tell of what is done: nobody knows before the period is over",
  ),
  example: {
    file: "documents/act-1-2025.yaml",
    wrong: "date: 2025-12-18\nperiod: {from: 2025-12-11, to: 2025-12-25}",
    right: "date: 2025-12-18\nperiod: {from: 2025-12-11, to: 2025-12-11}",
  },
  check: (facts) => [...each("reports", found)(facts), ...each("documents", found)(facts)],
};

type Told = { readonly date?: string; readonly period?: { readonly to?: string } };

function* found({ data: { date, period } }: { readonly data: Told }): Iterable<FindingIn> {
  const last = period?.to;
  if (date === undefined || last === undefined || last <= date) return;
  yield {
    pointer: "/period/to",
    message: text(
      `Период – по ${numericDate(last)}, а документ составлен ${numericDate(date)}`,
      `The period ends on ${last}, the document is of ${date}`,
    ),
    hints: text("Исправьте конец периода или дату документа", "Correct the end of the period, or the date"),
    related: { pointer: "/date", message: text("дата документа", "date of the document") },
  };
}
