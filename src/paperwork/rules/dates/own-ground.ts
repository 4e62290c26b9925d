import { type Finding, type RecordRule, text } from "../rule.ts";
import { groundsOf } from "./grounds-of.ts";

/** No document rests on itself, changes or revokes itself. */
export const ownGround: RecordRule = {
  code: "TRC2205",
  title: text("Документ ссылается сам на себя", "A document refers to itself"),
  validations: ["V16"],
  why: text(
    "Документ не может быть своим основанием, изменить или отменить сам себя",
    "No document is its own ground, or changes or revokes itself",
  ),
  example: {
    file: "orders/2026/4-od-2026.yaml",
    wrong: 'amends:\n  - order: "4-od-2026"\n    changes: [{clause: "1", action: delete}]',
    right: 'amends:\n  - order: "87-od-2025"\n    changes: [{clause: "1", action: delete}]',
  },
  *check(facts): Iterable<Finding> {
    for (const { record } of facts.documents)
      for (const { pointer, target } of groundsOf(facts, record))
        if (target?.collection === record.collection && target.id === record.id)
          yield {
            record,
            pointer,
            message: text(`Запись «${record.id}» ссылается сама на себя`, `The record "${record.id}" refers to itself`),
            hints: text("Укажите документ, который имелся в виду", "Name the document that was meant"),
          };
  },
};
