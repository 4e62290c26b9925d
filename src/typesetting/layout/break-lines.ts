import { mmToWholePt } from "../../base/units/index.ts";
import type { ParagraphStyle } from "../../paperwork/schemas/index.ts";
import type { FlowParagraph } from "../flow/index.ts";
import { type Fonts, faceOf } from "../fonts/index.ts";
import { type Box, boxMaker, type Piece } from "./boxes.ts";
import { breakBySense, tornQuotes } from "./break-by-sense.ts";
import { breakEvenly } from "./break-evenly.ts";
import { type Broken, type Measure, stretchOf, widthOf } from "./broken.ts";
import { type Divided, divideBox, joined, LEAST_REST } from "./divide.ts";
import { type Filled, fillLine } from "./fill-line.ts";
import type { LineEnd, LinePiece } from "./layout.ts";
import { narrowedBlanks } from "./narrow-blanks.ts";
import { BEFORE_EDGE_PT, placeLine } from "./place-line.ts";

/** A line of a paragraph, placed across but not yet down the page. */
export type Line = {
  readonly pieces: readonly LinePiece[];
  readonly continues: boolean;
  readonly end: LineEnd;
  /** It ends inside a word that nothing could part. */
  readonly cut: boolean;
};

/** What a paragraph is set into: so wide, with these fonts, its words divided or whole. */
export type Column = { readonly widthPt: number; readonly fonts: Fonts; readonly hyphenation?: boolean };

/**
 * Spaces of a justified line, in times their own width: wider than `divide` the next word is divided, wider than `loose` even below two lines
 * that end so, short words are let go from those they are glued to, and the paragraph is looked at as a whole; wider than `gaping` a word with a
 * capital is divided, too: a hole is seen from afar.
 */
const STRETCHED = { divide: 2.2, loose: 3, gaping: 5 };
/** Divided words in a row that are no ladder yet. */
const LADDER = 2;
const EPSILON = 0.01;

/**
 * Breaks a paragraph greedily, as word processors do: at spaces, and inside words where Unicode allows; never at a no-break space, but for
 * those that a loose line lets go. Spaces are not shrunk, trailing ones hang over the margin. A word wider than the line is divided, or cut at
 * the character that no longer fits. `widthPt` is the room between the margins or the edges of a cell.
 */
export function breakLines(paragraph: FlowParagraph, own: ParagraphStyle, column: Column): Line[] {
  const blanks = paragraph.runs.filter((run) => run.type === "blank");
  const style = blanks.length === 0 ? own : formStyle(own, blanks);
  const left = mmToWholePt(style.leftMm);
  const first = mmToWholePt(style.firstLineMm);
  const label = labelPieces(paragraph, style, column.fonts);
  const measure = {
    room: column.widthPt - left - mmToWholePt(style.rightMm),
    used: label.width + first,
    space: (column.fonts.regular.widthOf(" ") * style.sizePt) / 1000,
  };
  const justified = style.align === "justify" ? { hyphenation: column.hyphenation === true } : null;
  const { units, boxOf, plain } = boxMaker(paragraph.runs, style, column.fonts);
  const boxes = units.map(boxOf);
  const { sizePt } = style;
  const whole = blanks.length === 0 ? boxes : narrowedBlanks(boxes, { room: measure.room, sizePt });
  const broke = (style.bySense ? breakBySense(whole, measure) : null) ?? broken(whole, measure, justified);
  // A DOCX moves a line to fill in to its place by an indent, which all lines of a paragraph have in common.
  const look = blanks.length > 0 && broke.length > 1 ? { ...style, align: "left" as const } : style;
  return broke.map(({ boxes, hyphen, cut, last }, index, lines): Line => {
    const [indent, pieces, used] = index === 0 ? [first, label.pieces, measure.used] : [0, [], 0];
    const free = measure.room - used - widthOf(boxes) + (hyphen ? (boxes.at(-1)?.pieces.at(-1)?.width ?? 0) : 0);
    const room = { style: look, startX: left + indent, room: measure.room - indent, last, plain };
    const placed = placeLine(boxes, pieces, room);
    const filled = blanks.length > 0 && boxes.some(({ pieces }) => pieces.some(({ blank }) => blank?.fills));
    const places =
      blanks.length === 0 ? [] : placed.flatMap(({ x, blank }) => (blank ? [[x, x + blank.widthPt] as const] : []));
    const ended = boxes.at(-1);
    const opens = boxes[0]?.pieces.some(({ blank }) => blank) === true;
    const startPt = placed[0]?.x ?? left;
    return {
      pieces: placed,
      cut,
      continues: lines[index + 1]?.boxes[0]?.start === ended?.end && !last,
      end: {
        at: ended?.end ?? 0,
        hyphen,
        freePt: filled ? Math.min(free, BEFORE_EDGE_PT) : free,
        ...(places.length > 0 && { blanks: { startPt, edgePt: left + measure.room, places, opens } }),
      },
    };
  });
}

/** Tabs lead to the ends of lines to fill in: what stands before one keeps its place, and only what none goes on to the edge in stands in the middle. */
function formStyle(style: ParagraphStyle, blanks: readonly { readonly fills: boolean }[]): ParagraphStyle {
  return style.align === "justify" || blanks.some(({ fills }) => fills) ? { ...style, align: "left" } : style;
}

