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

/** Every match of a global pattern in the values of a record, each value by itself, as they stand in the file. */
export function* matchesIn(record: ContentRecord, pattern: RegExp): Iterable<MatchIn> {
  for (const { pointer, start, end } of record.spans)
    for (const found of record.text.slice(start, end).matchAll(pattern)) {
      const at = start + found.index;
      yield { found, place: { record, pointer, range: [at, at + found[0].length], actual: found[0] } };
    }
}
