import type { FlowParagraph, FlowRun, ParagraphStyle } from "../flow/index.ts";
import type { Face, Fonts } from "../fonts/index.ts";
import { mmToPt } from "../units/index.ts";
import { hyphenated, optimalBreaks } from "./break-optimal.ts";
import type { LinePiece } from "./layout.ts";
import { unitsOf } from "./line-breaks.ts";

/** A line of a paragraph, placed across but not yet down the page. */
export type Line = { readonly pieces: readonly LinePiece[]; readonly continues: boolean };

/** A run of glyphs that is not parted, and the breakable spaces behind it. */
export type Box = {
  readonly pieces: readonly Piece[];
  readonly width: number;
  /** Room it asks for: slanted letters lean over their width. */
  readonly reach: number;
  readonly lean: number;
  readonly spaces: string;
  readonly spaceWidth: number;
  readonly spaceFace: Face;
  readonly tight: boolean;
  readonly slash: boolean;
  readonly forced: boolean;
};
export type Piece = {
  readonly face: Face;
  readonly text: string;
  readonly width: number;
  readonly marked?: true;
  readonly hyphen?: true;
};

const EPSILON = 0.01;

/** Longest address or path, in characters, that is moved to the next line whole rather than parted behind a slash. */
const LONG_PATH = 65;

/**
 * Breaks a paragraph greedily, as word processors do: at spaces, and inside words where Unicode allows; never at a no-break space.
 * Spaces are not shrunk, trailing ones hang over the margin. A word wider than the line is cut at the character that no longer fits.
 * `widthPt` is the room between the margins or the edges of a cell.
 */
export function breakLines(
  paragraph: FlowParagraph,
  style: ParagraphStyle,
  widthPt: number,
  fonts: Fonts,
  breaking: Breaking = "greedy",
): Line[] {
  const left = mmToPt(style.leftMm);
  const first = mmToPt(style.firstLineMm);
  const room = widthPt - left - mmToPt(style.rightMm);
  const boxes = boxesOf(paragraph.runs, style, fonts);
  const label = labelPieces(paragraph, style, fonts);
  const lines: Line[] = [];
  const push = (line: readonly Box[], last: boolean, continues = false): void => {
    const indent = lines.length === 0 ? first : 0;
    const pieces = lines.length === 0 ? label.pieces : [];
    lines.push({ pieces: place(line, pieces, style, left + indent, room - indent, last), continues });
  };
  if (breaking !== "greedy" && style.align === "justify") {
    const parts = breaking === "hyphenated" ? hyphenated(boxes, style) : boxes;
    const breaks = optimalBreaks(parts, room, label.width + first);
    if (breaks !== null) {
      let from = 0;
      for (const { end, hyphen } of breaks) {
        const line = parts.slice(from, end);
        push(hyphen ? withHyphen(line, style) : line, end === parts.length || parts[end - 1]?.forced === true, hyphen);
        from = end;
      }
      return lines;
    }
  }
  let start = 0;
  while (start < boxes.length) {
    const used = lines.length === 0 ? label.width + first : 0;
    const { end, cut } = fillLine(boxes, start, room, used);
    if (cut === null) push(boxes.slice(start, end), end === boxes.length || boxes[end - 1]?.forced === true);
    else {
      push([...boxes.slice(start, end), cut.here], false, true);
      boxes[end] = cut.rest;
    }
    start = end;
  }
  if (lines.length === 0) push([], true);
  return lines;
}

/** How paragraphs are broken: as word processors do, or as a whole at their best, without or with the division of words. */
export type Breaking = "greedy" | "optimal" | "hyphenated";

function withHyphen(line: readonly Box[], style: ParagraphStyle): Box[] {
  const last = line.at(-1) as Box;
  const [face] = last.pieces.map((piece) => piece.face).slice(-1) as [Face];
  const hyphen: Piece = { face, text: "-", width: face.widthOf("-") * (style.sizePt / 1000), hyphen: true };
  return [...line.slice(0, -1), { ...last, pieces: [...last.pieces, hyphen] }];
}

type Filled = { readonly end: number; readonly cut: { readonly here: Box; readonly rest: Box } | null };

