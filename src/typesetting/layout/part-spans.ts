import { sumHeights } from "./ask-room.ts";
import type { MeasuredRow, MeasuredTable } from "./measure.ts";

/**
 * The rows of a table where a chain of them that is higher than `room` (pt) parts, from the row `first` on: none of them is bound any
 * more, and the merged cells of it go over pages with them.
 */
export function partedSpans(table: MeasuredTable, room: number, first: number): readonly MeasuredRow[] {
  if (table.rows.every(isWhole)) return table.rows;
  const rows = [...table.rows];
  for (let from = first, end = from; from < rows.length; from = ++end) {
    while (end < rows.length - 1 && rows[end]?.keepNext === true) end++;
    const chain = rows.slice(from, end + 1);
    if (sumHeights(chain) <= room || chain.every(isWhole)) continue;
    for (let index = from; index <= end; index++) {
      const row = rows[index] as MeasuredRow;
      rows[index] = { ...released(row, table), keepNext: index < end ? false : row.keepNext };
    }
  }
  return rows;
}

/** Whether no cell of the row goes down over others. */
function isWhole({ cells }: MeasuredRow): boolean {
  return cells.every(({ down }) => down === undefined);
}

/** A row as high as what stands in it alone. */
function released({ cells, ...row }: MeasuredRow, table: MeasuredTable): MeasuredRow {
  const own = cells.filter(({ down }) => down === undefined).map(({ height }) => height);
  return {
    ...row,
    height: Math.max(0, ...own) + table.edge + 2 * table.verticalPadding,
    cells: cells.map(({ down, ...cell }) => (down === undefined ? cell : { ...cell, goesOver: true as const })),
  };
}
