import { each, type RecordRule, text } from "../rule.ts";

/** An agreement without an end says why. */
export const openEnded: RecordRule = {
  code: "TRC2106",
  title: text("Бессрочный договор без основания", "An agreement without an end has no ground"),
  validations: ["V05"],
  why: text(
    "Если срок не ограничен, в договоре указывают, чем он определён",
    "An agreement without an end says what its term depends on",
  ),
  norm: "ГК РФ, статья 190",
  example: {
    file: "agreements/2-2025-trc.yaml",
    wrong: "term: {from: 2025-09-12, prolongation: none, noticeDays: 30}",
    right: "term: {from: 2025-09-12, prolongation: none, noticeDays: 30, grounds: на срок действия статуса}",
  },
  check: each("agreements", function* ({ kind, data: { term } }) {
    // Free use without a term is for an indefinite one by the law itself (articles 689 and 610 of the Civil Code).
    if (kind === "agreement-free-use") return;
    if (term?.from === undefined || term.to !== undefined || term.grounds !== undefined) return;
    yield {
      pointer: "/term",
      key: true,
      message: text(
        "У договора нет ни последнего дня, ни основания бессрочности",
        "The agreement has neither an end nor a ground for having none",
      ),
      hints: [
        text("Добавьте в term строку: to: 2026-08-31", "Add to term: to: 2026-08-31"),
        text("Или основание: grounds: на срок действия статуса", "Or the ground: grounds: на срок действия статуса"),
      ],
    };
  }),
};
