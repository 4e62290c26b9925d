import type { Place, Position } from "./types.ts";

/** The first character of a file: the place of what concerns it as a whole. */
export function startOf(file: string): Place {
  return { file, start: { line: 1, column: 1 }, end: { line: 1, column: 2 } };
}

/** Offsets of a text turned into lines and columns (both from 1; columns in UTF-16 units). CR, LF and CRLF end a line. */
export type LineIndex = { readonly at: (offset: number) => Position; readonly lines: readonly string[] };

/** Index the lines of `text` once; `at` then answers in logarithmic time and clamps offsets outside the text. */
export function indexLines(text: string): LineIndex {
  const starts = [0];
  const lines: string[] = [];
  const breaks = /\r\n|\r|\n/g;
  for (let found = breaks.exec(text); found; found = breaks.exec(text)) {
    lines.push(text.slice(starts[starts.length - 1], found.index));
    starts.push(breaks.lastIndex);
  }
  lines.push(text.slice(starts[starts.length - 1]));
  const at = (offset: number): Position => {
    const clamped = Math.max(0, Math.min(offset, text.length));
    const line = lastNotAfter(starts, clamped);
    return { line: line + 1, column: clamped - (starts[line] ?? 0) + 1 };
  };
  return { at, lines };
}

/** Position of one offset; index the lines when asking often. */
export function positionsOf(text: string): (offset: number) => Position {
  return indexLines(text).at;
}

function lastNotAfter(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
