import type { Box } from "./boxes.ts";

/** Boxes that stand in a line: it may end in a hyphen that divides a word, or in the middle of one that was cut; `last` of its paragraph, or before a forced break. */
export type Broken = {
  readonly boxes: readonly Box[];
  readonly hyphen: boolean;
  readonly cut: boolean;
  readonly last: boolean;
};

/** Room of a line, what is taken of the first one, and the width of a space, pt. */
export type Measure = { readonly room: number; readonly used: number; readonly space: number };

/** How many times their width the spaces of the boxes from a place up to another one would take to fill the room of a line. */
export function stretchOf(boxes: readonly Box[], room: number, space: number, from = 0, to = boxes.length): number {
  let spaces = 0;
  for (let index = from; index < to; index++) {
    const box = boxes[index] as Box;
    spaces += box.gaps + (index < to - 1 ? box.spaces.length : 0);
  }
  return stretchTo(room - widthOf(boxes, from, to), spaces, space);
}

/** The same by what is free in a line and the number of its spaces. */
export function stretchTo(free: number, spaces: number, space: number): number {
  return spaces === 0 ? Number.POSITIVE_INFINITY : 1 + free / (spaces * space);
}

/** Width of the boxes from a place up to another one in a line; the spaces behind the last one hang over. */
export function widthOf(boxes: readonly Box[], from = 0, to = boxes.length): number {
  let width = 0;
  for (let index = from; index < to; index++) {
    const box = boxes[index] as Box;
    width += box.width;
    if (index < to - 1) width += box.spaceWidth;
  }
  return width;
}
