import { type TableBlock, type TableCell, textWithBlanks } from "../../paperwork/document/index.ts";
import type { ComposeContext } from "./compose-context.ts";

type MeasureContext = Pick<ComposeContext, "profile" | "measure" | "textWidthMm">;
type Wish = { readonly least: number; readonly most: number };

/** Behind these a word may be parted over lines; a no-break space is no place to part. */
const PARTS = / +|(?<=[-–/])/;

/**
 * Widths of the columns of a table by what stands in them, in mm, together the width of the text. A column is never narrower than its longest word
 * while there is room for all; what is left goes to the columns that would need it to set their text in one line.
 */
export function measureColumns(block: TableBlock, context: MeasureContext): number[] {
  const { leastColumnMm } = context.profile.table;
  const rows = [...block.header, ...block.rows];
  const count = Math.max(1, ...rows.map(({ cells }) => cells.reduce((sum, { span }) => sum + span, 0)));
  const wishes = Array.from({ length: count }, (): Wish => ({ least: leastColumnMm, most: leastColumnMm }));
  for (const row of rows) {
    const bold = row.kind !== "data" || block.header.includes(row);
    let column = 0;
    for (const cell of row.cells) {
      // What spans several columns asks for none of them: its lines have room enough.
      if (cell.span === 1) wishes[column] = wider(wishes[column] as Wish, cellWish(cell, bold, context));
      column += cell.span;
    }
  }
  return share(wishes, context.textWidthMm);
}

function wider(a: Wish, b: Wish): Wish {
  return { least: Math.max(a.least, b.least), most: Math.max(a.most, b.most) };
}

function cellWish(cell: TableCell, bold: boolean, { profile, measure }: MeasureContext): Wish {
  const size = profile.styles[bold ? "cell-head" : "cell"].sizePt;
  const padding = 2 * profile.table.paddingMm + ROUNDING;
  const lines = cell.paragraphs.flatMap((inlines) => textWithBlanks(inlines, " ").split("\n"));
  const words = lines.flatMap((line) => line.split(PARTS));
  const widest = (texts: readonly string[]): number =>
    Math.max(0, ...texts.map((text) => measure(text, size, bold))) + padding;
  return { least: widest(words), most: widest(lines) };
}

/** Columns are whole twips in a DOCX: a word must not be cut by half of one. */
const ROUNDING = 0.1;

function share(wishes: readonly Wish[], width: number): number[] {
  const sum = (of: (wish: Wish) => number): number => wishes.reduce((total, wish) => total + of(wish), 0);
  const [least, most] = [sum((wish) => wish.least), sum((wish) => wish.most)];
  if (least >= width) return wishes.map((wish) => (wish.least / least) * width);
  if (most <= width) return wishes.map((wish) => wish.most + ((width - most) * wish.most) / most);
  const part = (width - least) / (most - least);
  return wishes.map((wish) => wish.least + (wish.most - wish.least) * part);
}
