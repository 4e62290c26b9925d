import { type Box, isSlanted, type Piece } from "./boxes.ts";
import { splitBox } from "./divide.ts";

const EPSILON = 0.01;

/** Longest address or path, in characters, that is moved to the next line whole rather than parted behind a slash. */
const LONG_PATH = 65;

/** Where a line ends: before the box `end`, or inside that box when it had to be cut. */
export type Filled = { readonly end: number; readonly cut: { readonly here: Box; readonly rest: Box } | null };

/** The boxes from `start` that stand in one line: up to `end`, and then a part of the next one when nothing else can be done. */
export function fillLine(boxes: readonly Box[], start: number, room: number, used: number): Filled {
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
  let width = 0;
  let taken = 0;
  for (const piece of box.pieces) {
    const lean = isSlanted(piece.face) ? box.lean : 0;
    for (const character of piece.text) {
      const step = piece.face.widthOf(character) * scaleOf(piece);
      if (width + step + lean > room + EPSILON && !(alone && taken === 0)) return parted(box, taken);
      width += step;
      taken += character.length;
    }
  }
  return parted(box, taken);
}

function parted(box: Box, taken: number): Filled["cut"] {
  if (taken === 0 || taken === box.end - box.start) return null;
  const [here, rest] = splitBox(box, taken);
  return { here, rest };
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
