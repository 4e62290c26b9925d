import { sentenceEnd } from "../../language/index.ts";
import type { Block, ClauseBlock, Inlines } from "../document/index.ts";
import { isUnder } from "./numbers.ts";

/** What the blocks of a written text are joined to. */
type Joined = {
  /** Beginning of the ids of the new blocks. */
  readonly id: string;
  /** The numbering that their clauses go on with. */
  readonly list: string;
};

/** A line that brings its number; a date and a fraction are none. */
const NUMBERED = /^(?!\d\d\.\d\d\.\d{4})(\d+(?:\.\d+)*)\.\s+(.*)$/u;
const BRACKET = /^(\d+\))\s+(.*)$/u;
const DASH = /^[–—-]\s+(.*)$/u;

/**
 * Lines of a new text: «2.1. …» is a clause, «1) …» and «– …» are items of lists, the rest paragraphs.
 * @param under number of the clause that they go on with, which has only its own subclauses; null: a text that has every clause
 */
export function writtenBlocks(lines: readonly string[], { id, list }: Joined, under: string | null): Block[] {
  let lists = 0;
  let open: string | null = null;
  return lines.map((line): Block => {
    const [, own = "", words = ""] = NUMBERED.exec(line) ?? [];
    const number = under === null || isUnder(own, under) ? own : "";
    const [, label = "", bracketed = ""] = BRACKET.exec(line) ?? [];
    const [, dashed] = DASH.exec(line) ?? [];
    const marker = label !== "" ? "paren" : dashed !== undefined ? "dash" : null;
    if (number !== "" || marker === null) open = null;
    if (number !== "") return clause({ id: `${id}.${number}`, number, list }, words);
    if (marker === null) return { type: "paragraph", role: "text", inlines: inlines(line) };
    if (open !== marker) lists++;
    open = marker;
    const text = marker === "paren" ? bracketed : (dashed ?? "");
    return {
      type: "item",
      marker,
      label: label || "–",
      level: 0,
      list: `${id}.items.${lists}`,
      inlines: inlines(text),
    };
  });
}

/** A clause of a number; its first line. */
export function clause({ id, number, list }: Joined & { readonly number: string }, words: string): ClauseBlock {
  return {
    type: "clause",
    id,
    label: `${number}.`,
    level: number.split(".").length - 1,
    list,
    inlines: inlines(ended(words)),
  };
}

/** The lines of a text that say something. */
export function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** Plain words as a paragraph. */
export function inlines(text: string): Inlines {
  return [{ type: "text", text }];
}

/** A sentence with a sign at its end: a full stop where it has none. */
function ended(words: string): string {
  return /[:;]$/.test(words) ? words : sentenceEnd(words, ".");
}
