import { chainHeight, isTall, rowChain, type Sheet, sumHeights } from "./ask-room.ts";
import { keepsNext } from "./keep.ts";
import type { Measured, MeasuredParagraph, MeasuredRow, MeasuredTable } from "./measure.ts";
import { partedSpans } from "./part-spans.ts";

/**
 * Lets go what no page could hold, so that every program breaks pages as we do: rows taller than a page may be parted, heads over half
 * a page are not repeated, chains longer than a page are not bound at their beginning, page breaks with nothing before or behind them
 * are left out. It stands in the sources too: writers paint what the layout decided.
 */
export function letGo(blocks: readonly Measured[], sheet: Sheet): readonly Measured[] {
  const bound = withoutIdleBreaks(blocks).map((block) => (block.type === "table" ? partable(block, sheet) : block));
  return bound.map((block, index) => {
    if (!keepsNext(block)) return block;
    if (block.type === "table") return boundBelow(block, chainHeight(bound, index + 1, 0, sheet), sheet);
    if (block.type !== "paragraph") return block;
    if (chainHeight(bound, index, 0, sheet) === 0) return unbound(block);
    return opensTall(bound[index + 1]) ? { ...unbound(block), keepNext: true } : block;
  });
}

function withoutIdleBreaks(blocks: readonly Measured[]): Measured[] {
  const kept: Measured[] = [];
  for (const block of blocks)
    if (block.type !== "page-break" || (kept.at(-1) ?? block).type !== "page-break") kept.push(block);
  if (kept.at(-1)?.type === "page-break") kept.pop();
  return kept;
}

/** Rows that a merged cell goes down over move to the next page as a whole while they take no more of it than this: what is left empty is no more. */
const SPAN_SHARE = 0.5;

/** Rows that no page holds may be parted; the first ones of rows bound to more than a page are let go. */
function partable(table: MeasuredTable, sheet: Sheet): MeasuredTable {
  const heads = table.source.headerRows;
  const head = sumHeights(table.rows.slice(0, heads));
  const repeats = head <= sheet.height / 2;
  const parted = partedSpans(table, (sheet.height - head) * SPAN_SHARE, repeats ? heads : 0);
  const rows = parted.map((row, index) => {
    const above = repeats && index >= heads ? head : 0;
    const splits = isTall(row, above + table.edge, sheet);
    // A head goes with the first row below it, whatever that one is bound to.
    const chain = repeats && index < heads ? parted.slice(0, heads + 1) : parted;
    const loose = row.keepNext && rowChain(chain, index, 0) > sheet.height - above;
    return splits || loose ? { ...row, splits, keepNext: row.keepNext && !loose } : row;
  });
  return withRows(table, rows, repeats);
}

/** The last rows of a long table, bound to a block behind it that asks for `below`. */
function boundBelow(table: MeasuredTable, below: number, sheet: Sheet): MeasuredTable {
  const from = table.rows.findLastIndex(({ keepNext }) => !keepNext) + 1;
  const head = table.source.repeatsHead === false ? 0 : sumHeights(table.rows.slice(0, table.source.headerRows));
  const height = sumHeights(table.rows.slice(from)) + table.edge + below;
  if (height <= sheet.height - head) return table;
  const last = table.rows.length - 1;
  const rows = table.rows.map((row, index) => (index === last ? { ...row, keepNext: false } : row));
  return withRows(table, rows, table.source.repeatsHead !== false);
}

function withRows(table: MeasuredTable, rows: readonly MeasuredRow[], repeats: boolean): MeasuredTable {
  if (repeats && rows.every((row, index) => row === table.rows[index])) return table;
  const source = {
    ...table.source,
    ...(repeats ? {} : { repeatsHead: false as const }),
    rows: table.source.rows.map((row, index) => {
      const { splits, keepNext } = rows[index] as MeasuredRow;
      return {
        ...row,
        keepNext,
        ...(splits && { splits }),
        ...(row.keepNext && !keepNext && { loose: true as const }),
      };
    }),
  };
  return { ...table, source, rows };
}

/**
 * A table whose first row is parted: LibreOffice parts none under a paragraph that is bound to it, and leaves the rest of the page empty. The layout alone
 * binds the two.
 */
function opensTall(block: Measured | undefined): boolean {
  return block?.type === "table" && block.rows[block.source.headerRows]?.splits === true;
}

function unbound(block: MeasuredParagraph): MeasuredParagraph {
  return { ...block, keepNext: false, source: { ...block.source, keepNext: false, loose: true } };
}
