import { each, type RecordRule, text } from "../rule.ts";

/** Money and its absence agree with the mode. */
export const finance: RecordRule = {
  code: "TRC2157",
  title: text("Сумма и вид финансирования не согласуются", "The amount and the mode of finance disagree"),
  validations: ["V57"],
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
  check: each("agreements", function* ({ data: { finance: { mode, amount } = {} } }) {
    if (mode === "paid" && !(amount !== undefined && amount > 0))
      yield {
        pointer: "/finance/mode",
        message: text("Договор платный, а сумма не указана", "The agreement is paid, but names no amount"),
        hints: text("Добавьте в finance: amount: 12500", "Add to finance: amount: 12500"),
      };
    if (mode === "gratuitous" && amount !== undefined)
      yield {
        pointer: "/finance/amount",
        message: text("Договор безвозмездный, а сумма указана", "The agreement is gratuitous, but names an amount"),
        hints: text("Удалите amount или напишите: mode: paid", "Delete amount or write: mode: paid"),
      };
  }),
};
