import { type Diagnostic, raise, text } from "../../base/diagnostics/index.ts";
import { type Flow, type FlowBlock, type FlowTable, tableParagraphs } from "../flow/index.ts";
import { textOfRuns } from "./boxes.ts";
import { FINDINGS } from "./findings.ts";
import type { KnownLines } from "./measure.ts";

const LISTED = 3;

/** Columns are as wide as what is not parted in them; a table that has too much of it is refused rather than torn. Code TRC5003. */
export function checkTables({ sections }: Flow, known: KnownLines): Diagnostic[] {
  return sections
    .flatMap(({ blocks }) => blocks.filter(isData))
    .flatMap((table) => {
      const torn = tableParagraphs(table).flatMap((paragraph) => {
        const whole = textOfRuns(paragraph.runs);
        const cut = (known.get(paragraph) ?? []).filter((line) => line.cut).map(({ end }) => wordAt(whole, end.at));
        // A row of signs reads the same in two parts.
        return cut.filter((word) => /[\p{L}\p{N}]/u.test(word));
      });
      if (torn.length === 0) return [];
      const words = [...new Set(torn)];
      const shown = words.slice(0, LISTED).map((word) => `«${word}»`);
      const more = words.length > LISTED ? "…" : "";
      return raise(FINDINGS.TRC5003, {
        message: text(
          `В таблице нет места: ${shown.join(", ")}${more}. Граф – ${table.columnsMm.length}`,
          `The table has no room for ${shown.join(", ")}${more}. It has ${table.columnsMm.length} columns`,
        ),
        actual: headingOf(table),
      });
    });
}

function isData(block: FlowBlock): block is FlowTable {
  return block.type === "table" && block.semantics === "data";
}

/** What stands between the spaces around a place. */
function wordAt(whole: string, at: number): string {
  return (/\S*$/.exec(whole.slice(0, at))?.[0] ?? "") + (/^\S*/.exec(whole.slice(at))?.[0] ?? "");
}

/** By these words the table is found where it is written: the longest heading of a column. */
function headingOf({ rows }: FlowTable): string {
  const words = (rows[0]?.cells ?? []).flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ runs }) => textOfRuns(runs).split("\n")),
  );
  return words.reduce((longest, one) => (one.length > longest.length ? one : longest), "");
}
