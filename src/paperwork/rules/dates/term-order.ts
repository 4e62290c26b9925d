import { numericDate } from "../../../base/text/index.ts";
import { each, type RecordRule, text } from "../rule.ts";

/** An agreement must not end before it begins. */
export const termOrder: RecordRule = {
  code: "TRC2105",
  title: text("Договор кончается раньше, чем начинается", "The agreement ends before it begins"),
  validations: ["V05"],
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
  check: each("agreements", function* ({ data: { term } }) {
    if (term?.from === undefined || term.to === undefined || term.to > term.from) return;
    const begins = numericDate(term.from);
    yield {
      pointer: "/term/to",
      message: text(
        `Договор действует по ${numericDate(term.to)}, а начинается ${begins}`,
        `The agreement ends on ${term.to} but begins on ${term.from}`,
      ),
      hints: text(
        `Исправьте год или день: срок кончается позже ${begins}`,
        `Correct the year or the day: the term ends after ${term.from}`,
      ),
      related: { pointer: "/term/from", message: text("начало срока", "the term begins here") },
    };
  }),
};
