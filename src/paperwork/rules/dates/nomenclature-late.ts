import { numericDate } from "../../../base/text/index.ts";
import { each, type RecordRule, text } from "../rule.ts";

/** The list of cases is approved before its year begins. */
export const nomenclatureLate: RecordRule = {
  code: "TRC2229",
  title: text(
    "Номенклатура дел утверждена в том же году или позже",
    "The list of cases is approved after its year began",
  ),
  validations: ["V50"],
  severity: "warning",
  why: text(
    "По номенклатуре заводят дела с 1 января: её утверждают в конце прежнего года",
    "Cases are opened by it on 1 January: it is approved at the end of the year before",
  ),
  norm: "Правила делопроизводства: номенклатура утверждается до начала года",
  example: {
    file: "documents/nomenclature-2026.yaml",
    wrong: "year: 2026\napproved: {person: klenov-pa, date: 2026-03-16}",
    right: "year: 2026\napproved: {person: berezkina-mp, date: 2025-12-15}",
  },
  check: each(["documents", "case-nomenclature"], function* ({ data: { year, approved, date: made } }, facts) {
    const date = approved?.date;
    if (date !== undefined && made !== undefined && date < made)
      yield {
        pointer: "/approved/date",
        message: text(
          `Номенклатура утверждена ${numericDate(date)}, а составлена позже – ${numericDate(made)}`,
          `The list of cases is approved on ${date}, before it was made on ${made}`,
        ),
        hints: text("Исправьте одну из двух дат", "Correct one of the two days"),
        related: { pointer: "/date", message: text("дата номенклатуры", "the date of the list") },
      };
    if (year === undefined || date === undefined || Number(date.slice(0, 4)) < year) return;
    // The first list of a centre cannot be older than the centre: it comes with the tasks of the order that grants the status.
    const granting = facts.all("orders", "order-status").filter(({ data }) => data.action === "grant");
    const first = granting.some(({ data }) => {
      const [begun = "", last = begun] = [
        data.date,
        (data.tasks ?? [])
          .flatMap(({ due }) => due ?? [])
          .sort()
          .at(-1),
      ];
      return begun.startsWith(`${year}-`) && begun <= date && date <= last;
    });
    if (first) return;
    yield {
      pointer: "/approved/date",
      message: text(
        `Номенклатура на ${year} год утверждена ${numericDate(date)}`,
        `The list of cases of ${year} is approved on ${date}`,
      ),
      hints: text(
        "Исправьте год или дату; если её и вправду утвердили позже, снимите замечание",
        "Correct the year or the date; if it was late indeed, waive the finding",
      ),
      related: { pointer: "/year", message: text("год номенклатуры", "the year of the list") },
    };
  }),
};
