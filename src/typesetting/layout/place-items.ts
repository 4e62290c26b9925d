import type { FlowParagraph } from "../flow/index.ts";
import type { Line } from "./break-lines.ts";
import type { LineEnd, LinePiece, PlacedItem, PlacedLine } from "./layout.ts";
import { type MeasuredCell, type MeasuredParagraph, type MeasuredTable, spaceBetween } from "./measure.ts";

/** Where things go, pt: `x` is their left edge, `y` their top. `repeated`: they are no part of the text. */
type At = { readonly x: number; readonly y: number; readonly repeated?: boolean | undefined };

/** Puts lines of a paragraph from the line `from` up to `to` on a page, the first of them with its top at `y`. */
export function placeLines(
  page: PlacedItem[],
  block: MeasuredParagraph,
  { x, y, repeated = false }: At,
  [from, to]: readonly [number, number] = [0, block.lines.length],
): void {
  const owner = repeated ? null : block.source;
  for (let index = from; index < to; index++) {
    const line = block.lines[index] as Line;
    page.push(new LineOnPage(line, { x, y: y + (index - from) * block.pitch + block.baseline, owner }));
  }
}

/** A line whose pieces move to their place when they are asked for: a writer of words asks for none. */
class LineOnPage implements PlacedLine {
  readonly type = "line";
  readonly y: number;
  readonly owner: FlowParagraph | null;
  readonly continues: boolean;
  readonly end: LineEnd;
  readonly #x: number;
  readonly #line: Line;
  #pieces: readonly LinePiece[] | null = null;

  constructor(line: Line, { x, y, owner }: Pick<PlacedLine, "y" | "owner"> & { readonly x: number }) {
    this.y = y;
    this.owner = owner;
    this.continues = line.continues;
    this.end = line.end;
    this.#x = x;
    this.#line = line;
  }

  get pieces(): readonly LinePiece[] {
    this.#pieces ??= this.#line.pieces.map((piece) => ({ ...piece, x: piece.x + this.#x }));
    return this.#pieces;
  }
}

/** Puts a cell of a row `height` high on a page: its paragraphs, by its vertical alignment, and its borders. `x` is where the text of the page begins, `y` the row. */
export function placeCell(
  page: PlacedItem[],
  table: MeasuredTable,
  cell: MeasuredCell,
  { x: left, y: top, height, repeated }: At & { readonly height: number },
): void {
  const ruled = cell.source.rules === "none" ? 0 : table.rule;
  const spare = height - ruled - cell.height - 2 * table.verticalPadding;
  const { vertical } = cell.source;
  let y = top + ruled + table.verticalPadding + (vertical === "center" ? spare / 2 : vertical === "bottom" ? spare : 0);
  const x = left + table.x + cell.x + table.padding;
  let above = 0;
  for (const paragraph of cell.paragraphs) {
    y += spaceBetween(above, paragraph.before);
    placeLines(page, paragraph, { x, y, repeated });
    y += paragraph.lines.length * paragraph.pitch + paragraph.after;
    above = paragraph.after;
  }
  if (cell.source.rules !== "none") placeRules(page, table, cell, { left, top, bottom: top + height });
}

/** Puts the borders of a cell on a page, or of the part of it that stands between `top` and `bottom`. */
export function placeRules(
  page: PlacedItem[],
  table: MeasuredTable,
  cell: MeasuredCell,
  { left, top, bottom }: { readonly left: number; readonly top: number; readonly bottom: number },
): void {
  const [x1, x2] = [left + table.x + cell.x, left + table.x + cell.x + cell.width];
  const widthPt = table.rule;
  page.push(
    { type: "rule", x1, y1: bottom, x2, y2: bottom, widthPt },
    { type: "rule", x1, y1: top, x2, y2: top, widthPt },
    { type: "rule", x1, y1: top, x2: x1, y2: bottom, widthPt },
    { type: "rule", x1: x2, y1: top, x2, y2: bottom, widthPt },
  );
}

/** The same thing so far to the right, pt. */
export function shifted<Item extends PlacedItem>(item: Item, by: number): Item;
export function shifted(item: PlacedItem, by: number): PlacedItem {
  switch (item.type) {
    case "line":
      return { ...item, pieces: item.pieces.map((piece) => ({ ...piece, x: piece.x + by })) };
    case "rule":
      return { ...item, x1: item.x1 + by, x2: item.x2 + by };
    case "chart":
      return { ...item, x: item.x + by };
  }
}
