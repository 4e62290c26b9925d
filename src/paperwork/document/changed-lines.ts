import { hunksOf } from "./hunks.ts";

/** One changed line of a text; null where the line is new or gone. `words` shows the line with what went and what came. */
export type ChangedLine = {
  readonly before: string | null;
  readonly after: string | null;
  readonly words: readonly { readonly kind: "same" | "removed" | "added"; readonly text: string }[];
};

/** Every changed line of two texts: lines are paired where they stand in each other's place, and compared word by word. */
export function changedLines(before: readonly string[], after: readonly string[]): ChangedLine[] {
  return hunksOf(before, after).flatMap((hunk) =>
    Array.from({ length: Math.max(hunk.before.length, hunk.after.length) }, (_, line) =>
      changedLine(hunk.before[line] ?? null, hunk.after[line] ?? null),
    ),
  );
}

function changedLine(before: string | null, after: string | null): ChangedLine {
  if (before === null || after === null) {
    const text = before ?? after ?? "";
    return { before, after, words: [{ kind: before === null ? "added" : "removed", text }] };
  }
  const hunks = hunksOf(wordsOf(before), wordsOf(after));
  const part = (kind: ChangedLine["words"][number]["kind"], words: readonly string[]) => ({
    kind,
    text: words.join(""),
  });
  const words = hunks.flatMap((hunk, index) => [
    ...(index === 0 ? [part("same", hunk.lead)] : []),
    part("removed", hunk.before),
    part("added", hunk.after),
    part("same", hunk.tail),
  ]);
  return { before, after, words: words.filter(({ text }) => text !== "") };
}

/** Words, spaces and signs apart: together they are the line. */
function wordsOf(line: string): string[] {
  return line.match(/[\p{L}\p{N}]+|\s+|[^\p{L}\p{N}\s]/gu) ?? [];
}
