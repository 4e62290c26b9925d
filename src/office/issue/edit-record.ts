import { indexLines, type Place } from "../../base/diagnostics/index.ts";

/** A value of a record's text to be replaced: where it stands and what is written there. */
export type Edit = { readonly place: Place; readonly value: string };

/**
 * The text of a record with some of its values replaced, every other character as the clerk wrote it.
 *
 * `number: "__-ОД"  # черновик` → `number: "92-ОД"  # черновик`
 */
export function editRecord(text: string, edits: readonly Edit[]): string {
  const { lines } = indexLines(text);
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length);
  const offset = ({ line, column }: Place["start"]): number =>
    (starts[line - 1] ?? 0) + Math.min(column - 1, lines[line - 1]?.length ?? 0);
  return [...edits]
    .sort((a, b) => offset(b.place.start) - offset(a.place.start))
    .reduce(
      (done, { place, value }) => done.slice(0, offset(place.start)) + value + done.slice(offset(place.end)),
      text,
    );
}
