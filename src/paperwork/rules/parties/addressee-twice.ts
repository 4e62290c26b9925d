import { repeated } from "../../records/index.ts";
import { rowsOf } from "../rows-of.ts";
import { each, located, type RecordRule, text } from "../rule.ts";

/** Nobody stands twice in a distribution list. */
export const addresseeTwice: RecordRule = {
  code: "TRC2136",
  title: text("Адресат указан дважды", "An addressee stands twice"),
  validations: ["V38"],
  severity: "warning",
  why: text(
    "Число экземпляров считают по списку; повтор завышает его",
    "The copies are counted by the list; a double inflates them",
  ),
  example: {
    file: "documents/distribution-145.yaml",
    wrong:
      "rows:\n  - {addressee: centre, copies: 1, medium: paper, via: нарочным}\n  - {addressee: centre, copies: 1, medium: electronic, via: электронная почта}",
    right: "rows:\n  - {addressee: centre, copies: 2, medium: paper, via: нарочным}",
  },
  check: each(["documents", "distribution-list"], function* (record) {
    const again = repeated(located(rowsOf(record), "/rows"), ([, { addressee }]) => addressee);
    for (const [[pointer, { addressee }], [first]] of again)
      yield {
        pointer: `${pointer}/addressee`,
        message: text(`Адресат «${addressee}» указан дважды`, `The addressee "${addressee}" stands twice`),
        hints: text("Оставьте одну строку и сложите экземпляры", "Keep one row and add up the copies"),
        related: { pointer: `${first}/addressee`, message: text("первая строка", "the first row") },
      };
  }),
};
