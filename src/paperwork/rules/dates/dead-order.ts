import { revocationsOf } from "../../facts/index.ts";
import type { DatedRecord, Facts } from "../facts.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";
import { string } from "../values.ts";
import { groundsOf } from "./grounds-of.ts";

/** Nobody amends or revokes what is no longer in force. */
export const deadOrder: RecordRule = {
  code: "TRC2159",
  title: text("Ссылка на отменённый приказ", "A reference to a revoked order"),
  validations: ["V16"],
  severity: "warning",
  why: text(
    "Отменённый приказ нельзя ни изменить, ни отменить ещё раз, ни взять за основание",
    "A revoked order can be neither amended nor revoked again nor relied on",
  ),
  example: {
    file: "orders/2026/11-od-2026.yaml",
    wrong: "grounds: [{order: 119-od-2025}]\npreamble: в связи с переносом",
    right: "grounds: [{order: 88-od-2025}]\npreamble: в связи с переносом",
  },
  *check(facts): Iterable<Finding> {
    for (const own of facts.documents.filter(({ record }) => record.collection === "orders")) {
      const revoked = facts.revokedOn(own.date);
      for (const { pointer, target } of groundsOf(facts, own.record)) {
        if (target === undefined || !revoked.has(target.id)) continue;
        if (ownRevocation(facts, own, target.id)) continue;
        yield {
          record: own.record,
          pointer,
          message: text(
            `Приказ «${string(target.data.number) ?? target.id}» к этому дню уже отменён`,
            `The order "${target.id}" was revoked by that day`,
          ),
          hints: [text("Проверьте, тот ли приказ указан", "Check whether it is the right order")],
          related: revocationsOf(facts.dossier, target.id).map((record) => ({
            record,
            pointer: "/revokes",
            message: text("приказ об отмене", "the order that revokes it"),
          })),
          actual: target.id,
        };
      }
    }
  },
};

/** The revocation itself is the only one, or the first. */
function ownRevocation(facts: Facts, own: DatedRecord, id: string): boolean {
  const all = revocationsOf(facts.dossier, id);
  return (
    all.some((one) => one === own.record) &&
    all.every((other) => other === own.record || (other.data.date ?? "") > own.date)
  );
}
