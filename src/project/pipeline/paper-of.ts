import { type Diagnostic, hasErrors, raise, text } from "../../base/diagnostics/index.ts";
import { valueAt } from "../../paperwork/facts/index.ts";
import { isPaperFault, type Paper, type PaperShelf } from "../../paperwork/papers/index.ts";
import type { ContentRecord } from "../../paperwork/records/index.ts";
import type { Kind } from "../../typesetting/kinds/index.ts";
import { FINDINGS } from "./findings.ts";

/** A paper made elsewhere, of which the document is the card. */
export type CardOf = {
  /** Path of its file among the records; null: it is kept on paper alone. */
  readonly file: string | null;
  readonly mime: string | null;
  /** Sheets of the paper, as the record counts them. */
  readonly pages: number;
};

/** What a card is the card of, with its file as templates see it; null for a document made here. Codes TRC3014, TRC3323–TRC3325. */
export function paperOf(
  kind: Kind,
  record: ContentRecord,
  papers: Pick<PaperShelf, "get">,
  found: Diagnostic[],
): { readonly card: CardOf; readonly paper: Paper | null } | null {
  if (kind.paper === null) return null;
  const file = valueAt(record.data, kind.paper);
  const pages = typeof record.data.pages === "number" ? record.data.pages : 0;
  if (typeof file !== "string") return { card: { file: null, mime: null, pages }, paper: null };
  const paper = papers.get(file);
  const pointer = `/${kind.paper.replaceAll(".", "/")}`;
  if (isPaperFault(paper)) {
    const { finding, message, hints } = paper;
    found.push(raise(finding, { message, hints, place: record.placeOf(pointer), pointer, actual: file }));
    return null;
  }
  if (paper.pages !== null && paper.pages !== pages) found.push(otherPages(record, paper.pages, pages));
  return hasErrors(found) ? null : { card: { file, mime: paper.mime, pages }, paper };
}

function otherPages(record: ContentRecord, has: number, says: number): Diagnostic {
  return raise(FINDINGS.TRC3014, {
    message: text(`В файле страниц – ${has}, в записи – ${says}`, `The file has ${has} pages, the record says ${says}`),
    hints: text(
      `Если отсканировано всё, напишите: pages: ${has}; если нет, отсканируйте остальное`,
      `If all is scanned, write: pages: ${has}; if not, scan the rest`,
    ),
    place: record.placeOf("/pages"),
    pointer: "/pages",
    expected: String(has),
  });
}
