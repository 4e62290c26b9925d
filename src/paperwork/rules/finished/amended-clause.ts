import type { DocumentModel } from "../../document/index.ts";
import { recordAs } from "../../records/index.ts";
import { type DocumentRule, type FindingIn, located, text } from "../rule.ts";
import { clauseNumbers } from "./tree-text.ts";

/** An amended clause exists in the order that is amended. Looks at the other document through `others`. */
export const amendedClause: DocumentRule = {
  code: "TRC2503",
  title: text("Изменяемого пункта нет в приказе", "An amended clause does not exist"),
  validations: ["V29"],
  why: text("Изменить можно только пункт, который в приказе есть", "Only a clause that exists can be amended"),
  norm: "Правила подготовки нормативных актов",
  example: {
    file: "orders/2026/4-od-2026.yaml",
    wrong: 'amends: [{order: 87-od-2025, changes: [{clause: "17", action: delete}]}]',
    right: 'amends: [{order: 87-od-2025, changes: [{clause: "1", action: delete}]}]',
  },
  *checkDocument({ record, others }): Iterable<FindingIn> {
    for (const [at, { order, changes }] of located(recordAs(record, "orders")?.data.amends, "/amends")) {
      const target = others.find(
        ({ record: one, model }) => one.collection === "orders" && one.id === order && one.kind === model.meta.kind,
      );
      if (target === undefined) continue;
      for (const [pointer, { clause, annex, action }] of located(changes, `${at}/changes`)) {
        const section = amendedSection(target.model, annex);
        if (clause === undefined || section === undefined) continue;
        const known = clauseNumbers(section);
        const adds = action === "add";
        if (known.size === 0 || known.has(clause) !== adds) continue;
        yield {
          pointer: `${pointer}/clause`,
          message: adds
            ? text(`Пункт ${clause} в изменяемом приказе уже есть`, `The amended order already has clause ${clause}`)
            : text(`Пункта ${clause} в изменяемом приказе нет`, `The amended order has no clause ${clause}`),
          hints: text(`Есть пункты: ${[...known].join(", ")}`, `There are clauses: ${[...known].join(", ")}`),
          related: { record: target.record, pointer: "", message: text("изменяемый приказ", "the amended order") },
        };
      }
    }
  },
};

/** The body, or the annex by its number; an only annex needs none. */
export function amendedSection(
  { body, annexes }: DocumentModel,
  annex: string | undefined,
): DocumentModel["body"] | undefined {
  if (annex === undefined) return body;
  return annexes.find(({ number }) => number === Number(annex)) ?? (annexes.length === 1 ? annexes[0] : undefined);
}
