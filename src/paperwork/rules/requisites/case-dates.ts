import { numericDate } from "../../../base/text/index.ts";
import { each, located, type RecordRule, text } from "../rule.ts";

/** The dates of a case reach from its first document to its last. */
export const caseDates: RecordRule = {
  code: "TRC2239",
  title: text("Крайние даты дела не сходятся с документами", "The dates of a case differ from its documents"),
  validations: ["V50"],
  severity: "warning",
  why: text(
    "Крайние даты дела – даты его первого и последнего документа",
    "The dates of a case are those of its first and its last document",
  ),
  norm: "Правила делопроизводства: опись дел",
  example: {
    file: "documents/archive-inventory-2025.yaml",
    wrong:
      'year: 2025\ncases: [{index: "01-05", title: Приказы, from: 2025-09-08, to: 2025-11-22, documents: 7, bytes: 1, term: постоянно}]',
    right:
      'year: 2025\ncases: [{index: "01-05", title: Приказы, from: 2025-09-08, to: 2025-12-22, documents: 7, bytes: 1, term: постоянно}]',
  },
  check: each(["documents", "archive-inventory"], function* ({ data: { year, cases } }, facts) {
    for (const [at, one] of located(Array.isArray(cases) ? (cases as readonly Case[]) : [], "/cases")) {
      const { index, from, to } = one;
      const own = facts.documents
        .filter(
          ({ record, date }) =>
            (record.data as { readonly caseIndex?: string }).caseIndex === index && date.startsWith(`${year}-`),
        )
        .sort((a, b) => (a.date < b.date ? -1 : 1));
      const [first, last] = [own[0], own.at(-1)];
      if (first === undefined || last === undefined || from === undefined || to === undefined) continue;
      const outside = to < last.date ? (["to", last] as const) : from > first.date ? (["from", first] as const) : null;
      if (outside === null) continue;
      const [name, document] = outside;
      yield {
        pointer: `${at}/${name}`,
        message: text(
          `В деле ${index} есть документ от ${numericDate(document.date)}: ${facts.named(document.record)}`,
          `The case ${index} has a document of ${document.date}: "${document.record.id}"`,
        ),
        hints: text(`Напишите: ${name}: ${document.date}`, `Write: ${name}: ${document.date}`),
        related: { ...document, message: text("дата документа", "date of the document") },
        expected: document.date,
      };
    }
  }),
};

type Case = { readonly index?: string; readonly from?: string; readonly to?: string };
