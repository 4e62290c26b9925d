import { each, located, type RecordRule, text } from "../rule.ts";

/** An order is changed and revoked by the one who issued it. */
export const otherAuthorsOrder: RecordRule = {
  code: "TRC2206",
  title: text("Изменён или отменён чужой приказ", "An order of another organisation is changed or revoked"),
  validations: ["V16"],
  why: text(
    "Изменить или отменить приказ может только тот, кто его издал",
    "Only the one who issued an order changes or revokes it",
  ),
  example: {
    file: "orders/2026/4-od-2026.yaml",
    wrong: 'amends:\n  - order: "145-od-2025"\n    changes: [{clause: "1", action: delete}]',
    right: 'amends:\n  - order: "87-od-2025"\n    changes: [{clause: "1", action: delete}]',
  },
  check: each("orders", function* ({ data: { issuer, amends, revokes } }, facts) {
    const named = [
      ...located(amends, "/amends").map(([at, { order }]) => [`${at}/order`, order] as const),
      ...located(revokes, "/revokes"),
    ];
    for (const [pointer, id] of named) {
      const order = facts.find("orders", id);
      const author = order?.data.issuer;
      if (order === undefined || author === undefined || issuer === undefined || author === issuer) continue;
      yield {
        pointer,
        message: text(
          `Приказ ${facts.named(order)} издала организация «${author}», а не «${issuer}»`,
          `The order ${facts.named(order)} was issued by "${author}", not by "${issuer}"`,
        ),
        hints: text(
          "Укажите свой приказ; об изменении чужого попросите того, кто его издал",
          "Name an order of your own; ask its author to change another one",
        ),
        related: { record: order, pointer: "/issuer", message: text("кто издал приказ", "who issued the order") },
      };
    }
  }),
};
