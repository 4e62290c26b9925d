import type { DocumentModel } from "../../document/index.ts";
import { type DocumentRule, type Finding, text } from "../rule.ts";
import { items, string } from "../values.ts";
import { clauseNumbers } from "./tree-text.ts";

/** An amended clause exists in the order that is amended. Looks at the other document through `others`. */
export const amendedClause: DocumentRule = {
  code: "TRC2503",
  title: text("Изменяемого пункта нет в приказе", "An amended clause does not exist"),
  validations: ["V29"],
  severity: "error",
  why: text("Изменить можно только пункт, который в приказе есть", "Only a clause that exists can be amended"),
  norm: "Правила подготовки нормативных актов",
  example: {
    file: "orders/2026/4-od-2026.yaml",
    wrong: 'amends: [{order: 87-od-2025, changes: [{clause: "17", action: delete}]}]',
    right: 'amends: [{order: 87-od-2025, changes: [{clause: "1", action: delete}]}]',
  },
  *checkDocument({ record, others }): Iterable<Finding> {
    for (const amended of items(record.data, "amends")) {
      const target = others.find(
        ({ record: other, model }) =>
          other.collection === "orders" && other.id === amended.fields.order && other.kind === model.meta.kind,
      );
      if (target === undefined) continue;
      for (const change of items(amended.fields, "changes", amended.pointer)) {
        const clause = string(change.fields.clause);
        if (clause === undefined) continue;
        const section = sectionOf(target.model, string(change.fields.annex));
        if (section === null) continue;
        const known = clauseNumbers(section);
        const adds = change.fields.action === "add";
        if (known.size === 0 || known.has(clause) !== adds) continue;
        yield {
          record,
          pointer: `${change.pointer}/clause`,
          message: adds
            ? text(`Пункт ${clause} в изменяемом приказе уже есть`, `The amended order already has clause ${clause}`)
            : text(`Пункта ${clause} в изменяемом приказе нет`, `The amended order has no clause ${clause}`),
          hints: [text(`Есть пункты: ${[...known].join(", ")}`, `There are clauses: ${[...known].join(", ")}`)],
          related: [{ record: target.record, pointer: "", message: text("изменяемый приказ", "the amended order") }],
          actual: clause,
        };
      }
    }
  },
};

/** The body, or the annex by its number; null when there is none. */
function sectionOf(model: DocumentModel, annex: string | undefined): DocumentModel["body"] | null {
  if (annex === undefined) return model.body;
  const found =
    model.annexes.find(({ number: own }) => own === Number(annex)) ??
    (model.annexes.length === 1 ? model.annexes[0] : undefined);
  return found ?? null;
}
