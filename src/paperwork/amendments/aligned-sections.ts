import { diffArrays } from "diff";

/** A line of an edited text, and the line that it came in place of; null where it is new or was there. */
export type AlignedLine = { readonly line: string; readonly instead: string | null };

/**
 * The lines of an edited text by the sections of the text that it was made from: a line that came in place of another is of the section of that one, a new
 * line is of the section of the line before it.
 */
export function alignedSections(before: readonly (readonly string[])[], edited: readonly string[]): AlignedLine[][] {
  const old = before.flatMap((lines, section) => lines.map((line) => ({ line, section })));
  const after: AlignedLine[][] = before.map(() => []);
  let at = 0;
  let section = 0;
  let gone: typeof old = [];
  for (const { value, added, removed } of diffArrays(before.flat(), [...edited])) {
    if (removed) {
      gone = old.slice(at, at + value.length);
      at += value.length;
      continue;
    }
    for (const [index, line] of value.entries()) {
      const instead = added ? gone[index] : undefined;
      section = (added ? (instead ?? gone.at(-1))?.section : old[at++]?.section) ?? section;
      after[section]?.push({ line, instead: instead?.line ?? null });
    }
    gone = [];
  }
  return after;
}
