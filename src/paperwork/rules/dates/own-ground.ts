import type { ContentRecord } from "../../records/index.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";
import { groundsOf } from "./grounds-of.ts";

/** No document rests on itself, changes or revokes itself. */
export const ownGround: RecordRule = {
  code: "TRC2205",
  title: text("Документы ссылаются по кругу", "A document refers to itself, or two to each other"),
  validations: ["V16"],
  why: text(
    "Документ не может быть своим основанием, изменить или отменить сам себя",
    "No document is its own ground, or changes or revokes itself",
  ),
  example: {
    file: "orders/2026/4-od-2026.yaml",
    wrong: 'amends:\n  - order: "4-od-2026"\n    changes: [{clause: "1", action: delete}]',
    right: 'amends:\n  - order: "87-od-2025"\n    changes: [{clause: "1", action: delete}]',
  },
  *check(facts): Iterable<Finding> {
    const rank = (record: ContentRecord): string => `${facts.dated(record)?.date} ${record.id}`;
    const comesAfter = (one: ContentRecord, other: ContentRecord): boolean => rank(one) > rank(other);
    for (const { record } of facts.documents)
      for (const { pointer, target } of groundsOf(facts, record)) {
        if (target === undefined) continue;
        const own = same(target, record);
        const back = own ? undefined : groundsOf(facts, target).find((one) => same(one.target, record));
        // A circle of two is told once: the earlier document cannot rest on the later one.
        if (!own && (back === undefined || comesAfter(record, target))) continue;
        yield {
          record,
          pointer,
          message: own
            ? text(`Запись «${record.id}» ссылается сама на себя`, `The record "${record.id}" refers to itself`)
            : text(
                `«${record.id}» и «${target.id}» ссылаются друг на друга`,
                `"${record.id}" and "${target.id}" refer to each other`,
              ),
          hints: text("Укажите документ, который имелся в виду", "Name the document that was meant"),
          ...(back === undefined
            ? {}
            : { related: { record: target, pointer: back.pointer, message: text("ссылка обратно", "the way back") } }),
        };
      }
  },
};

type Named = { readonly collection: string; readonly id: string };

function same(one: Named | undefined, other: Named): boolean {
  return one?.collection === other.collection && one.id === other.id;
}
