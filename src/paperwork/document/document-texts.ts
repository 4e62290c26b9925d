import { inlinesText, isInlines } from "./inlines-text.ts";
import type { DocumentModel } from "./model.ts";

/** Keys whose texts are structure, never shown. */
const STRUCTURE = new Set([
  "type",
  "role",
  "kind",
  "marker",
  "level",
  "layout",
  "align",
  "orientation",
  "form",
  "list",
]);

/** Every text of a document that a reader or a program can find in it: paragraphs whole, captions, labels, charts, the properties of the file. */
export function documentTexts(model: DocumentModel): string[] {
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (typeof value === "string") {
      if (value !== "") found.push(value);
    } else if (Array.isArray(value)) {
      const list: readonly unknown[] = value;
      if (isInlines(list)) found.push(inlinesText(list));
      else for (const item of list) visit(item);
    } else if (typeof value === "object" && value !== null) {
      for (const [key, child] of Object.entries(value)) if (!STRUCTURE.has(key)) visit(child);
    }
  };
  visit(model);
  return found;
}
