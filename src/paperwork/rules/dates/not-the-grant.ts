import { each, type RecordRule, text } from "../rule.ts";

/** A status is extended and ended by reference to the order that granted it. */
export const notTheGrant: RecordRule = {
  code: "TRC2207",
  title: text("Указан не тот приказ о присвоении статуса", "Not the order that granted the status"),
  validations: ["V16"],
  why: text(
    "Продлить или прекратить можно статус, который присвоен указанным приказом",
    "Only a status that the named order granted can be extended or ended",
  ),
  example: {
    file: "orders/2026/98-od-2026.yaml",
    wrong: 'granted: "87-od-2025"\nrecipient: centre',
    right: 'granted: "145-od-2025"\nrecipient: centre',
  },
  check: each(["orders", "order-status"], function* ({ id, data: { granted, recipient } }, facts) {
    const order = facts.find("orders", granted);
    if (order === undefined || order.id === id) return;
    if (order.data.action === "grant" && order.data.recipient === recipient) return;
    const right = facts
      .all("orders", "order-status")
      .find(({ data }) => data.action === "grant" && data.recipient === recipient)?.id;
    yield {
      pointer: "/granted",
      message: text(
        `Приказ ${facts.named(order)} не присваивал статуса организации «${recipient}»`,
        `The order ${facts.named(order)} granted no status to "${recipient}"`,
      ),
      hints:
        right === undefined
          ? text(
              "Укажите приказ о присвоении статуса (action: grant)",
              "Name the order that grants the status (action: grant)",
            )
          : text(`Напишите: granted: "${right}"`, `Write: granted: "${right}"`),
      related: { record: order, pointer: "", message: text("указанный приказ", "the named order") },
      expected: right,
    };
  }),
};
