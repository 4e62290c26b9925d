import { addressesOf, footnotesOf, inlinesText, isInlines } from "./inlines-text.ts";
import type { DocumentModel } from "./model.ts";

/**
 * Every text of a document that a reader or a program can find in it: paragraphs whole, captions, labels, charts, the properties of the
 * file. Whatever a block keeps its words in, they are found: names of types and roles are given too rather than a text be passed over. Digests
 * of pictures are no words.
 */
export function documentTexts(model: DocumentModel): string[] {
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (typeof value === "string") {
      if (value !== "") found.push(value);
    } else if (Array.isArray(value)) {
      const list: readonly unknown[] = value;
      if (isInlines(list)) {
        found.push(inlinesText(list), ...addressesOf(list));
        for (const { note } of footnotesOf(list)) visit(note);
      } else for (const item of list) visit(item);
    } else if (typeof value === "object" && value !== null) {
      for (const [name, child] of Object.entries(value)) if (name !== "sha256") visit(child);
    }
  };
  visit(model);
  return found;
}
