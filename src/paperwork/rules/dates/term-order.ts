import { numericDate } from "../../../base/text/index.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";
import { day, fields } from "../values.ts";

/** An agreement must not end before it begins. */
export const termOrder: RecordRule = {
  code: "TRC2105",
  title: text("Договор кончается раньше, чем начинается", "The agreement ends before it begins"),
  validations: ["V05"],
  severity: "error",
  why: text(
    "Договор, который кончается раньше, чем начинается, никогда не действовал",
    "An agreement that ends before it begins was never in force",
  ),
  norm: "ГК РФ, статья 190",
  example: {
    file: "agreements/2-2025-trc.yaml",
    wrong: "term: {from: 2025-09-12, to: 2025-08-31, prolongation: mutual, noticeDays: 30}",
    right: "term: {from: 2025-09-12, to: 2026-08-31, prolongation: mutual, noticeDays: 30}",
  },
  *check(facts): Iterable<Finding> {
    for (const record of facts.all("agreements")) {
      const term = fields(record.data.term);
      const [from, to] = [day(term.from), day(term.to)];
      if (from === undefined || to === undefined || to > from) continue;
      yield {
        record,
        pointer: "/term/to",
        message: text(
          `Договор действует по ${numericDate(to)}, а начинается ${numericDate(from)}`,
          `The agreement ends on ${to} but begins on ${from}`,
        ),
        hints: [
          text(
            `Исправьте год или день: срок кончается позже ${numericDate(from)}`,
            `Mend the year or the day: the term ends after ${from}`,
          ),
        ],
        related: [{ record, pointer: "/term/from", message: text("начало срока", "the term begins here") }],
        actual: to,
      };
    }
  },
};
