import { type Finding, type RecordRule, text } from "../rule.ts";
import { fields, string } from "../values.ts";

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
      "rows:\n  - {addressee: centre, copies: 1, medium: paper, via: нарочно}\n  - {addressee: centre, copies: 1, medium: electronic, via: электронная почта}",
    right: "rows:\n  - {addressee: centre, copies: 2, medium: paper, via: нарочно}",
  },
  *check(facts): Iterable<Finding> {
    for (const record of facts.ofKind("documents", "distribution-list")) {
      const rows = Array.isArray(record.data.rows) ? record.data.rows : [];
      const seen = new Map<string, number>();
      for (const [index, row] of rows.entries()) {
        const addressee = string(fields(row).addressee);
        if (addressee === undefined) continue;
        const first = seen.get(addressee);
        if (first === undefined) seen.set(addressee, index);
        else
          yield {
            record,
            pointer: `/rows/${index}/addressee`,
            message: text(`Адресат «${addressee}» указан дважды`, `The addressee "${addressee}" stands twice`),
            hints: [text("Оставьте одну строку и сложите экземпляры", "Keep one row and add up the copies")],
            related: [{ record, pointer: `/rows/${first}/addressee`, message: text("первая строка", "the first row") }],
            actual: addressee,
          };
      }
    }
  },
};
