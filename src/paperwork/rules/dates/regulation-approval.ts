import { each, type RecordRule, text } from "../rule.ts";

/** The order that approves a regulation carries it as its annex, and is an order of the education authority about the status. */
export const regulationApproval: RecordRule = {
  code: "TRC2125",
  title: text("Положение утверждено не этим приказом", "The regulation is approved by another order"),
  validations: ["V18"],
  why: text(
    "Номер и дата в грифе Положения – это приказ, к которому оно приложено",
    "The mark of approval on a regulation names the order it is annexed to",
  ),
  norm: "ГОСТ Р 7.0.97, реквизит 16 «Гриф утверждения»",
  example: {
    file: "regulations/regulation-2025.yaml",
    wrong: 'approvedBy: "98-od-2026"',
    right: 'approvedBy: "145-od-2025"',
  },
  check: each("regulations", function* ({ id, data }, facts) {
    const order = facts.find("orders", data.approvedBy);
    if (order === undefined || order.data.regulation === id) return;
    const right = facts.all("orders").find((one) => one.data.regulation === id)?.id;
    yield {
      pointer: "/approvedBy",
      message: text(
        `Приказ «${order.id}» не утверждает это Положение`,
        `The order "${order.id}" does not approve this regulation`,
      ),
      hints:
        right === undefined
          ? text(`Добавьте в приказ строку: regulation: ${id}`, `Add to the order: regulation: ${id}`)
          : text(
              `Положение приложено к другому приказу: approvedBy: ${right}`,
              `It is annexed to another order: approvedBy: ${right}`,
            ),
      related: { record: order, pointer: "", message: text("приказ из грифа утверждения", "the order of the mark") },
      expected: right,
    };
  }),
};
