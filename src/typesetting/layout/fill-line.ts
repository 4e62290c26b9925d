import { type Box, isSlanted, type Piece } from "./boxes.ts";

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
