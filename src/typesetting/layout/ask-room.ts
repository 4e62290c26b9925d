import { BEHIND_TABLE_PT } from "../flow/index.ts";
import { isLong, keepsNext } from "./keep.ts";
import {
  type Measured,
  type MeasuredParagraph,
  type MeasuredRow,
  type MeasuredTable,
  spaceBetween,
  stackHeight,
} from "./measure.ts";

/** What rounding may add up to where something is asked whether it has room on a page, pt. */
export const EPSILON = 0.05;

/** What a page can hold, and how few lines of a paragraph may stand at its foot and its top. */
export type Sheet = {
  readonly height: number;
  readonly orphanLines: number;
  readonly widowLines: number;
  /** Height of what parts footnotes from the text. */
  readonly overNotes: number;
};

/** Height a chain asks for at once; 0 when it is more than a page: then it asks for nothing. */
export function chainHeight(blocks: readonly Measured[], from: number, afterAbove: number, sheet: Sheet): number {
  let height = 0;
  let above = afterAbove;
  for (let index = from; index < blocks.length; index++) {
    const block = blocks[index];
    if (block === undefined || block.type === "page-break") break;
    const last = !keepsNext(block) || isLong(block);
    height += last ? firstPart(block, sheet, index === blocks.length - 1) : wholeHeight(block, sheet);
    if (block.type !== "table") height += spaceBetween(above, block.before) - block.before;
    above = block.type === "table" ? 0 : block.after;
    if (last) break;
  }
  return height <= sheet.height ? height : 0;
}

/** The least of a block that may stand at the foot of a page; `ends` when nothing of the section is behind it. */
export function firstPart(
  block: Exclude<Measured, { readonly type: "page-break" }>,
  sheet: Sheet,
  ends: boolean,
): number {
  if (block.type === "chart") return block.before + block.height;
  if (block.type === "paragraph") {
    const count = block.lines.length;
    const needed = block.keepLines || count < sheet.orphanLines + sheet.widowLines ? count : sheet.orphanLines;
    return (
      block.before + (needed - 1) * block.pitch + block.lineHeight + notesHeight(block, needed, sheet, leastOfNotes)
    );
  }
  // A head that is repeated over other rows does not stand without any.
  const heads = block.source.repeatsHead === false ? 0 : block.source.headerRows;
  let height = block.before + block.edge;
  for (const [index, row] of block.rows.entries()) {
    if (row.splits) return height + leastOf(block, row);
    height += row.height;
    if (!row.keepNext && index >= heads && index < block.rows.length - 1) return height;
  }
  return height + (ends ? BEHIND_TABLE_PT : 0);
}

/** A row that no page could hold is parted where it stands. */
export function isTall(row: MeasuredRow, headHeight: number, sheet: Sheet): boolean {
  return row.height > sheet.height - headHeight + EPSILON;
}

/** Height of a row with all that it is bound to; `follow` is what stands under the table, bound to its last row or not. */
export function rowChain(rows: readonly MeasuredRow[], from: number, follow: number): number {
  let height = 0;
  for (let index = from; index < rows.length; index++) {
    height += rows[index]?.height ?? 0;
    if (rows[index]?.keepNext !== true && index < rows.length - 1) return height;
  }
  return height + follow;
}

/** Height of rows together, pt. */
export function sumHeights(rows: readonly MeasuredRow[]): number {
  return rows.reduce((sum, row) => sum + row.height, 0);
}

/** The least of a row that may stand at the foot of a page when the row has to be parted: a line. */
export function leastOf(table: MeasuredTable, row: MeasuredRow): number {
  const lines = row.cells.map(({ paragraphs }) => paragraphs[0]?.lineHeight ?? 0);
  return table.rule + 2 * table.verticalPadding + Math.max(0, ...lines);
}

/** The least of footnotes that may stand on a page: the last of them begins there. */
export function leastOfNotes(notes: readonly MeasuredParagraph[]): number {
  return stackHeight(notes.slice(0, -1)) + (notes.at(-1)?.pitch ?? 0);
}

/** Height of the footnotes of the first lines of a paragraph by `height`, with what parts them from the text. */
function notesHeight(
  { notes }: MeasuredParagraph,
  lines: number,
  { overNotes }: Sheet,
  height: (notes: readonly MeasuredParagraph[]) => number,
): number {
  const own = height((notes ?? []).slice(0, lines).flat());
  return own === 0 ? 0 : overNotes + own;
}

/** Height of a block with all of its space around it, and of its footnotes. */
function wholeHeight(block: Exclude<Measured, { readonly type: "page-break" }>, sheet: Sheet): number {
  if (block.type === "chart") return block.before + block.height + block.after;
  if (block.type === "table") return block.before + sumHeights(block.rows) + block.edge;
  const count = block.lines.length;
  return block.before + count * block.pitch + block.after + notesHeight(block, count, sheet, stackHeight);
}
