import { type Diagnostic, raise, text } from "../../base/diagnostics/index.ts";
import { type Flow, type FlowBlock, type FlowParagraph, type FlowTable, tableParagraphs } from "../flow/index.ts";
import { textOfRuns } from "./boxes.ts";
import { FINDINGS } from "./findings.ts";
import type { KnownLines } from "./measure.ts";

const LISTED = 3;
const SHOWN = 40;

/**
 * What is not parted has room in its line: a table that has too much of it, and a text with a word that is wider than its line, are refused
 * rather than torn. Code TRC5003.
 */
export function checkWords({ sections }: Flow, known: KnownLines): Diagnostic[] {
  const blocks = sections.flatMap((section) => section.blocks);
  return blocks.flatMap((block) =>
    isData(block) ? tornTable(block, blocks.filter(isData), known) : tornText(block, known),
  );
}

function tornTable(table: FlowTable, tables: readonly FlowTable[], known: KnownLines): Diagnostic[] {
  const words = tornWords(tableParagraphs(table), known);
  if (words.length === 0) return [];
  const shown = words.slice(0, LISTED).map((word) => `«${word}»`);
  const more = words.length > LISTED ? "…" : "";
  const message = text(
    `В таблице нет места: ${shown.join(", ")}${more}. Граф – ${table.columnsMm.length}`,
    `The table has no room for ${shown.join(", ")}${more}. It has ${table.columnsMm.length} columns`,
  );
  return [raise(FINDINGS.TRC5003, { message, actual: ownWords(table, words, tables) })];
}

function tornText(block: FlowBlock, known: KnownLines): Diagnostic[] {
  const paragraphs = block.type === "paragraph" ? [block] : block.type === "table" ? tableParagraphs(block) : [];
  return tornWords(paragraphs.flatMap(withNotes), known).map((word) => {
    const shown = word.length > SHOWN ? `${word.slice(0, SHOWN)}…` : word;
    return raise(FINDINGS.TRC5004, {
      message: text(`В строке нет места: «${shown}»`, `A line has no room for “${shown}”`),
      actual: word,
    });
  });
}

/** Words that stand in two lines without a hyphen; a row of signs reads the same in two parts. */
function tornWords(paragraphs: readonly FlowParagraph[], known: KnownLines): string[] {
  const torn = paragraphs.flatMap((paragraph) => {
    const cut = (known.get(paragraph) ?? []).filter((line) => line.cut);
    if (cut.length === 0) return [];
    const whole = textOfRuns(paragraph.runs);
    return cut.map(({ end }) => wordAt(whole, end.at)).filter((word) => /[\p{L}\p{N}]/u.test(word));
  });
  return [...new Set(torn)];
}

function withNotes(paragraph: FlowParagraph): FlowParagraph[] {
  return [paragraph, ...paragraph.runs.flatMap((run) => (run.type === "note" && run.note ? [run.note] : []))];
}

function isData(block: FlowBlock): block is FlowTable {
  return block.type === "table" && block.semantics === "data";
}

/** What stands between the spaces around a place. */
function wordAt(whole: string, at: number): string {
  return (/\S*$/.exec(whole.slice(0, at))?.[0] ?? "") + (/^\S*/.exec(whole.slice(at))?.[0] ?? "");
}

/** By these words the table is found where it is written: its longest heading that no other table holds, else such a cell with a torn word. */
function ownWords(table: FlowTable, torn: readonly string[], tables: readonly FlowTable[]): string {
  const headings = (table.rows[0]?.cells ?? [])
    .flatMap(({ paragraphs }) => paragraphs.flatMap(({ runs }) => textOfRuns(runs).split("\n")))
    .sort((a, b) => b.length - a.length);
  const others = new Set(tables.filter((one) => one !== table).flatMap(textsOf));
  const cells = textsOf(table).filter((words) => torn.some((word) => words.includes(word)));
  return [...headings, ...cells].find((words) => !others.has(words)) ?? headings[0] ?? "";
}

function textsOf(table: FlowTable): string[] {
  return tableParagraphs(table).flatMap(({ runs }) => textOfRuns(runs).split("\n"));
}
