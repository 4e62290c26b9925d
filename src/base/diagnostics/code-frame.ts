import { indexLines } from "./positions.ts";
import type { Place } from "./types.ts";

const CONTEXT_LINES = 1;
const MAX_WIDTH = 100;

/**
 * The lines around a place with the range underlined:
 *
 *     11 │ date: 2025-02-30
 *        │       ^^^^^^^^^^
 *
 * Long lines are cut around the range; tabs are shown as one space so that the marks stay under their text.
 */
export function codeFrame(source: string, place: Place): string {
  const { lines } = indexLines(source);
  const first = Math.max(1, place.start.line - CONTEXT_LINES);
  const last = Math.min(lines.length, place.start.line + CONTEXT_LINES);
  const gutter = String(last).length;
  const frame: string[] = [];
  for (let number = first; number <= last; number++) {
    const line = lines[number - 1] ?? "";
    const marked = number === place.start.line;
    const from = marked ? Math.max(0, Math.min(place.start.column - 1 - MAX_WIDTH / 2, line.length - MAX_WIDTH)) : 0;
    frame.push(`${String(number).padStart(gutter)} │ ${visible(line.slice(from, from + MAX_WIDTH))}`.trimEnd());
    if (marked) frame.push(`${" ".repeat(gutter)} │ ${underline(line, place, from)}`);
  }
  return frame.join("\n");
}

function underline(line: string, place: Place, from: number): string {
  const start = place.start.column - 1 - from;
  const endColumn = place.end.line === place.start.line ? place.end.column - 1 : line.length;
  const length = Math.max(1, Math.min(endColumn - from, MAX_WIDTH) - start);
  return " ".repeat(Math.max(0, start)) + "^".repeat(length);
}

/** Control and direction characters would move the marks or the terminal: show them as one neutral cell. */
function visible(line: string): string {
  return line
    .replace(/\t/g, " ")
    .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, "·");
}