/** The boxes from `start` that stand in one line: up to `end`, and then a part of the next one when nothing else can be done. */
function fillLine(boxes: readonly Box[], start: number, room: number, used: number): Filled {
  let width = used;
  for (let at = start; at < boxes.length; at++) {
    const box = boxes[at] as Box;
    const before = at > start ? boxes[at - 1] : undefined;
    const gap = before?.spaceWidth ?? 0;
    if (width + gap + box.reach <= room + EPSILON) {
      width += gap + box.width;
      if (box.forced) return { end: at + 1, cut: null };
      continue;
    }
    // When it is the space itself that does not fit, the line ends there whatever stands around it.
    if (before !== undefined && before.spaces !== "" && width + gap / before.spaces.length > room + EPSILON)
      return { end: at, cut: null };
    // A place behind a slash is not even looked at when it is exactly what fits.
    const exact = before?.slash === true && width + gap + firstWidth(box) > room + EPSILON;
    const end = lastBreak(boxes, start, exact ? at - 1 : at);
    if (end > start) return { end, cut: null };
    const cut = cutBox(box, room - width - gap, at === start);
    // Nothing of the box fits behind what stands before it, or nothing of it can be left.
    return { end: cut === null && at === start ? at + 1 : at, cut };
  }
  return { end: boxes.length, cut: null };
}

/** The last place before the box `at` where the line may end; `start` when there is none. */
function lastBreak(boxes: readonly Box[], start: number, at: number): number {
  let end = at;
  while (end > start && boxes[end - 1]?.tight === true) end--;
  if (end === start || boxes[end - 1]?.slash !== true) return end;
  let length = 0;
  for (let from = end; from > 0; from--) {
    length += boxes[from - 1]?.pieces.reduce((sum, { text }) => sum + text.length, 0) ?? 0;
    if (length > LONG_PATH) return end;
    const before = boxes[from - 2];
    if (before !== undefined && (before.spaces !== "" || before.forced)) return Math.max(start, from - 1);
  }
  return end;
}

/** Parts a box at the character that no longer fits; a box alone in its line leaves one character there at least. Null when it cannot be parted so. */
function cutBox(box: Box, room: number, alone: boolean): Filled["cut"] {
  const here: Piece[] = [];
  const rest: Piece[] = [];
  let width = 0;
  for (const piece of box.pieces) {
    const scale = scaleOf(piece);
    const lean = isSlanted(piece.face) ? box.lean : 0;
    let taken = 0;
    if (rest.length === 0)
      for (const character of piece.text) {
        const step = piece.face.widthOf(character) * scale;
        if (width + step + lean > room + EPSILON && !(alone && width === 0)) break;
        width += step;
        taken += character.length;
      }
    const part = (text: string): Piece => ({ ...piece, text, width: piece.face.widthOf(text) * scale });
    if (taken > 0) here.push(part(piece.text.slice(0, taken)));
    if (taken < piece.text.length) rest.push(part(piece.text.slice(taken)));
  }
  if (here.length === 0 || rest.length === 0) return null;
  const left = rest.reduce((sum, piece) => sum + piece.width, 0);
  const reach = left + (rest.some(({ face }) => isSlanted(face)) ? box.lean : 0);
  return {
    here: { ...box, pieces: here, width, reach: width, spaces: "", spaceWidth: 0, forced: false },
    rest: { ...box, pieces: rest, width: left, reach },
  };
}

function firstWidth({ pieces: [piece] }: Box): number {
  if (piece === undefined) return 0;
  const [character = ""] = piece.text;
  return piece.face.widthOf(character) * scaleOf(piece);
}

/** Points a unit of the face. */
function scaleOf({ face, text, width }: Piece): number {
  return width / Math.max(1e-9, face.widthOf(text));
}

function labelPieces(
  { label }: FlowParagraph,
  style: ParagraphStyle,
  fonts: Fonts,
): { readonly pieces: readonly Piece[]; readonly width: number } {
  if (label === null) return { pieces: [], width: 0 };
  const face = faceOf(fonts, style.bold, style.italic);
  const text = `${label.text} `;
  const width = face.widthOf(text) * (style.sizePt / 1000);
  return { pieces: [{ face, text, width }], width };
}

export function faceOf(fonts: Fonts, bold: boolean, italic: boolean): Face {
  return bold ? (italic ? fonts.boldItalic : fonts.bold) : italic ? fonts.italic : fonts.regular;
}

