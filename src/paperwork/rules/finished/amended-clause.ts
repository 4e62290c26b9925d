import {
  type ActStep,
  actsOf,
  conflictText,
  EVER,
  type Replayed,
  replay,
  stepsOf,
  unmarked,
} from "../../amendments/index.ts";
import { type ContentRecord, recordAs } from "../../records/index.ts";
import type { Facts } from "../facts.ts";
import type { FinishedDocument } from "../finished-document.ts";
import { type DocumentRule, type FindingIn, text } from "../rule.ts";

/** The changes of an amending document can be made in the text that it amends, with all the changes before them. Looks at the other document through `others`. */
export const amendedClause: DocumentRule = {
  code: "TRC2503",
  title: text("Изменение не ложится на текст", "A change does not fit the amended text"),
  validations: ["V29"],
  why: text(
    "Изменить можно только то, что в действующем тексте есть, и место должно быть одно",
    "Only what the text in force has can be changed, and in one place",
  ),
  norm: "Правила подготовки нормативных актов",
  example: {
    file: "orders/2026/4-od-2026.yaml",
    wrong: 'amends: [{order: 87-od-2025, changes: [{clause: "17", action: delete}]}]',
    right: 'amends: [{order: 87-od-2025, changes: [{clause: "1", action: delete}]}]',
  },
  *checkDocument({ record, others }, facts): Iterable<FindingIn> {
    for (const target of amendedBy(record, others, facts)) {
      for (const conflict of allChanges(target, facts).conflicts) {
        if (conflict.step.record.id !== record.id || conflict.step.record.collection !== record.collection) continue;
        const { message, hints, property } = conflictText(conflict, (step) => facts.named(step.record));
        const { step, kind, other } = conflict;
        yield {
          pointer: property in step.change ? `${step.pointer}/${property}` : step.pointer,
          message,
          hints,
          ...(kind === "same-day" ? { severity: "warning" } : {}),
          related: [
            { record: target.record, pointer: "", message: text("изменяемый документ", "the amended document") },
            ...(other === undefined
              ? []
              : [
                  {
                    record: other.record,
                    pointer: other.pointer,
                    message: text("другое изменение", "the other change"),
                  },
                ]),
          ],
        };
      }
    }
  },
};

/** The finished documents that a record amends; not papers made elsewhere, of which only the card is here. */
export function amendedBy(
  record: ContentRecord<unknown>,
  others: readonly FinishedDocument[],
  { dossier }: Facts,
): FinishedDocument[] {
  const amends = recordAs(record as ContentRecord, "orders")?.data.amends ?? [];
  const agreement = recordAs(record as ContentRecord, "documents")?.data.agreement;
  const names = new Set([
    ...amends.flatMap(({ order, regulation, plan }) => [
      `orders/${order}`,
      `regulations/${regulation}`,
      `plans/${plan}`,
    ]),
    `agreements/${agreement}`,
  ]);
  return others.filter(
    ({ record: one, model: { meta } }) =>
      names.has(`${one.collection}/${one.id}`) &&
      one.kind === meta.kind &&
      (dossier.kinds?.get(meta.kind)?.paper ?? null) === null,
  );
}

/** A document with every change that acts make in it, now or later. */
function allChanges({ record, model }: FinishedDocument, { dossier }: Facts): Replayed<ActStep> {
  const acts = actsOf(dossier, record, { at: EVER, drafts: true });
  return replay(model, stepsOf(acts, EVER), unmarked());
}
