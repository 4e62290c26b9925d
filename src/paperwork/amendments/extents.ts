import type { Block } from "../document/index.ts";
import { compareNumbers, isUnder, numberOf } from "./numbers.ts";

/** Blocks from one index up to another, that one not in it. */
export type Extent = { readonly from: number; readonly to: number };

/** The clause or section of a number with all that belongs to it; null where none bears it. A type asks for one of the two. */
export function extentOf(blocks: readonly Block[], number: string, type?: "clause" | "heading"): Extent | null {
  const from = blocks.findIndex((block) => numberOf(block) === number && (type === undefined || block.type === type));
  return from === -1 ? null : { from, to: endOf(blocks, from) };
}

/** Where what belongs to a clause ends: its subclauses, and the paragraphs, lists, tables, charts and pictures under it; marks of the document do not. */
export function endOf(blocks: readonly Block[], from: number): number {
  const number = numberOf(blocks[from]);
  let to = from + 1;
  for (; to < blocks.length; to++) {
    const block = blocks[to] as Block;
    const own = numberOf(block);
    if (own === null ? !belongs(block) : number === null || !isUnder(own, number)) break;
  }
  return to;
}

/** Where a clause or section of a new number comes; null where it has nothing to come after. */
export function placeOfNew(
  blocks: readonly Block[],
  number: string,
): { readonly at: number; readonly near: Block } | null {
  const [parent] = /^.*(?=\.\d+$)/.exec(number) ?? [];
  if (parent !== undefined && extentOf(blocks, parent) === null) return null;
  let last: number | null = null;
  for (const [index, block] of blocks.entries()) {
    const own = numberOf(block);
    if (own !== null && compareNumbers(own, number) < 0) last = index;
  }
  if (last !== null) return { at: endOf(blocks, last), near: blocks[last] as Block };
  const first = blocks.findIndex((block) => numberOf(block) !== null);
  return first === -1 ? null : { at: first, near: blocks[first] as Block };
}

/** True for what a clause may have under it. */
export function belongs(block: Block): boolean {
  switch (block.type) {
    case "item":
    case "table":
    case "chart":
    case "picture":
      return true;
    case "paragraph":
      return block.role === "text" || block.role === "caption";
    default:
      return false;
  }
}
