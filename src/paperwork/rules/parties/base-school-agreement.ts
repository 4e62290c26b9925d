import type { ContentRecord } from "../../records/index.ts";
import type { Facts } from "../facts.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";
import { day, fields, items, partiesOf, string, within } from "../values.ts";
import { districtsOf } from "./districts-of.ts";

/** Each base school has exactly one agreement with the centre for the term of the status. Asked once the work has begun. */
export const baseSchoolAgreement: RecordRule = {
  code: "TRC2112",
  title: text("Договор с базовой организацией: нет или не один", "No agreement, or two, with a base school"),
  validations: ["V09"],
  severity: "error",
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
  *check(facts): Iterable<Finding> {
    const agreements = facts.ofKind("agreements", "agreement-base");
    for (const order of facts.ofKind("orders", "order-status")) {
      const from = day(order.data.date);
      if (order.data.action !== "grant" || from === undefined) continue;
      const status = { from, to: day(order.data.statusUntil) ?? "9999-12-31" };
      if (!begun(facts, order, status, agreements)) continue;
      for (const { pointer, base } of districtsOf(facts, order)) {
        if (base === undefined) continue;
        const held = agreements.filter((agreement) => partyIds(agreement).includes(base));
        const own = held.filter(({ data }) => within(day(data.date) ?? "", status));
        if (own.length === 0 && !held.some((agreement) => covers(agreement, status)))
          yield missing(order, pointer, base);
        for (const extra of own.slice(1)) yield second(extra, base, own[0] as ContentRecord);
      }
    }
  },
};

type Status = { readonly from: string; readonly to: string };

/**
 * True when agreements have to be there: one is concluded, a report of the centre is made, or the last term that the order sets is over.
 * The order itself comes first, so on its day none can be asked for.
 */
function begun(facts: Facts, order: ContentRecord, status: Status, agreements: readonly ContentRecord[]): boolean {
  const made = [...agreements, ...facts.all("reports")].some(({ data }) => within(day(data.date) ?? "", status));
  const last = items(order.data, "tasks")
    .flatMap(({ fields: task }) => day(task.due) ?? [])
    .sort()
    .at(-1);
  return made || (last !== undefined && facts.latest > last);
}

/** True for an agreement of an earlier time that goes on into the status. */
function covers({ data }: ContentRecord, status: Status): boolean {
  const term = fields(data.term);
  const from = day(term.from) ?? day(data.date) ?? "9999-12-31";
  return from <= status.from && (term.prolongation === "auto" || (day(term.to) ?? "9999-12-31") >= status.from);
}

function partyIds(agreement: ContentRecord): string[] {
  return partiesOf(agreement.data).flatMap(({ party }) => string(party.organisation) ?? []);
}

function missing(order: ContentRecord, pointer: string, base: string): Finding {
  return {
    record: order,
    pointer,
    message: text(
      `С базовой организацией «${base}» нет договора`,
      `There is no agreement with the base school "${base}"`,
    ),
    hints: [
      text(
        "Создайте договор: trc new agreement-base, parties.second.organisation – эта школа",
        "Create it: trc new agreement-base, with this school as the second party",
      ),
    ],
    actual: base,
  };
}

function second(agreement: ContentRecord, base: string, first: ContentRecord): Finding {
  return {
    record: agreement,
    pointer: "/parties/second/organisation",
    message: text(
      `С базовой организацией «${base}» на этот срок уже есть договор`,
      `There is already an agreement with "${base}" for this term`,
    ),
    hints: [
      text("Проверьте сторону договора: возможно, указана не та школа", "Check the party: it may be the wrong school"),
    ],
    related: [
      { record: first, pointer: "", message: text("другой договор с той же организацией", "the other agreement") },
    ],
    actual: base,
  };
}
