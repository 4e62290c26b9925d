import type { ContentRecord } from "../records/index.ts";

/** Where a pattern was found in a record: what a finding says of its place. */
export type MatchIn = {
  readonly found: RegExpExecArray;
  readonly place: {
    readonly record: ContentRecord;
    readonly pointer: string;
    /** Offsets in the text of the record. */
    readonly range: readonly [start: number, end: number];
    readonly actual: string;
  };
};

/** What was found in a record: neither it nor a pattern ever changes, several rules ask the same, and a process that goes on asks again. */
const FOUND = new WeakMap<ContentRecord, WeakMap<RegExp, readonly MatchIn[]>>();

/** Every match of a global pattern in the values of a record, each value by itself, as they stand in the file. */
export function matchesIn(record: ContentRecord, pattern: RegExp): readonly MatchIn[] {
  const known = FOUND.get(record) ?? new WeakMap<RegExp, readonly MatchIn[]>();
  FOUND.set(record, known);
  const before = known.get(pattern);
  if (before !== undefined) return before;
  const matches = record.spans.flatMap(({ pointer, start, end }) =>
    matchesOf(record.text.slice(start, end), pattern).map((found) => {
      const at = start + found.index;
      const range = [at, at + found[0].length] as const;
      return { found, place: { record, pointer, range, actual: found[0] } };
    }),
  );
  known.set(pattern, matches);
  return matches;
}

/** As `matchAll`, which makes a pattern of its own for each text. */
function matchesOf(text: string, pattern: RegExp): RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
    matches.push(found);
    if (found[0] === "") pattern.lastIndex++;
  }
  return matches;
}
