import { showInvisible } from "../text/index.ts";
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
    const shown = line.slice(from, from + MAX_WIDTH);
    frame.push(`${String(number).padStart(gutter)} │ ${visible(shown)}`.trimEnd());
    if (marked) frame.push(`${" ".repeat(gutter)} │ ${underline(shown, place, from)}`);
  }
  return frame.join("\n");
}

function underline(shown: string, { start, end }: Place, from: number): string {
  const first = start.column - 1 - from;
  const last = end.line === start.line ? end.column - 1 - from : shown.length;
  const marked = visible(shown.slice(first, last)).length;
  return " ".repeat(visible(shown.slice(0, first)).length) + "^".repeat(Math.max(1, marked));
}

/** What would move the marks or the terminal is shown by its code. */
function visible(line: string): string {
  return showInvisible(line.replace(/\t/g, " "));
}
