import { type Finding, type RecordRule, text } from "../rule.ts";
import { fields } from "../values.ts";

/** Money and its absence agree with the mode. */
export const finance: RecordRule = {
  code: "TRC2157",
  title: text("Сумма и вид финансирования не согласуются", "The amount and the mode of finance disagree"),
  validations: ["V57"],
  severity: "error",
  why: text(
    "Платный договор без суммы нельзя исполнить, а у безвозмездного суммы не бывает",
    "A paid agreement needs an amount, a gratuitous one has none",
  ),
  norm: "ГК РФ, статьи 423, 424",
  example: {
    file: "agreements/2-2025-trc.yaml",
    wrong: "finance: {mode: paid}",
    right: "finance: {mode: paid, amount: 12500, source: субсидия}",
  },
  *check(facts): Iterable<Finding> {
    for (const record of facts.all("agreements")) {
      const { mode, amount } = fields(record.data.finance);
      if (mode === "paid" && !(typeof amount === "number" && amount > 0))
        yield {
          record,
          pointer: "/finance/mode",
          message: text("Договор платный, а сумма не указана", "The agreement is paid, but names no amount"),
          hints: [text("Добавьте в finance: amount: 12500", "Add to finance: amount: 12500")],
        };
      if (mode === "gratuitous" && amount !== undefined)
        yield {
          record,
          pointer: "/finance/amount",
          message: text("Договор безвозмездный, а сумма указана", "The agreement is gratuitous, but names an amount"),
          hints: [text("Удалите amount или напишите: mode: paid", "Delete amount or write: mode: paid")],
        };
    }
  },
};
