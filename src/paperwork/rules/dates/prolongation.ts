import { each, type RecordRule, text } from "../rule.ts";

/** There is nothing to prolong in an agreement without an end. */
export const prolongation: RecordRule = {
  code: "TRC2156",
  title: text("Продление бессрочного договора", "Prolongation of an agreement without an end"),
  validations: ["V05"],
  severity: "warning",
  why: text(
    "Бессрочный договор не продлевают: пункт о продлении будет лишним",
    "An agreement without an end is never prolonged",
  ),
  example: {
    file: "agreements/2-2025-trc.yaml",
    wrong: "term: {from: 2025-09-12, prolongation: auto, noticeDays: 30, grounds: на срок действия статуса}",
    right: "term: {from: 2025-09-12, prolongation: none, noticeDays: 30, grounds: на срок действия статуса}",
  },
  check: each("agreements", function* ({ data: { term } }) {
    if (term?.from === undefined || term.to !== undefined || (term.prolongation ?? "none") === "none") return;
    yield {
      pointer: "/term/prolongation",
      message: text("Продление указано у договора без последнего дня", "Prolongation of an agreement that has no end"),
      hints: text("Напишите: prolongation: none", "Write: prolongation: none"),
      expected: "none",
    };
  }),
};
