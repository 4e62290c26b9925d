import type { PlacedItem, PlacedLine, PlacedRule } from "./layout.ts";
import { type MeasuredCell, type MeasuredParagraph, type MeasuredTable, spaceBetween } from "./measure.ts";

/** Where things go, pt: `x` is their left edge, `y` their top. `repeated`: they are no part of the text. */
type At = { readonly x: number; readonly y: number; readonly repeated?: boolean | undefined };

/** Lines of a paragraph from the line `from` up to `to`, the first of them with its top at `y`. */
export function placeLines(
  block: MeasuredParagraph,
  { x, y, repeated = false }: At,
  [from, to]: readonly [number, number] = [0, block.lines.length],
): PlacedLine[] {
  return block.lines.slice(from, to).map((line, index) => ({
    type: "line",
    y: y + index * block.pitch + block.baseline,
    pieces: line.pieces.map((piece) => ({ ...piece, x: piece.x + x })),
    owner: repeated ? null : block.source,
    continues: line.continues,
    end: line.end,
  }));
}

/** A cell of a row `height` high: its paragraphs, by its vertical alignment, and its borders. `x` is where the text of the page begins, `y` the row. */
export function placeCell(
  table: MeasuredTable,
  cell: MeasuredCell,
  { x: left, y: top, height, repeated }: At & { readonly height: number },
): PlacedItem[] {
  const ruled = cell.source.rules === "none" ? 0 : table.rule;
  const spare = height - ruled - cell.height - 2 * table.verticalPadding;
  const { vertical } = cell.source;
  let y = top + ruled + table.verticalPadding + (vertical === "center" ? spare / 2 : vertical === "bottom" ? spare : 0);
  const x = left + table.x + cell.x + table.padding;
  const placed: PlacedItem[] = [];
  for (const [index, paragraph] of cell.paragraphs.entries()) {
    y += spaceBetween(cell.paragraphs[index - 1]?.after ?? 0, paragraph.before);
    placed.push(...placeLines(paragraph, { x, y, repeated }));
    y += paragraph.lines.length * paragraph.pitch + paragraph.after;
  }
  placed.push(...cellRules(table, cell, { left, top, bottom: top + height }));
  return placed;
}

/** The borders of a cell, or of the part of it that stands between `top` and `bottom`. */
export function cellRules(
  table: MeasuredTable,
  cell: MeasuredCell,
  { left, top, bottom }: { readonly left: number; readonly top: number; readonly bottom: number },
): PlacedRule[] {
  const { rules } = cell.source;
  if (rules === "none") return [];
  const [x1, x2] = [left + table.x + cell.x, left + table.x + cell.x + cell.width];
  const widthPt = table.rule;
  return [
    { type: "rule", x1, y1: bottom, x2, y2: bottom, widthPt },
    { type: "rule", x1, y1: top, x2, y2: top, widthPt },
    { type: "rule", x1, y1: top, x2: x1, y2: bottom, widthPt },
    { type: "rule", x1: x2, y1: top, x2, y2: bottom, widthPt },
  ];
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
