import type { Text } from "../../base/diagnostics/index.ts";
import { plain } from "./columns.ts";
import type { Table, TableRow } from "./read-table.ts";

/** Properties of a record with their values, as `trc new --set` takes them, and how the table was understood. */
export type RowsRead = {
  readonly values: readonly (readonly [path: string, value: string])[];
  readonly notes: readonly Text[];
};

/** A row of headings: which column holds what. */
export type Header = {
  readonly table: Table;
  readonly row: TableRow;
  readonly columns: ReadonlyMap<number, string | null>;
  readonly score: number;
};
/** What each property may be called at the head of a column. */
export type Names = ReadonlyMap<string, readonly string[]>;

/** The row that names most of the columns, and which column is which property; null: nobody knows it. */
export function headerOf(table: Table, names: Names): Header | null {
  let best: Header | null = null;
  for (const row of table.rows.slice(0, 40)) {
    const columns = new Map<number, string | null>();
    for (const [index, cell] of row.cells.entries()) {
      const heading = plain(cell.text);
      if (heading === "") continue;
      const found = [...names].find(([, own]) =>
        own.some((one) => one === heading || one.startsWith(`${heading} `) || one.startsWith(`${heading},`)),
      );
      columns.set(index, found?.[0] ?? null);
    }
    const score = [...columns.values()].filter((name) => name !== null).length;
    if (score > (best?.score ?? 0)) best = { table, row, columns, score };
  }
  return best;
}

/** A row with words in it. */
export function hasWords({ cells }: TableRow): boolean {
  return cells.some(({ text: words }) => words !== "");
}
