import type { Block, DocumentModel } from "./model.ts";

/** Files of the pictures of a document, each once. */
export function pictureFiles({ body, annexes }: DocumentModel): string[] {
  return [...new Set([body, ...annexes].flatMap(({ blocks }) => blocks.flatMap(filesOf)))];
}

function filesOf(block: Block): string[] {
  if (block.type === "picture") return [block.file];
  return block.type === "letterhead" && block.emblem !== undefined ? [block.emblem.file] : [];
}
