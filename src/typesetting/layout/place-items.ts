import type { PlacedItem, PlacedLine, PlacedRule } from "./layout.ts";
import { type MeasuredCell, type MeasuredParagraph, type MeasuredTable, spaceBetween } from "./measure.ts";

/** `count` lines of a paragraph from the line `from` on, the first of them with its top at `y`. `repeated`: no part of the text. */
export function placeLines(
  block: MeasuredParagraph,
  from: number,
  count: number,
  x: number,
  y: number,
  repeated = false,
): PlacedLine[] {
  return block.lines.slice(from, from + count).map((line, index) => ({
    type: "line",
    y: y + index * block.pitch + block.baseline,
    pieces: line.pieces.map((piece) => ({ ...piece, x: piece.x + x })),
    owner: repeated ? null : block.source,
    continues: line.continues,
  }));
}

/** A cell whole: its paragraphs, by its vertical alignment, and its borders. `left` is where the text of the page begins, `top` the row. */
export function placeCell(
  table: MeasuredTable,
  cell: MeasuredCell,
  rowHeight: number,
  left: number,
  top: number,
  repeated: boolean,
): PlacedItem[] {
  const ruled = cell.source.rules === "none" ? 0 : table.rule;
  const spare = rowHeight - ruled - cell.height - 2 * table.verticalPadding;
  const { vertical } = cell.source;
  let y = top + ruled + table.verticalPadding + (vertical === "center" ? spare / 2 : vertical === "bottom" ? spare : 0);
  const x = left + table.x + cell.x + table.padding;
  const placed: PlacedItem[] = [];
  for (const [index, paragraph] of cell.paragraphs.entries()) {
    y += spaceBetween(cell.paragraphs[index - 1]?.after ?? 0, paragraph.before);
    placed.push(...placeLines(paragraph, 0, paragraph.lines.length, x, y, repeated));
    y += paragraph.lines.length * paragraph.pitch + paragraph.after;
  }
  return [...placed, ...cellRules(table, cell, left, top, top + rowHeight)];
}

/** The borders of a cell, or of the part of it that stands between `top` and `bottom`. */
export function cellRules(
  table: MeasuredTable,
  cell: MeasuredCell,
  left: number,
  top: number,
  bottom: number,
): PlacedRule[] {
  const { rules } = cell.source;
  if (rules === "none") return [];
  const [x1, x2] = [left + table.x + cell.x, left + table.x + cell.x + cell.width];
  const edge = (fromX: number, fromY: number, toX: number, toY: number): PlacedRule => ({
    type: "rule",
    x1: fromX,
    y1: fromY,
    x2: toX,
    y2: toY,
    widthPt: table.rule,
  });
  const lower = edge(x1, bottom, x2, bottom);
  if (rules === "bottom") return [lower];
  return [lower, edge(x1, top, x2, top), edge(x1, top, x1, bottom), edge(x2, top, x2, bottom)];
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
