import { type Box, isSlanted, scaleOf } from "./boxes.ts";
import { splitBox } from "./divide.ts";

const EPSILON = 0.01;

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
    let end = at;
    while (end > start && boxes[end - 1]?.tight === true) end--;
    if (end > start) return { end, cut: null };
    const cut = cutBox(box, room - width - gap, at === start);
    // Nothing of the box fits behind what stands before it, or nothing of it can be left.
    return { end: cut === null && at === start ? at + 1 : at, cut };
  }
  return { end: boxes.length, cut: null };
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
  // Signs behind the last letter go over with it.
  const letter = box.pieces
    .map(({ text }) => text)
    .join("")
    .search(/[\p{L}\p{N}][^\p{L}\p{N}]*$/u);
  const [here, rest] = splitBox(box, letter > 0 ? Math.min(taken, letter) : taken);
  return { here, rest };
}
