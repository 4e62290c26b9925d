import { inlinesText } from "./inlines-text.ts";
import type { Block, DocumentModel } from "./model.ts";

/** A numbered paragraph of a document, and how one refers to it. */
export type ClausePlace = {
  /** Number of the annex it stands in; null in the body, 0 in the only annex. */
  readonly annex: number | null;
  /** As printed, without the stop behind it: «1.2»; null before the first. */
  readonly clause: string | null;
  /** «1)» inside of that clause. */
  readonly item: string | null;
  readonly text: string;
};

/** The paragraphs with a number, in reading order; the first of an annex stands for its beginning, and the first words of signatures and details for what is of no clause. */
export function clausePlaces({ body, annexes }: DocumentModel): ClausePlace[] {
  return [body, ...annexes].flatMap(({ role, number, title, blocks }) => {
    const annex = role === "annex" ? (number ?? 0) : null;
    let clause: string | null = null;
    const isMarked = annex === null || blocks.some(({ type }) => type === "annex-mark");
    const places: ClausePlace[] = isMarked ? [] : [{ annex, clause, item: null, text: title }];
    for (const block of blocks) {
      if (block.type === "heading" || block.type === "clause") clause = block.label?.replace(/\.$/, "") ?? clause;
      else if (block.type !== "item") {
        // Behind the clauses stand signatures and details: a change in them is of no clause.
        const first = openingOf(block);
        if (first) places.push({ annex, clause: null, item: null, text: first });
        continue;
      }
      const item = block.type === "item" && block.marker === "paren" ? block.label : null;
      places.push({ annex, clause, item, text: inlinesText(block.inlines) });
    }
    return places;
  });
}

/** The first words of a block that stands outside of the clauses; null for one that may stand among them. */
function openingOf(block: Block): string | null {
  switch (block.type) {
    case "annex-mark":
      return inlinesText(block.lines[0] ?? []);
    case "signature":
      return inlinesText(block.post[0] ?? block.name);
    case "parties":
      return inlinesText(block.parties[0]?.title ?? []);
    case "acquaintance":
      return inlinesText(block.heading);
    case "executor":
      return inlinesText(block.lines[0] ?? []);
    default:
      return null;
  }
}