/** Of a justified paragraph: whether words may be divided. */
type Justified = { readonly hyphenation: boolean };

function broken(boxes: Box[], measure: Measure, justified: Justified | null): Broken[] {
  const whole = [...boxes];
  if (justified === null) return namesWhole(whole, breakGreedily(boxes, measure, null), measure);
  if (!justified.hyphenation) return breakGreedily(boxes, measure, justified);
  const lines = breakGreedily(boxes, measure, justified);
  if (looseLines(lines, measure) === 0) return lines;
  const even = breakEvenly(whole, measure);
  return even !== null && looseLines(even, measure) < looseLines(lines, measure) ? even : lines;
}

/** In a cell or a post a name in quotation marks is not parted where as many lines leave it whole. */
function namesWhole(boxes: readonly Box[], lines: Broken[], measure: Measure): Broken[] {
  const torn = tornQuotes(lines);
  const bySense = torn === 0 ? null : breakBySense(boxes, measure);
  return bySense !== null && bySense.length <= lines.length && tornQuotes(bySense) < torn ? bySense : lines;
}

function looseLines(lines: readonly Broken[], { room, used, space }: Measure): number {
  return lines.filter(
    ({ boxes, last }, index) => !last && stretchOf(boxes, room - (index === 0 ? used : 0), space) > STRETCHED.loose,
  ).length;
}

function breakGreedily(boxes: Box[], measure: Measure, justified: Justified | null): Broken[] {
  const lines: Broken[] = [];
  let ladder = 0;
  let start = 0;
  while (start < boxes.length || lines.length === 0) {
    const used = lines.length === 0 ? measure.used : 0;
    const filled = fillLine(boxes, start, measure.room, used);
    const own = { room: measure.room, used, space: measure.space };
    const divided = divide(
      boxes,
      start,
      filled,
      own,
      justified === null ? null : { hyphenation: justified.hyphenation, ladder },
    );
    const part = divided ?? filled.cut;
    const hyphen = divided?.hyphen === true;
    const above = hyphen && filled.end === start ? withPart(lines.at(-1), divided.here) : null;
    if (above !== null && widthOf(above.boxes) <= measure.room - (lines.length === 1 ? measure.used : 0) + EPSILON)
      lines[lines.length - 1] = above;
    else {
      lines.push({
        boxes: part === null ? boxes.slice(start, filled.end) : [...boxes.slice(start, filled.end), part.here],
        hyphen,
        cut: divided === null && filled.cut !== null,
        last: part === null && (filled.end >= boxes.length || boxes[filled.end - 1]?.forced === true),
      });
      ladder = hyphen ? ladder + 1 : 0;
    }
    if (part !== null) boxes[filled.end] = part.rest;
    start = filled.end;
  }
  return lines;
}

/** A line that a word is divided at the end of with one more part of the word; null when it ends otherwise. */
function withPart(line: Broken | undefined, part: Box): Broken | null {
  const last = line?.boxes.at(-1);
  return line?.hyphen === true && last !== undefined
    ? { ...line, boxes: [...line.boxes.slice(0, -1), joined(last, part)] }
    : null;
}

/** What of the next box stands in the line too: nothing, as a rule. */
function divide(
  boxes: readonly Box[],
  start: number,
  { end, cut }: Filled,
  { room: whole, used, space }: Measure,
  justified: (Justified & { readonly ladder: number }) | null,
): Divided | null {
  const next = boxes[end];
  const last = end > start ? boxes[end - 1] : undefined;
  if (next === undefined || last?.forced === true) return null;
  const room = whole - used - widthOf(boxes, start, end) - (last?.spaceWidth ?? 0);
  if (cut !== null || next.reach > whole + EPSILON)
    return divideBox(next, room, "any", whole) ?? (last === undefined ? divideBox(next, room, "letters") : null);
  if (justified === null || last === undefined) return null;
  const stretch = stretchOf(boxes, whole - used, space, start, end);
  const { hyphenation, ladder } = justified;
  if (hyphenation && stretch > (ladder < LADDER ? STRETCHED.divide : STRETCHED.loose)) {
    const { loose, gaping } = STRETCHED;
    const divided = divideBox(next, room, stretch > gaping ? "capitals" : stretch > loose ? "words" : "long");
    const rest =
      divided?.hyphen === true && end === boxes.length - 1 ? divided.rest.end - divided.rest.start : LEAST_REST;
    if (divided !== null && rest >= LEAST_REST && (divided.hyphen || stretch > STRETCHED.loose)) return divided;
  }
  return stretch > STRETCHED.loose ? divideBox(next, room, "spaces") : null;
}

function labelPieces(
  { label }: FlowParagraph,
  style: ParagraphStyle,
  fonts: Fonts,
): { readonly pieces: readonly Piece[]; readonly width: number } {
  if (label === null || label.text === "") return { pieces: [], width: 0 };
  const face = faceOf(fonts, style.bold, style.italic);
  const text = `${label.text} `;
  const width = face.widthOf(text) * (style.sizePt / 1000);
  return { pieces: [{ face, text, width }], width };
}
