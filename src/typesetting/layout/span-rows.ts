import type { FlowCell } from "../flow/index.ts";

type Cell = { readonly source: FlowCell; readonly height: number; readonly down?: number };
type Row<C extends Cell> = { readonly cells: readonly C[]; readonly height: number; readonly keepNext: boolean };

/**
 * Rows with merged cells: what such a cell needs beyond its rows, the last of them gives, as word processors do. Cells that only keep the
 * place of one above are gone. `around` is what rules and padding add to the text of a cell, pt.
 */
export function spanRows<C extends Cell>(rows: readonly Row<C>[], around: number): readonly Row<C>[] {
  if (rows.every(({ cells }) => cells.every(({ source }) => source.rows === undefined))) return rows;
  const heights = rows.map(({ height }) => height);
  const between = (from: number, count: number): number =>
    heights.slice(from, from + count).reduce((total, height) => total + height, 0);
  const spans = rows
    .flatMap(({ cells }, from) => cells.map(({ source, height }) => ({ height, from, count: source.rows ?? 1 })))
    .filter(({ count }) => count > 1)
    .sort((a, b) => a.from + a.count - b.from - b.count);
  for (const { height, from, count } of spans) {
    const last = from + count - 1;
    heights[last] = (heights[last] ?? 0) + Math.max(0, height + around - between(from, count));
  }
  return rows.map((row, index) => ({
    ...row,
    height: heights[index] ?? 0,
    cells: row.cells.flatMap((cell): C[] => {
      const { rows: count = 1 } = cell.source;
      return count === 0 ? [] : [count === 1 ? cell : { ...cell, down: between(index, count) }];
    }),
  }));
}
