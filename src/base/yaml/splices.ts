/** A stretch of a text and what stands there instead. */
export type Splice = { readonly start: number; readonly end: number; readonly text: string };

/** The text with its stretches replaced; they do not overlap. */
export function spliced(text: string, splices: readonly Splice[]): string {
  return [...splices]
    .sort((a, b) => b.start - a.start || b.end - a.end)
    .reduce((done, { start, end, text: put }) => done.slice(0, start) + put + done.slice(end), text);
}
