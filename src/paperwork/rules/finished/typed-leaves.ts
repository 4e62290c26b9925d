import type { ContentRecord, DataOf } from "../../records/index.ts";
import { type DocumentRule, type FindingIn, located, text } from "../rule.ts";

/** Leaves that are typed are those of the paper: as many as it has pages, down to half as many when it is printed on both sides. */
export const typedLeaves: DocumentRule = {
  code: "TRC2512",
  title: text("Листов не столько, сколько в документе", "Another number of leaves than the document has"),
  validations: ["V19"],
  severity: "warning",
  why: text(
    "По числу листов получатель проверяет, всё ли ему передали",
    "By the number of leaves whoever receives a paper checks that it is whole",
  ),
  example: {
    file: "documents/certified-88-2026.yaml",
    wrong: "source: {order: 88-od-2025}\nleaves: 13",
    right: "source: {order: 88-od-2025}\nleaves: 12",
  },
  *checkDocument({ record, others }): Iterable<FindingIn> {
    if (record.collection !== "documents") return;
    for (const { pointer, leaves, of } of counted((record as ContentRecord<DataOf<"documents">>).data)) {
      // The acquaintance sheet of an order is made of its record as well.
      const source = others.find(
        ({ record: { collection, id, kind }, model }) =>
          collection === of.collection && id === of.id && model.meta.kind === kind,
      );
      const pages = source?.pages.length ?? 0;
      // An annex begins on a leaf of its own, so that printed on both sides there may be any number between.
      if (source === undefined || pages === 0 || (leaves >= Math.ceil(pages / 2) && leaves <= pages)) continue;
      yield {
        pointer,
        message: text(
          `Листов – ${leaves}, а в документе страниц – ${pages}`,
          `There are ${leaves} leaves, and the document has ${pages} pages`,
        ),
        hints: text(
          `Напишите: ${pages}, при печати с двух сторон: от ${Math.ceil(pages / 2)}`,
          `Write ${pages}, or from ${Math.ceil(pages / 2)} on when it is printed on both sides`,
        ),
        related: { record: source.record, pointer: "", message: text("документ", "the document") },
        expected: String(pages),
      };
    }
  },
};

type Counted = {
  readonly pointer: string;
  readonly leaves: number;
  readonly of: { readonly collection: string; readonly id: string };
};

/** Leaves of a certified copy and of the reports that a letter encloses. */
function* counted({ kind, leaves, source, annexes }: DataOf<"documents">): Iterable<Counted> {
  const folders = { order: "orders", agreement: "agreements", minutes: "documents" } as const;
  if (kind === "certified-copy" && leaves !== undefined)
    for (const [name, id] of Object.entries(source ?? {}))
      if (name in folders && typeof id === "string")
        yield { pointer: "/leaves", leaves, of: { collection: folders[name as keyof typeof folders], id } };
  for (const [pointer, { leaves: own, report }] of located(annexes, "/annexes"))
    if (own !== undefined && report !== undefined)
      yield { pointer: `${pointer}/leaves`, leaves: own, of: { collection: "reports", id: report } };
}
