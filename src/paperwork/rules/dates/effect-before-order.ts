import { numericDate } from "../../../base/text/index.ts";
import { each, type RecordRule, text } from "../rule.ts";

/** An order takes effect no earlier than its own day. */
export const effectBeforeOrder: RecordRule = {
  code: "TRC2208",
  title: text("Приказ действует раньше своей даты", "An order takes effect before its date"),
  validations: ["V17"],
  severity: "warning",
  why: text(
    "Приказ не действует до того, как подписан: чего тогда ещё не было, поручить нельзя",
    "An order has no effect before it is signed",
  ),
  example: {
    file: "orders/2026/4-od-2026.yaml",
    wrong: "date: 2026-01-20\nfrom: 2026-01-10",
    right: "date: 2026-01-20\nfrom: 2026-01-20",
  },
  check: each("orders", function* ({ data }) {
    for (const key of ["from", "statusFrom"] as const) {
      const from = data[key];
      if (from === undefined || data.date === undefined || from >= data.date) continue;
      yield {
        pointer: `/${key}`,
        message: text(
          `Действует с ${numericDate(from)}, а приказ – от ${numericDate(data.date)}`,
          `In effect from ${from}, the order is of ${data.date}`,
        ),
        hints: text("Исправьте дату приказа или начало действия", "Correct the date of the order, or of its effect"),
        related: { pointer: "/date", message: text("дата приказа", "date of the order") },
      };
    }
  }),
};
