import { diffArrays } from "diff";

/** A change between two sequences, with all the unchanged items before and after it. */
export type Hunk = {
  readonly lead: readonly string[];
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly tail: readonly string[];
};

/** Every change between two sequences, in order: what stands between two of them is the tail of one and the lead of the next. */
export function hunksOf(before: readonly string[], after: readonly string[]): Hunk[] {
  const hunks: Hunk[] = [];
  let same: readonly string[] = [];
  let open: { before: string[]; after: string[] } | null = null;
  const close = (tail: readonly string[]): void => {
    if (open !== null) hunks.push({ lead: same, ...open, tail });
    open = null;
    same = tail;
  };
  for (const { value, added, removed } of diffArrays([...before], [...after])) {
    if (!added && !removed) {
      close(value);
      continue;
    }
    open ??= { before: [], after: [] };
    (added ? open.after : open.before).push(...value);
  }
  close([]);
  return hunks;
}
