import type { FlowParagraph, FlowRun, ParagraphStyle } from "../flow/index.ts";
import type { Face, Fonts } from "../fonts/index.ts";
import { mmToPt } from "../units/index.ts";
import type { LinePiece } from "./layout.ts";

/** A line of a paragraph, placed across but not yet down the page. */
export type Line = { readonly pieces: readonly LinePiece[]; readonly continues: boolean };

/** A run of glyphs that cannot be parted, and the breakable spaces behind it. */
type Box = {
  readonly pieces: readonly Piece[];
  readonly width: number;
  readonly spaces: string;
  readonly spaceWidth: number;
  readonly spaceFace: Face;
  readonly forced: boolean;
};
type Piece = { readonly face: Face; readonly text: string; readonly width: number; readonly marked?: true };

/**
 * Breaks a paragraph greedily, as word processors do: at spaces, behind hyphens and dashes inside words, behind forced breaks;
 * never at a no-break space. Spaces are not shrunk, trailing ones hang over the margin. `widthPt` is the room between the margins
 * or the edges of a cell.
 */
export function breakLines(paragraph: FlowParagraph, style: ParagraphStyle, widthPt: number, fonts: Fonts): Line[] {
  const left = mmToPt(style.leftMm);
  const first = mmToPt(style.firstLineMm);
  const room = widthPt - left - mmToPt(style.rightMm);
  const boxes = boxesOf(paragraph.runs, style, fonts);
  const label = labelPieces(paragraph, style, fonts);
  const lines: Line[] = [];
  let line: Box[] = [];
  let width = label.width + first;
  const push = (last: boolean, continues = false): void => {
    const indent = lines.length === 0 ? first : 0;
    lines.push({
      pieces: place(line, lines.length === 0 ? label.pieces : [], style, left + indent, room - indent, last),
      continues,
    });
    line = [];
    width = 0;
  };
  for (const box of boxes) {
    const before = line.at(-1);
    const gap = before?.spaceWidth ?? 0;
    if (line.length > 0 && width + gap + box.width > room + 0.01) push(false);
    else width += gap;
    for (const part of cut(box, line.length === 0 ? room - width : room, line.length === 0, style)) {
      line.push(part.box);
      width += part.box.width;
      if (part.more) push(false, true);
    }
    if (box.forced) push(true);
  }
  if (line.length > 0 || lines.length === 0) push(true);
  return lines;
}

/** A word wider than the line is cut at the character that no longer fits; nothing is lost. */
function cut(
  box: Box,
  room: number,
  alone: boolean,
  style: ParagraphStyle,
): { readonly box: Box; readonly more: boolean }[] {
  if (!alone || box.width <= room + 0.01) return [{ box, more: false }];
  const scale = style.sizePt / 1000;
  const full = room;
  const parts: { box: Box; more: boolean }[] = [];
  let pieces: Piece[] = [];
  let width = 0;
  for (const piece of box.pieces) {
    let text = "";
    for (const character of piece.text) {
      const step = piece.face.widthOf(character) * scale;
      if (width + step > full && (text !== "" || pieces.length > 0)) {
        if (text !== "") pieces.push({ ...piece, text, width: piece.face.widthOf(text) * scale });
        parts.push({ box: { ...box, pieces, width, spaces: "", spaceWidth: 0, forced: false }, more: true });
        pieces = [];
        text = "";
        width = 0;
      }
      text += character;
      width += step;
    }
    if (text !== "") pieces.push({ ...piece, text, width: piece.face.widthOf(text) * scale });
  }
  parts.push({ box: { ...box, pieces, width }, more: false });
  return parts;
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

/** Where a line may end: behind spaces, and inside a word behind a hyphen or dash that a letter follows. */
const BREAKS =
  /( +)|(?<=[^\s\u00a0][-–—])(?=[\p{L}«„(])|(?<=[^\s\u00a0\d][–])(?=\d)|(?<=\d[–])(?=\d)|(?<=[\p{L}]\/)(?=\p{L})/u;

function boxesOf(runs: readonly FlowRun[], style: ParagraphStyle, fonts: Fonts): Box[] {
  const scale = style.sizePt / 1000;
  const boxes: Box[] = [];
  let pieces: Piece[] = [];
  let spaceFace = faceOf(fonts, style.bold, style.italic);
  const close = (spaces: string, forced = false): void => {
    if (pieces.length === 0 && spaces === "" && !forced) return;
    boxes.push({
      pieces,
      width: pieces.reduce((sum, piece) => sum + piece.width, 0),
      spaces,
      spaceWidth: spaceFace.widthOf(spaces) * scale,
      spaceFace,
      forced,
    });
    pieces = [];
  };
  for (const run of runs) {
    if (run.type === "break") close("", true);
    else {
      const face = faceOf(fonts, style.bold || run.bold, style.italic || run.italic);
      spaceFace = face;
      for (const [index, part] of run.text.split(BREAKS).entries()) {
        if (part === undefined) {
          // Split at a zero-width place: what stands before it is complete.
          close("");
          continue;
        }
        if (part === "") continue;
        if (index % 2 === 1 && /^ +$/.test(part)) close(part);
        else pieces.push({ face, text: part, width: face.widthOf(part) * scale, ...markOf(run) });
      }
    }
  }
  close("");
  return boxes;
}

function markOf(run: FlowRun): { readonly marked?: true } {
  return run.type === "text" && run.marked ? { marked: true } : {};
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
  const spacing = style.align === "justify" && !last && stretchable > 0 && free > 0 ? free / stretchable : 0;
  let x = startX + (style.align === "center" ? free / 2 : style.align === "right" ? free : 0);
  const placed: LinePiece[] = [];
  for (const piece of label) {
    placed.push({ x, face: piece.face, sizePt: style.sizePt, text: piece.text, spacing: 0, label: true });
    x += piece.width;
  }
  for (const piece of segments) {
    const width = piece.width + countSpaces(piece.text) * spacing;
    const mark = piece.marked ? { markPt: width } : {};
    placed.push({ x, face: piece.face, sizePt: style.sizePt, text: piece.text, spacing, label: false, ...mark });
    x += width;
  }
  return placed;
}

/** Boxes with the spaces between them as pieces of one look; the trailing space is dropped. */
function joinPieces(boxes: readonly Box[]): Piece[] {
  const joined: Piece[] = [];
  const add = (piece: Piece): void => {
    const last = joined.at(-1);
    if (last !== undefined && last.face === piece.face && last.marked === piece.marked) {
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
