import { glueOf, hyphenate, keepTogether } from "../../language/index.ts";
import {
  checkBoxSign,
  type Inlines,
  type TableBlock,
  type TableCell,
  textWithBlanks,
} from "../../paperwork/document/index.ts";
import { balanceColumns } from "./balance-columns.ts";
import type { ComposeContext } from "./compose-context.ts";

type MeasureContext = Pick<ComposeContext, "profile" | "measure" | "textWidthMm">;

/** What a column asks for, mm with the padding: its longest word or part of one, and each cell in one line, by rows. */
type Wish = { least: number; readonly lines: number[] };
/** A word in the parts that are not parted. */
type Parts = (word: string) => readonly string[];

/** Behind these a line may end inside a word; never in a number, a range or a name. In a column a legal form may part from a long name. */
const INSIDE = /(?<=\p{Ll}[-–])(?=\p{Ll})|(?<=\p{L}{2}\/)(?=\p{L}{2})|(?<=\p{Lu}{2})\u00a0(?=[«„])/u;
const MAY_PART = /[-–/]|\u00a0[«„]/;
const LETTERS = /\p{L}{5,}/gu;
/** Columns are whole twips in a DOCX: a word must not be cut by half of one. */
const ROUNDING = 0.1;
/** Halvings after which a width is exact to a millionth of a millimetre. */
const STEPS = 30;

/**
 * Widths of the columns of a table in mm, together the width of the text: by the shares that are given, else so that the rows are lowest.
 * A column is never narrower than its longest word; where not all have room, the words of the widest columns are divided.
 */
export function measureColumns(block: TableBlock, context: MeasureContext): number[] {
  const wishes = wishesOf(block, context, (word) => [word]);
  const floors = floorsOf(
    wishes.map(({ least }) => least),
    () => wishesOf(block, context, partsOf).map(({ least }) => least),
    context.textWidthMm,
  );
  if (block.widths !== null) return fixShares(block.widths, floors, context.textWidthMm);
  return balanceColumns(
    wishes.map(({ lines }) => lines),
    floors,
    { width: context.textWidthMm, padding: 2 * context.profile.table.paddingMm },
  );
}

function wishesOf(block: TableBlock, context: MeasureContext, partsOf: Parts): Wish[] {
  const { leastColumnMm } = context.profile.table;
  const rows = [...block.header, ...block.rows];
  const count = Math.max(1, ...rows.map(({ cells }) => cells.reduce((sum, { span }) => sum + span, 0)));
  const wishes = Array.from({ length: count }, (): Wish => ({ least: leastColumnMm, lines: rows.map(() => 0) }));
  const across: Across[] = [];
  for (const [index, row] of rows.entries()) {
    const bold = row.kind !== "data" || index < block.header.length;
    let column = 0;
    for (const cell of row.cells) {
      // What spans several columns asks for room for its words only; over all of them it has enough.
      if (cell.span === 1) ask(wishes[column] as Wish, index, measured(cell, partsOf, { bold, context }));
      else if (cell.span < count)
        across.push({
          under: wishes.slice(column, column + cell.span),
          least: measured(cell, partsOf, { bold, context }).least,
        });
      column += cell.span;
    }
  }
  for (const one of across) widen(one);
  return wishes;
}

/** What the words of a cell over several columns ask for, and these columns. */
type Across = { readonly under: readonly Wish[]; readonly least: number };

/** What the words of a cell lack in the columns under it, these give in equal parts. */
function widen({ under, least }: Across): void {
  const lacking = least - under.reduce((sum, wish) => sum + wish.least, 0);
  for (const wish of under) wish.least += Math.max(0, lacking) / under.length;
}

type Measured = { readonly least: number; readonly line: number };

function ask(wish: Wish, row: number, { least, line }: Measured): void {
  wish.least = Math.max(wish.least, least);
  wish.lines[row] = line;
}

function measured(
  cell: TableCell,
  partsOf: Parts,
  { bold, context: { profile, measure } }: { readonly bold: boolean; readonly context: MeasureContext },
): Measured {
  const size = profile.styles[bold ? "cell-head" : "cell"].sizePt;
  const padding = 2 * profile.table.paddingMm + ROUNDING;
  let [least, line] = [0, 0];
  const signs = (inlines: Inlines): string =>
    textWithBlanks(inlines, (blank) => (blank.type === "check-box" ? checkBoxSign(blank) : " "));
  for (const text of cell.paragraphs.flatMap((inlines) => signs(inlines).split("\n"))) {
    line += measure(text, size, bold);
    for (const part of keepTogether(text).split(" "))
      for (const word of MAY_PART.test(part) ? part.split(INSIDE) : [part])
        if (measure(word, size, bold) > least)
          least = Math.max(least, ...partsOf(word).map((one) => measure(one, size, bold)));
  }
  return { least: least + padding, line };
}

/** What is left of glued words where they are parted between their links, and every word divided: «ст. 5», «по-», «ме-», «ще-», «ние». */
function partsOf(words: string): string[] {
  const places = glueOf(words).between;
  const links = [...places, words.length].map((end, index) =>
    words.slice(index === 0 ? 0 : (places[index - 1] as number) + 1, end),
  );
  return links.flatMap(syllablesOf);
}

function syllablesOf(word: string): string[] {
  const ends: number[] = [];
  for (const { index, 0: letters } of word.matchAll(LETTERS))
    ends.push(...hyphenate(letters.toLowerCase()).map((place) => index + place));
  ends.push(word.length);
  return ends.map((end, index) => word.slice(ends[index - 1] ?? 0, end) + (end < word.length ? "-" : ""));
}

/**
 * The least widths that have room together: where words have none as a whole, the widest columns become narrower alike, as far as the parts
 * of their words let them, so that no column is down to syllables while another one has room.
 */
function floorsOf(whole: readonly number[], divided: () => readonly number[], width: number): readonly number[] {
  const sum = (widths: readonly number[]): number => widths.reduce((total, one) => total + one, 0);
  if (sum(whole) <= width) return whole;
  const parts = divided();
  const least = sum(parts);
  if (least > width) return parts.map((part) => (part / least) * width);
  const upTo = (level: number): number[] =>
    whole.map((one, index) => Math.max(parts[index] as number, Math.min(one, level)));
  let [low, high] = [0, Math.max(...whole)];
  for (let step = 0; step < STEPS; step++) {
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
