import { ptToMm } from "../../base/units/index.ts";
import { type Address, addressesIn, addressesWithin, keepTogether, leastParts } from "../../language/index.ts";
import {
  checkBoxSign,
  type Inlines,
  type TableBlock,
  type TableCell,
  textWithBlanks,
} from "../../paperwork/document/index.ts";
import { balanceColumns, rowHeights } from "./balance-columns.ts";
import type { ComposeContext } from "./compose-context.ts";
import { BLANK, BLANK_LEAST_EM } from "./flow.ts";

type MeasureContext = Pick<ComposeContext, "profile" | "measure" | "textWidthMm">;

/** Columns of a table, mm, together the width of the text; how wide the padding of its cells is, and how large its letters are beside those of its styles. */
export type Columns = { readonly columnsMm: readonly number[]; readonly paddingMm: number; readonly scale: number };

/** Widths of text, mm at the size of its style: of what is not parted in each column, and in cells over several of them. */
type Pieces = { readonly columns: number[]; readonly across: Across[] };
type Across = { readonly from: number; readonly span: number; readonly least: number };
/** What is measured of a table: its words, and each cell set in one line, by columns and rows. */
type Words = Pieces & { readonly lines: number[][] };
/** The parts of a word, and the addresses that it is a part of. */
type Parts = (word: string, addresses: readonly Address[]) => readonly string[];

/** Behind these a line may end inside a word; never in a number, a range or a name. In a column a legal form may part from a long name. */
const INSIDE = /(?<=\p{Ll}[-–])(?=\p{Ll})|(?<=\p{L}{2}\/)(?=\p{L}{2})|(?<=\p{Lu}{2})\u00a0(?=[«„])/u;
const MAY_PART = /[-–/]|\u00a0[«„]/;
/** A row of signs reads the same in two parts. */
const SIGNS = /^[^\p{L}\p{N}\t]{9,}$/u;
const BEFORE_BLANK = new RegExp(`(?<=.)(?=${BLANK})`, "u");
/** Columns are whole twips in a DOCX: a word must not be cut by half of one. */
const ROUNDING = 0.1;
/** A part of a divided word is so many ems wide, or the letters become smaller: nine letters. */
const READABLE_EM = 4.5;
/** Slanted letters lean over their width by a twelfth of their height. */
const LEAN_EM = 0.1;
/** Letters become smaller by so much at a time, pt. */
const STEP_PT = 0.5;
/** Rows of more lines are crowded. */
const CROWDED_LINES = 8;
/** By how much a table must be lower for words to be divided, padding and letters to be smaller where all words have room. */
const COSTS = { division: 1.35, step: 0.1 };
/** Halvings after which a width is exact to a millionth of a millimetre. */
const HALVINGS = 30;

/**
 * Widths of the columns of a table: by the shares that are given, else so that the rows are lowest. A column is never narrower than its
 * longest word. Where not all have room, or long texts are crowded by the words of other columns, the words of the widest columns are divided;
 * what is still too much makes the padding smaller, then the letters, as far as the profile lets them; in the end words are divided down to
 * their syllables. A figure, a date or a number of a document is never parted for it: what has no room even so, the layout finds.
 */
