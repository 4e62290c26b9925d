import { type Text, text } from "./text.ts";

/** The candidates nearest to what was typed, nearest first; only plausible slips (at most a third of the letters) and beginnings. */
export function suggest(typed: string, candidates: readonly string[], limit = 3): string[] {
  const lower = typed.toLowerCase();
  return candidates
    .map((candidate) => ({ candidate, distance: slips(lower, candidate.toLowerCase()) }))
    .filter(
      ({ candidate, distance }) => distance <= Math.max(1, Math.floor(Math.max(typed.length, candidate.length) / 3)),
    )
    .sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}

/** The hint that names what was probably meant. */
export function didYouMean(near: readonly string[]): Text {
  return text(`Возможно, имелось в виду: ${near.join(", ")}`, `Did you mean: ${near.join(", ")}`);
}

/** The hint for a name that is not there: what was probably meant, or else the names that are, as many as fit a line. */
export function meantOrKnown(typed: string, known: readonly string[]): Text {
  const near = suggest(typed, known);
  if (near.length > 0) return didYouMean(near);
  const some = `${known.slice(0, 20).join(", ")}${known.length > 20 ? " …" : ""}`;
  return text(`Есть: ${some}`, `There are: ${some}`);
}

/** A name that only its beginning was typed of is one slip away. */
function slips(typed: string, candidate: string): number {
  return typed.length > 3 && candidate.startsWith(typed) && candidate !== typed ? 1 : lettersApart(typed, candidate);
}

/** By how many letters two words differ: Damerau–Levenshtein distance (neighbouring letters swapped count once), on words cut to 64 letters. */
export function lettersApart(left: string, right: string): number {
  const a = left.slice(0, 64);
  const b = right.slice(0, 64);
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((rows[i - 1]?.[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (rows[i - 1]?.[j - 1] ?? 0) + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (rows[i - 2]?.[j - 2] ?? 0) + 1);
      row.push(best);
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? 0;
}
