import { revocationsOf, revokedOn } from "../../facts/index.ts";
import { each, type RecordRule, text } from "../rule.ts";
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
  check: each("orders", function* (record, facts) {
    const grounds = groundsOf(facts, record).filter(({ target }) => target !== undefined);
    if (grounds.length === 0) return;
    const date = facts.dated(record)?.date ?? "";
    // Asked of those alone that name an order: it looks through all orders.
    const revoked = revokedOn(facts.dossier, date);
    for (const { pointer, target } of grounds) {
      if (target === undefined || !revoked.has(target.id)) continue;
      const revocations = revocationsOf(facts.dossier, target.id);
      const others = revocations.filter(({ id }) => id !== record.id);
      const first = others.every(({ data }) => (data.date ?? "") > date);
      if (first && others.length < revocations.length) continue;
      yield {
        pointer,
        message: text(
          `Приказ ${facts.named(target)} к этому дню уже отменён`,
          `The order "${target.id}" was revoked by that day`,
        ),
        hints: text("Проверьте, тот ли приказ указан", "Check whether it is the right order"),
        related: revocations.map((order) => ({
          record: order,
          pointer: "/revokes",
          message: text("приказ об отмене", "the order that revokes it"),
        })),
      };
    }
  }),
};
