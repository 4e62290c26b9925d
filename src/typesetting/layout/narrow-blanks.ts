import { BLANK, BLANK_LEAST_EM } from "../flow/index.ts";
import type { Box, Piece } from "./boxes.ts";
import { splitBox, textOf } from "./divide.ts";
import { BEFORE_EDGE_PT } from "./place-line.ts";

/**
 * Boxes with lines to fill in, none wider than the room of a line: those of a box give alike, the longest first. What would leave one of them
 * less than two figures take, written by hand, is parted before it. Only the last box of a paragraph goes on up to the edge.
 */
export function narrowedBlanks(boxes: readonly Box[], { room, sizePt }: Room): Box[] {
  const least = BLANK_LEAST_EM * sizePt;
  const parted = boxes.flatMap((box) => partedBlanks(box, room - BEFORE_EDGE_PT, least));
  return parted.map((box, index) => narrowed(box, room - (index < parted.length - 1 ? BEFORE_EDGE_PT : 0)));
}

/** Room of a line and size of its letters, pt. */
type Room = { readonly room: number; readonly sizePt: number };

function partedBlanks(box: Box, room: number, least: number): Box[] {
  const most = mostOf(box, room);
  if (most === null || most >= least || box.pieces.length === 1) return [box];
  const at = textOf(box).indexOf(BLANK, 1);
  return splitBox(box, Math.max(1, at)).flatMap((part) => partedBlanks(part, room, least));
}

function narrowed(box: Box, room: number): Box {
  const most = mostOf(box, room);
  if (most === null) return box;
  const pieces = box.pieces.map((piece) => (isBlank(piece) ? { ...piece, width: Math.min(piece.width, most) } : piece));
  const width = pieces.reduce((sum, piece) => sum + piece.width, 0);
  return { ...box, pieces, width, reach: box.reach - box.width + width };
}

/** How long a line to fill in may be at most for the box to have room, pt; null: they are not too long. */
function mostOf({ pieces, reach }: Box, room: number): number | null {
  const blanks = pieces.filter(isBlank).map((piece) => piece.width);
  if (reach <= room || blanks.length === 0) return null;
  let left = room - (reach - blanks.reduce((sum, one) => sum + one, 0));
  const ordered = blanks.sort((a, b) => a - b);
  for (const [index, one] of ordered.entries()) {
    const share = left / (ordered.length - index);
    if (one > share) return share;
    left -= one;
  }
  return null;
}

function isBlank({ blank }: Piece): boolean {
  return blank !== undefined;
}
