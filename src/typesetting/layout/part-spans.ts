import { sumHeights } from "./ask-room.ts";
import {
  type MeasuredCell,
  type MeasuredParagraph,
  type MeasuredRow,
  type MeasuredTable,
  stackHeight,
} from "./measure.ts";

/**
 * The rows of a table where a chain of them that is higher than `room` (pt) has to part: a merged cell of it stands in each of its rows
 * with the lines that have room there, so that its words go on over pages with the rows, and none of the rows is bound any more.
 */
export function partedSpans(table: MeasuredTable, room: number): readonly MeasuredRow[] {
  if (table.rows.every(isWhole)) return table.rows;
  const rows = [...table.rows];
  for (let from = 0, end = 0; from < rows.length; from = ++end) {
    while (end < rows.length - 1 && rows[end]?.keepNext === true) end++;
    const chain = rows.slice(from, end + 1);
    if (sumHeights(chain) <= room || chain.every(isWhole)) continue;
    for (let index = from; index <= end; index++) {
      const row = rows[index] as MeasuredRow;
      if (index < end) rows[index] = { ...row, keepNext: false };
      for (const cell of row.cells) if (cell.down !== undefined) partCell(cell, index, { rows, table });
    }
  }
  return rows;
}

/** Whether no cell of the row goes down over others. */
function isWhole({ cells }: MeasuredRow): boolean {
  return cells.every(({ down }) => down === undefined);
}

/** Puts a piece of a merged cell into each of its rows; the last one takes all that is left. */
function partCell(
  cell: MeasuredCell,
  first: number,
  { rows, table }: { readonly rows: MeasuredRow[]; readonly table: MeasuredTable },
): void {
  const around = table.edge + 2 * table.verticalPadding;
  const last = first + (cell.source.rows ?? 1) - 1;
  let rest = cell.paragraphs;
  for (let index = first; index <= last; index++) {
    const row = rows[index] as MeasuredRow;
    const [paragraphs, later] = index === last ? [rest, []] : split(rest, row.height - around);
    const height = stackHeight(paragraphs);
    const { down: _, ...piece } = { ...cell, paragraphs, height };
    rows[index] = {
      ...row,
      height: Math.max(row.height, height + around),
      cells: [...row.cells.filter((one) => one !== cell), piece].sort((a, b) => a.x - b.x),
    };
    rest = later;
  }
}

type Parts = readonly [here: readonly MeasuredParagraph[], later: readonly MeasuredParagraph[]];

/** The lines of paragraphs that have room in a height, and those behind them. */
function split(paragraphs: readonly MeasuredParagraph[], height: number): Parts {
  let here: readonly MeasuredParagraph[] = [];
  for (const [at, paragraph] of paragraphs.entries()) {
    const { lines } = paragraph;
    const part = (from: number, to?: number): MeasuredParagraph => ({ ...paragraph, lines: lines.slice(from, to) });
    let count = lines.length;
    while (count > 0 && stackHeight([...here, part(0, count)]) > height) count--;
    if (count > 0) here = [...here, part(0, count)];
    if (count < lines.length) return [here, [part(count), ...paragraphs.slice(at + 1)]];
  }
  return [here, []];
}
