import type { Measured } from "./measure.ts";

/**
 * True when the block may not be parted from the next one: a table by its last row. A table of a single row does not draw after it what
 * the next block asks for: word processors move rows to keep them.
 */
export function keepsNext(block: Measured | undefined): boolean {
  if (block === undefined || block.type === "page-break") return false;
  if (block.type === "chart") return block.source.keepNext === true;
  return block.type === "paragraph" ? block.keepNext : block.rows.length > 1 && block.rows.at(-1)?.keepNext === true;
}

/** A table some of whose rows may part: only its last ones are bound to what follows. */
export function isLong(block: Measured): boolean {
  return block.type === "table" && block.rows.some(({ keepNext }) => !keepNext);
}