export function measureColumns(block: TableBlock, context: MeasureContext): Columns {
  const { profile, textWidthMm } = context;
  const { table, styles } = profile;
  const words = measureWords(block, context, (word) => [word]);
  const full = { columnsMm: [], paddingMm: table.paddingMm, scale: 1 };
  const whole = floorsOf(words, full, table.leastColumnMm);
  let best = sum(whole) <= textWidthMm ? fitted(block, words, whole, { ...context, ...full }) : null;
  if (best !== null && !isCrowded(block, words, best)) return best;
  const parts = measureWords(block, context, (word, addresses) =>
    addresses.length > 0 ? leastParts(word, addresses) : word.split(BEFORE_BLANK).flatMap((one) => leastParts(one)),
  );
  const largest = Math.max(styles.cell.sizePt, styles["cell-head"].sizePt);
  const readable = readableParts(words, parts, ptToMm(READABLE_EM * largest));
  const tight = { ...full, paddingMm: Math.min(table.paddingMm, table.leastPaddingMm) };
  const steps: Columns[] = [full, tight];
  for (let size = largest - STEP_PT; size >= table.leastSizePt; size -= STEP_PT)
    steps.push({ ...tight, scale: size / largest });
  const least = steps.at(-1) as Columns;
  let lowest = best === null ? Number.POSITIVE_INFINITY : heightOf(words, best);
  for (const [index, step] of steps.entries()) {
    const floors = floorsOf(readable, step, table.leastColumnMm);
    if (sum(floors) > textWidthMm + 1e-9) continue;
    const level = levelled(floorsOf(words, step, table.leastColumnMm), floors, textWidthMm);
    const next = fitted(block, words, best === null ? level : floors, { ...context, ...step });
    const height = heightOf(words, next) * (COSTS.division + index * COSTS.step);
    if (best === null || height < lowest) [best, lowest] = [next, height];
    if (!isCrowded(block, words, best)) return best;
  }
  if (best !== null) return best;
  const floors = floorsOf(parts, least, table.leastColumnMm);
  if (sum(floors) <= textWidthMm + 1e-9) {
    const level = levelled(floorsOf(words, least, table.leastColumnMm), floors, textWidthMm);
    return fitted(block, words, level, { ...context, ...least });
  }
  const bare = floorsOf(parts, least, 0);
  return { ...least, columnsMm: bare.map((one) => (one / sum(bare)) * textWidthMm) };
}

/** Whether a row is so high that words of other columns may be divided for it. */
function isCrowded({ widths }: TableBlock, words: Words, columns: Columns): boolean {
  return widths === null && Math.max(...rowsOf(words, columns)) > CROWDED_LINES;
}

/** How high the rows are together, in lines of full size. */
function heightOf(words: Words, columns: Columns): number {
  return sum(rowsOf(words, columns)) * columns.scale;
}

function rowsOf({ lines }: Words, { columnsMm, paddingMm, scale }: Columns): number[] {
  return rowHeights(scaledLines(lines, scale), columnsMm, 2 * paddingMm);
}

function scaledLines(lines: Words["lines"], scale: number): Words["lines"] {
  return scale === 1 ? lines : lines.map((column) => column.map((line) => line * scale));
}

/** The widths that these floors leave. */
function fitted(
  { widths }: TableBlock,
  { lines }: Words,
  floors: readonly number[],
  { textWidthMm: width, paddingMm, scale }: MeasureContext & Columns,
): Columns {
  const columnsMm =
    widths === null
      ? balanceColumns(scaledLines(lines, scale), floors, { width, padding: 2 * paddingMm })
      : fixShares(widths, floors, width);
  return { columnsMm, paddingMm, scale };
}

function measureWords(block: TableBlock, context: MeasureContext, partsOf: Parts): Words {
  const rows = [...block.header, ...block.rows];
  const count = Math.max(1, ...rows.map(({ cells }) => cells.reduce((sum, { span }) => sum + span, 0)));
  const columns: number[] = Array(count).fill(0);
  const lines = columns.map(() => rows.map(() => 0));
  const across: Across[] = [];
  for (const [index, row] of rows.entries()) {
    const bold = row.kind !== "data" || index < block.header.length;
    let column = 0;
    for (const cell of row.cells) {
      // What spans several columns asks for room for its words only; over all of them it has enough.
      if (cell.span < count || count === 1) {
        const { least, line } = measured(cell, partsOf, { bold, context });
        if (cell.span > 1) across.push({ from: column, span: cell.span, least });
        else {
          columns[column] = Math.max(columns[column] as number, least);
          // What goes down over several rows has room in all of them.
          const { rows: down = 1 } = cell;
          for (let at = index; at < index + down; at++) (lines[column] as number[])[at] = line / down;
        }
      }
      column += cell.span;
    }
  }
  return { columns, across, lines };
}

