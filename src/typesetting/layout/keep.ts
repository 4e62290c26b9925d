import type { Measured } from "./measure.ts";

/**
 * True when the block may not be parted from the next one. A table all of whose rows are bound does not draw after it what the next block
 * asks for: word processors move rows to keep them, never a table as a whole.
 */
export function keepsNext(block: Measured | undefined): boolean {
  if (block === undefined || block.type === "page-break") return false;
  if (block.type === "chart") return block.source.keepNext === true;
  return block.type === "paragraph" ? block.keepNext : isLong(block) && block.rows.at(-1)?.keepNext === true;
}

/** A table some of whose rows may part: only its last ones are bound to what follows. */
export function isLong(block: Measured): boolean {
  return block.type === "table" && block.rows.some(({ keepNext }) => !keepNext);
}
