import type { ContentRecord } from "../../records/index.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";
import { day, partiesOf, string } from "../values.ts";
import { districtsOf } from "./districts-of.ts";

/** Each base school has exactly one agreement with the centre for the term of the status. Asked as soon as any is concluded. */
export const baseSchoolAgreement: RecordRule = {
  code: "TRC2112",
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
    if (agreements.length === 0) return;
    for (const order of facts.ofKind("orders", "order-status")) {
      if (order.data["action"] !== "grant") continue;
      const until = day(order.data["statusUntil"]) ?? "9999-12-31";
      for (const { pointer, base } of districtsOf(facts, order)) {
        if (base === undefined) continue;
        const own = agreements.filter((agreement) => {
          const date = day(agreement.data["date"]) ?? "";
          return partyIds(agreement).includes(base) && date >= (day(order.data["date"]) ?? "") && date <= until;
        });
        if (own.length === 0) yield missing(order, pointer, base);
        for (const extra of own.slice(1)) yield second(extra, base, own[0] as ContentRecord);
      }
    }
  },
};

function partyIds(agreement: ContentRecord): string[] {
  return partiesOf(agreement.data).flatMap(({ party }) => string(party["organisation"]) ?? []);
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
