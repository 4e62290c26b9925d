import { type Diagnostic, raise, text } from "../../base/diagnostics/index.ts";
import { textOfRuns } from "./boxes.ts";
import { FINDINGS } from "./findings.ts";
import type { PlacedLine, Unnumbered } from "./layout.ts";

/** A footnote begins on the page of its reference; one that others of its line leave no room for is refused. Code TRC5002. */
export function checkNotes(pages: readonly Unnumbered[]): Diagnostic[] {
  return pages.flatMap(({ items, ordinal }) => {
    const lines = items.filter((item): item is PlacedLine => item.type === "line");
    const asked = lines.filter(refers).flatMap(({ pieces }) => pieces.flatMap(({ raised }) => raised?.note ?? []));
    if (asked.length === 0) return [];
    const begun = new Set(lines.map(({ owner }) => owner));
    return asked
      .filter((note) => !begun.has(note))
      .flatMap((note) => {
        const words = textOfRuns(note.runs.filter(({ type }) => type !== "note")).trim();
        return raise(FINDINGS.TRC5002, {
          message: text(
            `Сноска «${words.slice(0, 60)}…» не помещается на странице ${ordinal}`,
            `The footnote “${words.slice(0, 60)}…” has no room on page ${ordinal}`,
          ),
          actual: words,
        });
      });
  });
}

function refers({ owner }: PlacedLine): boolean {
  return owner === null || owner.runs.some(({ type }) => type === "note");
}
