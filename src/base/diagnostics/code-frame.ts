import { showInvisible } from "../text/index.ts";
import { indexLines } from "./positions.ts";
import type { Place } from "./types.ts";

const CONTEXT_LINES = 1;
const MAX_WIDTH = 100;

/**
 * Frames of the places in some files, each of which is read and cut into lines once; undefined where a file has no text.
 *
 * @param sourceOf text of a file
 */
export function framesOf(sourceOf: (file: string) => string | undefined): (place: Place) => string | undefined {
  const files = new Map<string, readonly string[] | undefined>();
  return (place) => {
    if (!files.has(place.file)) {
      const source = sourceOf(place.file);
      files.set(place.file, source === undefined ? undefined : indexLines(source).lines);
    }
    const lines = files.get(place.file);
    return lines && frame(lines, place);
  };
}

/**
 * The lines around a place with the range underlined:
 *
 *     11 │ date: 2025-02-30
 *        │       ^^^^^^^^^^
 *
 * Long lines are cut around the range; tabs are shown as one space so that the marks stay under their text.
 */
function frame(lines: readonly string[], place: Place): string {
  const first = Math.max(1, place.start.line - CONTEXT_LINES);
  const last = Math.min(lines.length, place.start.line + CONTEXT_LINES);
  const gutter = String(last).length;
  const shown: string[] = [];
  for (let number = first; number <= last; number++) {
    const line = lines[number - 1] ?? "";
    const marked = number === place.start.line;
    const from = marked ? Math.max(0, Math.min(place.start.column - 1 - MAX_WIDTH / 2, line.length - MAX_WIDTH)) : 0;
    const part = line.slice(from, from + MAX_WIDTH);
    shown.push(`${String(number).padStart(gutter)} │ ${visible(part)}`.trimEnd());
    if (marked) shown.push(`${" ".repeat(gutter)} │ ${underline(part, place, from)}`);
  }
  return shown.join("\n");
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
