import type { FlowCell, FlowPart } from "../flow/index.ts";
import type { PlacedItem } from "./layout.ts";
import {
  type MeasuredCell,
  type MeasuredParagraph,
  type MeasuredRow,
  type MeasuredTable,
  stackHeight,
} from "./measure.ts";
import { placeCell } from "./place-items.ts";

/** A merged cell whose rows go over pages: what of it is not placed yet, and where the part on this page begins. */
type Open = {
  readonly cell: MeasuredCell;
  /** Its last row. */
  readonly last: number;
  rest: readonly MeasuredParagraph[];
  /** First row of the part, and its upper edge, pt. */
  from: number;
  top: number;
  /** Where its lines go among the items of the page: before those of the rows beside it. */
  at: number;
  /** Lines of the part that stand on pages above already. */
  lines: number;
};

/** Where parts are placed: the items of the page, the left edge of its text, and the lower edge of the part, pt. */
export type Place = { readonly page: PlacedItem[]; readonly left: number; readonly bottom: number };

/**
 * Merged cells that go over pages with their rows, as word processors show them: the part on each page is one cell, with as many lines as
 * it has room for; the last one takes what is left.
 */
export class GoingOver {
  /** The parts of each cell whose words do not all stand in the first one. */
  readonly parts = new Map<FlowCell, FlowPart[]>();
  readonly #table: MeasuredTable;
  #open: Open[] = [];

  constructor(table: MeasuredTable) {
    this.#table = table;
  }

  /** Cells that begin in a row. */
  begin(row: MeasuredRow, index: number, { page, top }: { readonly page: PlacedItem[]; readonly top: number }): void {
    for (const cell of row.cells)
      if (cell.goesOver) {
        const last = index + (cell.source.rows ?? 1) - 1;
        this.#open.push({ cell, last, rest: cell.paragraphs, from: index, top, at: page.length, lines: 0 });
      }
  }

  /** Height that a row must have for what is left of the cells that end in it, when it stands at `y`. */
  need(index: number, y: number): number {
    if (this.#open.length === 0) return 0;
    const ending = this.#open.filter(({ last }) => last === index);
    return Math.max(0, ...ending.map(({ rest, top }) => stackHeight(rest) + this.#around - (y - top)));
  }

  /** The cells of a row that no page holds with what is left of those that end in it: these are cells of that row then. */
  take(index: number, place: Place): MeasuredCell[] {
    const ending = this.#open.filter(({ last }) => last === index);
    return ending.map((one) => {
      if (one.from < index) this.#place(one, index, place, false);
      const lines = countLines(one.rest);
      if (this.parts.has(one.cell.source)) this.#record(one, 1, lines);
      this.#open = this.#open.filter((other) => other !== one);
      const { goesOver: _, ...cell } = one.cell;
      return { ...cell, paragraphs: one.rest, height: stackHeight(one.rest) };
    });
  }

  /** A row is placed: those that end in it are. */
  end(index: number, place: Place): void {
    if (this.#open.length === 0) return;
    for (const one of this.#open.filter(({ last }) => last === index).toReversed())
      this.#place(one, index + 1, place, true);
    this.#open = this.#open.filter(({ last }) => last !== index);
  }

  /** The page ends before a row, or in the middle of it. */
  leave(index: number, place: Place, inside = false): void {
    for (const one of this.#open.toReversed()) this.#place(one, inside ? one.from : index, place, false);
  }

  /** The next page begins. */
  goOn(page: PlacedItem[], top: number): void {
    for (const one of this.#open) Object.assign(one, { top, at: page.length });
  }

  get #around(): number {
    return this.#table.edge + 2 * this.#table.verticalPadding;
  }

  /** Puts a part on the page that ends before the row `to`. */
  #place(one: Open, to: number, { page, left, bottom }: Place, all: boolean): void {
    const height = bottom - one.top;
    const [here, later] = all ? [one.rest, []] : split(one.rest, height - this.#around);
    const part = { ...one.cell, paragraphs: here, height: stackHeight(here) };
    const items: PlacedItem[] = [];
    placeCell(items, this.#table, part, { x: left, y: one.top, height });
    page.splice(one.at, 0, ...items);
    for (const other of this.#open) if (other !== one && other.at > one.at) other.at += items.length;
    one.rest = later;
    one.lines += countLines(here);
    if (to === one.from) return;
    if (later.length > 0 || this.parts.has(one.cell.source)) this.#record(one, to - one.from, one.lines);
    Object.assign(one, { from: to, lines: 0 });
  }

  #record({ cell }: Open, rows: number, lines: number): void {
    const parts = this.parts.get(cell.source) ?? [];
    const last = parts.at(-1);
    // What has no words left is one cell with the part above.
    if (last !== undefined && lines === 0) parts[parts.length - 1] = { ...last, rows: last.rows + rows };
    else parts.push({ rows, lines });
    this.parts.set(cell.source, parts);
  }
}

/** A table that is being placed: its head, its merged cells that go over pages, and rows that went on over pages. */
export type Own = {
  readonly table: MeasuredTable;
  readonly head: readonly MeasuredRow[];
  readonly over: GoingOver;
  readonly split: Set<number>;
};

/** The table with the parts of its merged cells, for those who have to part them at the same places. */
export function asPlaced({ table, over: { parts }, split }: Own): MeasuredTable {
  const had = table.source.rows.some(({ cells }) => cells.some((cell) => cell.parts !== undefined));
  if (parts.size === 0 && split.size === 0 && !had) return table;
  const rows = table.source.rows.map((row, index) => ({
    ...row,
    ...(split.has(index) && { splits: true as const }),
    cells: row.cells.map((cell) => {
      const { parts: before, ...plain } = cell;
      const own = parts.get(cell);
      return own !== undefined ? { ...plain, parts: own } : before === undefined ? cell : plain;
    }),
  }));
  return { ...table, source: { ...table.source, rows } };
}

function countLines(paragraphs: readonly MeasuredParagraph[]): number {
  return paragraphs.reduce((sum, { lines }) => sum + lines.length, 0);
}

type Parts = readonly [here: readonly MeasuredParagraph[], later: readonly MeasuredParagraph[]];

/** The lines of paragraphs that have room in a height, up to the end of a word, and those behind them. */
function split(paragraphs: readonly MeasuredParagraph[], height: number): Parts {
  let here: readonly MeasuredParagraph[] = [];
  for (const [at, paragraph] of paragraphs.entries()) {
    const { lines } = paragraph;
    const part = (from: number, to?: number): MeasuredParagraph => ({ ...paragraph, lines: lines.slice(from, to) });
    let count = lines.length;
    while (count > 0 && (stackHeight([...here, part(0, count)]) > height || lines[count - 1]?.continues)) count--;
    if (count > 0) here = [...here, part(0, count)];
    if (count < lines.length) return [here, [part(count), ...paragraphs.slice(at + 1)]];
  }
  return [here, []];
}