function measured(
  cell: TableCell,
  partsOf: Parts,
  { bold: head, context: { profile, measure } }: { readonly bold: boolean; readonly context: MeasureContext },
): { readonly least: number; readonly line: number } {
  const size = profile.styles[head ? "cell-head" : "cell"].sizePt;
  const bold = head || cell.paragraphs.some((inlines) => has(inlines, "strong"));
  const lean = cell.paragraphs.some((inlines) => has(inlines, "emphasis")) ? ptToMm(LEAN_EM * size) : 0;
  let [least, line] = [0, 0];
  const widthOf = (text: string): number =>
    text.includes(BLANK)
      ? measure(text.replaceAll(BLANK, ""), size, bold) + (text.split(BLANK).length - 1) * ptToMm(BLANK_LEAST_EM * size)
      : measure(text, size, bold);
  const signs = (inlines: Inlines): string =>
    textWithBlanks(inlines, (blank) => {
      if (blank.type === "check-box") return checkBoxSign(blank);
      line += blank.widthMm ?? profile.blanks.leastMm;
      return BLANK;
    });
  for (const text of cell.paragraphs.flatMap((inlines) => signs(inlines).split("\n"))) {
    line += measure(text.includes(BLANK) ? text.replaceAll(BLANK, "") : text, size, bold);
    const glued = keepTogether(text);
    const isAddressed = addressesIn(glued).length > 0;
    for (const part of glued.split(" ")) {
      const addresses = isAddressed ? addressesIn(part) : [];
      let at = 0;
      for (const word of MAY_PART.test(part) ? part.split(INSIDE) : [part]) {
        at = part.indexOf(word, at);
        const own = addressesWithin(addresses, at, word.length);
        const width = widthOf(word);
        if (width > least && !SIGNS.test(word))
          for (const part of partsOf(word, own)) least = Math.max(least, part === word ? width : widthOf(part));
        at += word.length;
      }
    }
  }
  return { least: least + lean, line };
}

function has(inlines: Inlines, type: "strong" | "emphasis"): boolean {
  return inlines.some((one) => one.type === type || ("children" in one && has(one.children, type)));
}

/** The least widths of columns at a size of letters, with the padding. What a cell over several of them lacks, these give in equal parts. */
function floorsOf({ columns, across }: Pieces, { paddingMm, scale }: Columns, leastMm: number): number[] {
  const around = 2 * paddingMm + ROUNDING;
  const floors = columns.map((least) => Math.max(leastMm, least * scale + around));
  for (const { from, span, least } of across) {
    const lacking = least * scale + around - sum(floors.slice(from, from + span));
    for (let column = from; lacking > 0 && column < from + span; column++)
      floors[column] = (floors[column] as number) + lacking / span;
  }
  return floors;
}

/** Parts that are no shorter than they have to be for the eye: whole words up to `mm`. */
function readableParts(words: Pieces, parts: Pieces, mm: number): Pieces {
  const least = (whole: number, part: number): number => Math.min(whole, Math.max(part, mm));
  return {
    columns: words.columns.map((whole, column) => least(whole, parts.columns[column] as number)),
    across: words.across.map((one, index) => ({
      ...one,
      least: least(one.least, (parts.across[index] as Across).least),
    })),
  };
}

/**
 * The least widths that have room together: the widest columns become narrower alike, as far as their parts let them, so that no column is
 * down to syllables while another one has room.
 */
function levelled(whole: readonly number[], parts: readonly number[], width: number): readonly number[] {
  if (sum(whole) <= width) return whole;
  const upTo = (level: number): number[] =>
    whole.map((one, index) => Math.max(parts[index] as number, Math.min(one, level)));
  let [low, high] = [0, Math.max(...whole)];
  for (let step = 0; step < HALVINGS; step++) {
    const middle = (low + high) / 2;
    if (sum(upTo(middle)) <= width) low = middle;
    else high = middle;
  }
  return upTo(low);
}

/** Columns by their shares; those that would be narrower than they have to are as wide as that, and the others share the rest. */
function fixShares(shares: readonly number[], floors: readonly number[], width: number): number[] {
  const fixed = new Set<number>();
  for (;;) {
    const rest = width - floors.reduce((sum, floor, index) => sum + (fixed.has(index) ? floor : 0), 0);
    const whole = shares.reduce((sum, share, index) => sum + (fixed.has(index) ? 0 : share), 0);
    const widths = shares.map((share, index) =>
      fixed.has(index) ? (floors[index] as number) : (share / whole) * rest,
    );
    const narrow = widths.findIndex((one, index) => !fixed.has(index) && one < (floors[index] as number) - 1e-6);
    if (narrow < 0) return widths;
    fixed.add(narrow);
  }
}

function sum(widths: readonly number[]): number {
  return widths.reduce((total, one) => total + one, 0);
}
