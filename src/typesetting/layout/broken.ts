import type { Box } from "./boxes.ts";
import { countSpaces } from "./place-line.ts";

/** Boxes that stand in a line: it may end in a hyphen that divides a word, or in the middle of one that was cut; `last` of its paragraph, or before a forced break. */
export type Broken = {
  readonly boxes: readonly Box[];
  readonly hyphen: boolean;
  readonly cut: boolean;
  readonly last: boolean;
};

/** Room of a line, what is taken of the first one, and the width of a space, pt. */
export type Measure = { readonly room: number; readonly used: number; readonly space: number };

/** How many times their width the spaces of a line would take to fill the room. */
export function stretchOf(line: readonly Box[], room: number, space: number): number {
  const spaces = line.reduce(
    (sum, box, index) =>
      sum +
      box.pieces.reduce((own, { text }) => own + countSpaces(text), 0) +
      (index < line.length - 1 ? box.spaces.length : 0),
    0,
  );
  return spaces === 0 ? Number.POSITIVE_INFINITY : 1 + (room - widthOf(line)) / (spaces * space);
}

/** Width of boxes in a line; the spaces behind the last one hang over. */
export function widthOf(line: readonly Box[]): number {
  return line.reduce((sum, box, index) => sum + box.width + (index < line.length - 1 ? box.spaceWidth : 0), 0);
}