function boxesOf(runs: readonly FlowRun[], style: ParagraphStyle, fonts: Fonts): Box[] {
  const scale = style.sizePt / 1000;
  const lean = leanOf(fonts.regular, style.sizePt);
  const spans = spansOf(runs, style, fonts);
  const text = spans.map((span) => span.text).join("");
  let at = 0;
  let from = 0;
  return unitsOf(text).map(({ start, end, next, tight, slash, forced }): Box => {
    const pieces: Piece[] = [];
    let [width, reach] = [0, 0];
    while (at < spans.length - 1 && from + lengthOf(spans[at]) <= start) from += lengthOf(spans[at++]);
    for (let span = at, begin = from; span < spans.length && begin < end; begin += lengthOf(spans[span++])) {
      const { face, text: own, mark } = spans[span] as Span;
      const part = own.slice(Math.max(0, start - begin), end - begin);
      if (part === "") continue;
      const piece: Piece = { face, text: part, width: face.widthOf(part) * scale, ...mark };
      pieces.push(piece);
      width += piece.width;
      reach = Math.max(reach, width + (isSlanted(face) ? lean : 0));
    }
    const spaces = text.slice(end, next).replace("\n", "");
    const spaceFace = faceAt(spans, at, from, end);
    const spaceWidth = spaceFace.widthOf(spaces) * scale;
    return { pieces, width, reach, lean, spaces, spaceWidth, spaceFace, tight, slash, forced };
  });
}

type Span = { readonly face: Face; readonly text: string; readonly mark: { readonly marked?: true } };

function spansOf(runs: readonly FlowRun[], style: ParagraphStyle, fonts: Fonts): Span[] {
  let face = faceOf(fonts, style.bold, style.italic);
  return runs.map((run) => {
    if (run.type === "break") return { face, text: "\n", mark: {} };
    face = faceOf(fonts, style.bold || run.bold, style.italic || run.italic);
    return { face, text: run.text, mark: run.type === "text" && run.marked ? { marked: true } : {} };
  });
}

function lengthOf(span: Span | undefined): number {
  return span?.text.length ?? 0;
}

function faceAt(spans: readonly Span[], from: number, begin: number, position: number): Face {
  let [span, at] = [from, begin];
  while (span < spans.length - 1 && at + lengthOf(spans[span]) <= position) at += lengthOf(spans[span++]);
  return (spans[span] as Span).face;
}

function isSlanted({ name }: Face): boolean {
  return name === "italic" || name === "boldItalic";
}

/** A twelfth of the height of the letters is kept free behind slanted ones, in whole twips. */
function leanOf(face: Face, sizePt: number): number {
  return Math.floor(Math.ceil((face.ascent + face.descent) * sizePt * 20) / 12) / 20;
}

/** Gives every piece its place across; a justified line spreads what is left over its spaces. */
function place(
  boxes: readonly Box[],
  label: readonly Piece[],
  style: ParagraphStyle,
  startX: number,
  room: number,
  last: boolean,
): LinePiece[] {
  const segments = joinPieces(boxes);
  const natural = [...label, ...segments].reduce((sum, piece) => sum + piece.width, 0);
  const free = room - natural;
  const stretchable = segments.reduce((sum, piece) => sum + countSpaces(piece.text), 0);
  const spacing = style.align === "justify" && (!last || free < -EPSILON) && stretchable > 0 ? free / stretchable : 0;
  let x = startX + (style.align === "center" ? free / 2 : style.align === "right" ? free : 0);
  const placed: LinePiece[] = [];
  for (const piece of label) {
    placed.push({ x, face: piece.face, sizePt: style.sizePt, text: piece.text, spacing: 0, label: true });
    x += piece.width;
  }
  for (const piece of segments) {
    const width = piece.width + countSpaces(piece.text) * spacing;
    const mark = piece.marked ? { markPt: width } : {};
    const hyphen = piece.hyphen ? { hyphen: piece.hyphen } : {};
    placed.push({
      x,
      face: piece.face,
      sizePt: style.sizePt,
      text: piece.text,
      spacing,
      label: false,
      ...mark,
      ...hyphen,
    });
    x += width;
  }
  return placed;
}

/** Boxes with the spaces between them as pieces of one look; the trailing space is dropped. */
function joinPieces(boxes: readonly Box[]): Piece[] {
  const joined: Piece[] = [];
  const add = (piece: Piece): void => {
    const last = joined.at(-1);
    if (
      last !== undefined &&
      last.face === piece.face &&
      last.marked === piece.marked &&
      last.hyphen === piece.hyphen
    ) {
      joined[joined.length - 1] = { ...last, text: last.text + piece.text, width: last.width + piece.width };
    } else joined.push(piece);
  };
  for (const [index, box] of boxes.entries()) {
    for (const piece of box.pieces) add(piece);
    if (index < boxes.length - 1 && box.spaces !== "")
      add({ face: box.spaceFace, text: box.spaces, width: box.spaceWidth });
  }
  return joined;
}

function countSpaces(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0x20 || code === 0xa0) count++;
  }
  return count;
}
