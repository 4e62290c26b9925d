import { inlinesText } from "./inlines-text.ts";
import type { DocumentModel } from "./model.ts";

/** The mark of restricted access of a document in one line: «Для служебного пользования, экз. № 1»; null when it has none. */
export function restrictionText({ body, annexes }: DocumentModel): string | null {
  for (const { blocks } of [body, ...annexes])
    for (const block of blocks) if (block.type === "restriction") return block.lines.map(inlinesText).join(", ");
  return null;
}
