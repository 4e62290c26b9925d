import { type Finding, type RecordRule, text } from "../rule.ts";

/** The order that approves a regulation carries it as its annex, and is an order of the committee about the status. */
export const regulationApproval: RecordRule = {
  code: "TRC2125",
  title: text("Положение утверждено не этим приказом", "The regulation is approved by another order"),
  validations: ["V18"],
  severity: "error",
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
  *check(facts): Iterable<Finding> {
    for (const record of facts.all("regulations")) {
      const order = facts.find("orders", record.data.approvedBy);
      if (order === undefined || order.data.regulation === record.id) continue;
      const right = facts.all("orders").find(({ data }) => data.regulation === record.id);
      yield {
        record,
        pointer: "/approvedBy",
        message: text(
          `Приказ «${order.id}» не утверждает это Положение`,
          `The order "${order.id}" does not approve this regulation`,
        ),
        hints: [
          right === undefined
            ? text(`Добавьте в приказ строку: regulation: ${record.id}`, `Add to the order: regulation: ${record.id}`)
            : text(
                `Положение приложено к другому приказу: approvedBy: ${right.id}`,
                `It is annexed to another order: approvedBy: ${right.id}`,
              ),
        ],
        related: [
          { record: order, pointer: "", message: text("приказ из грифа утверждения", "the order of the mark") },
        ],
        ...(right === undefined ? {} : { expected: right.id }),
        actual: order.id,
      };
    }
  },
};
