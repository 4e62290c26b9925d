import { covers } from "../../facts/index.ts";
import { asAmended, type DataOf, type RecordOf } from "../../records/index.ts";
import type { Facts } from "../facts.ts";
import { each, type RecordRule, text } from "../rule.ts";
import { districtsOf } from "./districts-of.ts";
import { partiesOf } from "./parties-of.ts";

/** Each base school has exactly one agreement with the centre for the term of the status. Asked once the work has begun. */
export const baseSchoolAgreement: RecordRule = {
  code: "TRC2112",
  title: text("Договор с базовой организацией: нет или не один", "No agreement, or two, with a base school"),
  validations: ["V09"],
  why: text(
    "С каждой базовой организацией заключают один договор на срок статуса",
    "There is one agreement with each base school for the term of the status",
  ),
  norm: "Положение, раздел 6",
  example: {
    file: "agreements/3-2025-trc.yaml",
    wrong:
      "parties:\n  first: {organisation: centre, alias: Центр}\n  second: {organisation: base-obraztsovo, alias: Школа}",
    right:
      "parties:\n  first: {organisation: centre, alias: Центр}\n  second: {organisation: base-uchebnoe, alias: Школа}",
  },
  check: each(["orders", "order-status"], function* (order, facts) {
    const agreements = facts.all("agreements", "agreement-base").map(asAmended);
    const { action, date: from, statusUntil: to } = asAmended(order).data;
    if (action !== "grant" || from === undefined) return;
    const status = { from, to };
    if (!begun(facts, order, status)) return;
    for (const { pointer, base } of districtsOf(facts, order)) {
      if (base === undefined) continue;
      const held = agreements.filter((one) => partiesOf(one).some(([, { organisation }]) => organisation === base));
      // What is signed in the last days of a status for the time after it is of the next one.
      const own = held.filter(
        ({ data }) => isWithin(data.date, status) && (data.term?.from ?? "") <= (status.to ?? "9999"),
      );
      if (own.length === 0 && !held.some(({ data }) => goesOnInto(data, from)))
        yield {
          pointer,
          message: text(
            `С базовой организацией «${base}» нет договора`,
            `There is no agreement with the base school "${base}"`,
          ),
          hints: text(
            "Создайте договор: trc new agreement-base, parties.second.organisation – эта школа",
            "Create it: trc new agreement-base, with this school as the second party",
          ),
          actual: base,
        };
      for (const record of own.slice(1))
        yield {
          record,
          pointer: "/parties/second/organisation",
          message: text(
            `С базовой организацией «${base}» на этот срок уже есть договор`,
            `There is already an agreement with "${base}" for this term`,
          ),
          hints: text(
            "Проверьте сторону договора: возможно, указана не та школа",
            "Check the party: it may be the wrong school",
          ),
          related: {
            record: own[0] ?? record,
            pointer: "",
            message: text("другой договор с той же организацией", "the other agreement"),
          },
          actual: base,
        };
    }
  }),
};

type Status = { readonly from: string; readonly to: string | undefined };

function isWithin(date: string | undefined, status: Status): boolean {
  return date !== undefined && covers(status, date);
}

/**
 * True when agreements have to be there: one is concluded, a report of the centre is made, or the last term that the order sets is over.
 * The order itself comes first, so on its day none can be asked for.
 */
function begun(facts: Facts, order: RecordOf<"orders">, status: Status): boolean {
  const last = (order.data.tasks ?? [])
    .flatMap(({ due }) => due ?? [])
    .sort()
    .at(-1);
  return (
    [...facts.all("agreements", "agreement-base"), ...facts.all("reports")].some(({ data }) =>
      isWithin(data.date, status),
    ) ||
    (last !== undefined && facts.latest > last)
  );
}

/** True for an agreement of an earlier time that goes on into a status which begins on the day. */
function goesOnInto({ term = {}, date = "9999" }: DataOf<"agreements">, day: string): boolean {
  const { from = date, to = "9999", prolongation } = term;
  return from <= day && (prolongation === "auto" || to >= day);
}
