import type { FinishedDocument } from "../../paperwork/rules/index.ts";
import type { WriteInput } from "../formats/index.ts";

/** What the rules look at on the pages of a document. */
export type FinishedPages = Pick<FinishedDocument, "pages" | "bindingMarginMm">;

/** The pages as the rules see them, as plain data. */
export function finishedPages(input: WriteInput): FinishedPages {
  const paragraphs = new Map<object, { readonly number: number; readonly words: string }>();
  return {
    pages: input.layout.pages.map(({ section, items }) => ({
      section,
      lines: items.flatMap((item) => {
        if (item.type !== "line" || item.owner === null) return [];
        const paragraph = paragraphs.get(item.owner) ?? {
          number: paragraphs.size,
          words: item.owner.runs.map((run) => (run.type === "break" ? "\n" : run.text)).join(""),
        };
        paragraphs.set(item.owner, paragraph);
        const text = item.pieces.map((piece) => piece.text).join("");
        const cut = item.continues || paragraph.words[item.end.at] === "\u00a0";
        return [{ text, style: item.owner.style, paragraph: paragraph.number, cut }];
      }),
    })),
    bindingMarginMm: bindingMargin(input.flow.sections[0]),
  };
}

/** A landscape sheet is bound at its upper edge when that is the wide one. */
function bindingMargin(section: WriteInput["flow"]["sections"][number] | undefined): number {
  if (section === undefined) return 0;
  const { leftMm, topMm } = section.page;
  return section.orientation === "landscape" ? Math.max(leftMm, topMm) : leftMm;
}
