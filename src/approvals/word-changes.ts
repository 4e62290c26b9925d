import { diffArrays, diffWordsWithSpace } from "diff";

/** One changed line of a text; null where the line is new or gone. `words` shows the line with what went and what came. */
export type WordChange = {
  readonly before: string | null;
  readonly after: string | null;
  readonly words: readonly { readonly kind: "same" | "removed" | "added"; readonly text: string }[];
};

/** What changed between two texts: lines are paired where they stand in each other's place, and compared word by word. */
export function wordChanges(before: string, after: string): WordChange[] {
  const changes: WordChange[] = [];
  const parts = diffArrays(linesOf(before), linesOf(after));
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index];
    if (part === undefined || (!part.added && !part.removed)) continue;
    const next = parts[index + 1];
    const replaced = part.removed && next?.added === true;
    const gone = part.removed ? part.value : [];
    const come = replaced ? next.value : part.added ? part.value : [];
    if (replaced) index++;
    for (let line = 0; line < Math.max(gone.length, come.length); line++)
      changes.push(lineChange(gone[line] ?? null, come[line] ?? null));
  }
  return changes;
}

function lineChange(before: string | null, after: string | null): WordChange {
  if (before === null || after === null) {
    const text = before ?? after ?? "";
    return { before, after, words: [{ kind: before === null ? "added" : "removed", text }] };
  }
  const words = diffWordsWithSpace(before, after).map(
    ({ added, removed, value }) => ({ kind: added ? "added" : removed ? "removed" : "same", text: value }) as const,
  );
  return { before, after, words };
}

function linesOf(text: string): string[] {
  return text.replace(/\n$/, "").split("\n");
}
