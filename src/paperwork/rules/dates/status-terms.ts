import { addDays, numericDate } from "../../../base/text/index.ts";
import { schoolYearOf } from "../../facts/index.ts";
import { asAmended } from "../../records/index.ts";
import { each, type FindingIn, type RecordRule, text } from "../rule.ts";

/** An extension follows the status that it extends, and rests on the school year before. */
export const statusTerms: RecordRule = {
  code: "TRC2262",
  title: text("Срок статуса не стыкуется", "The terms of the status do not meet"),
  validations: ["V05"],
  severity: "warning",
  why: text(
    "Продление начинается на другой день после прежнего срока, иначе в промежутке статуса нет; итоги берут за прошедший учебный год",
    "An extension begins on the day after the former term, else there is no status between; the results are of the last school year",
  ),
  example: {
    file: "orders/2026/98-od-2026.yaml",
    wrong: "action: extend\nstatusFrom: 2026-10-01\nstatusUntil: 2027-08-31\ngranted: 145-od-2025",
    right: "action: extend\nstatusFrom: 2026-09-01\nstatusUntil: 2027-08-31\ngranted: 145-od-2025",
  },
  check: each(["orders", "order-status"], function* ({ data }, facts) {
    const { action, statusFrom: from, granted: id, analysis } = data;
    const granted = facts.find("orders", id);
    const until = granted && asAmended(granted).data.statusUntil;
    if (action === "extend" && from !== undefined && granted !== undefined && until !== undefined) {
      const right = addDays(until, 1);
      const another = facts
        .all("orders", "order-status")
        .map(asAmended)
        .some((one) => one.data.granted === id && one.data.statusUntil === addDays(from, -1));
      if (from !== right && !another)
        yield {
          pointer: "/statusFrom",
          message: text(
            `Прежний срок – по ${numericDate(until)}, а продление – с ${numericDate(from)}`,
            `The former term is until ${until}, the extension from ${from} on`,
          ),
          hints: text(`Напишите: statusFrom: ${right} – или исправьте прежний срок`, `Write: statusFrom: ${right}`),
          related: { record: granted, pointer: "/statusUntil", message: text("прежний срок", "the former term") },
          expected: right,
        };
    }
    if (analysis !== undefined && from !== undefined && action !== "revoke") yield* ofAnotherYear(analysis, from);
  }),
};

function* ofAnotherYear(analysis: string, from: string): Iterable<FindingIn> {
  const last = schoolYearOf(from) - 1;
  const right = `${last}/${last + 1}`;
  // Within a school year its own first half, or the year before, may be looked at.
  if (analysis === right || !analysis.includes("/") || Number(analysis.slice(0, 4)) > last) return;
  yield {
    pointer: "/analysis",
    message: text(
      `Итоги за ${analysis} учебный год, а статус – с ${numericDate(from)}`,
      `The results are of ${analysis}, the status begins on ${from}`,
    ),
    hints: text(`Напишите: analysis: "${right}"`, `Write: analysis: "${right}"`),
    related: { pointer: "/statusFrom", message: text("начало статуса", "the begin of the status") },
    expected: right,
  };
}
