import { type Diagnostic, raise, text } from "../../base/diagnostics/index.ts";
import { textOfRuns } from "./boxes.ts";
import { FINDINGS } from "./findings.ts";
import type { PlacedLine, Unnumbered } from "./layout.ts";

/** A footnote stands whole on the page of its reference; one that no page has room for beside its line is refused. Code TRC5002. */
export function checkNotes(pages: readonly Unnumbered[]): Diagnostic[] {
  return pages.flatMap(({ items, ordinal }) => {
    // Footnotes are placed last.
    const last = items.findLast((item) => item.type === "line");
    if (last?.type !== "line" || !isNote(last)) return [];
    const lines = items.filter((item): item is PlacedLine => item.type === "line");
    const first = lines.find(isNote) ?? last;
    if (lines.every((line) => isNote(line) || line.y < first.y)) return [];
    const words = first.pieces.map((piece) => piece.text).join("");
    return raise(FINDINGS.TRC5002, {
      message: text(
        `Сноска «${words.slice(0, 60)}…» не помещается на странице ${ordinal}`,
        `The footnote “${words.slice(0, 60)}…” has no room on page ${ordinal}`,
      ),
      actual: textOfRuns(first.owner?.runs.filter(({ type }) => type !== "note") ?? []).trim(),
    });
  });
}

function isNote({ owner }: PlacedLine): boolean {
  return owner?.style === "footnote";
}
