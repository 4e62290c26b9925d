import { diffArrays } from "diff";

/** What stands against what: both, only the earlier one, only the later one. */
export type Pair<Thing> = { readonly before?: Thing; readonly after?: Thing };

/** How things are compared. */
export type Alike<Thing> = {
  /** Equal things have equal keys. */
  readonly keyOf: (thing: Thing) => string;
  /** 0 for strangers, up to 1 for twins; below `LEAST` they are not put against each other. */
  readonly likeness: (before: Thing, after: Thing) => number;
};

/** Less alike than this, and one went and the other came. */
const LEAST = 0.35;
/** Cells of the table of likeness; where two gaps would need more, what is left is taken in its order. */
const MOST_CELLS = 4_000_000;

/** Puts two sequences against each other in their order: equal things first, then between them those that are most alike. */
export function align<Thing>(before: readonly Thing[], after: readonly Thing[], alike: Alike<Thing>): Pair<Thing>[] {
  const pairs: Pair<Thing>[] = [];
  let [gone, come]: [Thing[], Thing[]] = [[], []];
  let [at, to] = [0, 0];
  const flush = (): void => {
    pairs.push(...alignGap(gone, come, alike));
    [gone, come] = [[], []];
  };
  for (const { added, removed, count = 0 } of diffArrays(before.map(alike.keyOf), after.map(alike.keyOf))) {
    if (added) come.push(...after.slice(to, to + count));
    else if (removed) gone.push(...before.slice(at, at + count));
    else {
      flush();
      for (let index = 0; index < count; index += 1)
        pairs.push({ before: before[at + index] as Thing, after: after[to + index] as Thing });
    }
    if (!added) at += count;
    if (!removed) to += count;
  }
  flush();
  return pairs;
}

/** The order-keeping pairs of the greatest likeness in all (Needleman and Wunsch). */
function alignGap<Thing>(before: readonly Thing[], after: readonly Thing[], { likeness }: Alike<Thing>): Pair<Thing>[] {
  const [rows, columns] = [before.length, after.length];
  if (rows === 0 || columns === 0 || rows * columns > MOST_CELLS)
    return [...before.map((one) => ({ before: one })), ...after.map((one) => ({ after: one }))];
  const width = columns + 1;
  const best = new Float64Array((rows + 1) * width);
  const scores = new Float64Array(rows * columns);
  for (let row = rows - 1; row >= 0; row -= 1)
    for (let column = columns - 1; column >= 0; column -= 1) {
      const score = likeness(before[row] as Thing, after[column] as Thing);
      scores[row * columns + column] = score;
      const together = score < LEAST ? 0 : score + (best[(row + 1) * width + column + 1] ?? 0);
      best[row * width + column] = Math.max(
        together,
        best[(row + 1) * width + column] ?? 0,
        best[row * width + column + 1] ?? 0,
      );
    }
  const pairs: Pair<Thing>[] = [];
  let [row, column] = [0, 0];
  while (row < rows || column < columns) {
    const score = row < rows && column < columns ? (scores[row * columns + column] ?? 0) : 0;
    const here = best[row * width + column] ?? 0;
    if (score >= LEAST && here === score + (best[(row + 1) * width + column + 1] ?? 0)) {
      pairs.push({ before: before[row] as Thing, after: after[column] as Thing });
      row += 1;
      column += 1;
    } else if (row < rows && (column >= columns || here === (best[(row + 1) * width + column] ?? 0))) {
      pairs.push({ before: before[row] as Thing });
      row += 1;
    } else {
      pairs.push({ after: after[column] as Thing });
      column += 1;
    }
  }
  return pairs;
}

/** The share of words that two texts have in common (Dice), counted with their number. */
export function sharedWords(before: readonly string[], after: readonly string[]): number {
  if (before.length === 0 || after.length === 0) return before.length === after.length ? 1 : 0;
  const counts = new Map<string, number>();
  for (const word of before) counts.set(word, (counts.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of after) {
    const left = counts.get(word) ?? 0;
    if (left > 0) {
      common += 1;
      counts.set(word, left - 1);
    }
  }
  return (2 * common) / (before.length + after.length);
}
