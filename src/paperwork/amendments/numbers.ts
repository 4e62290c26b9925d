import type { Block } from "../document/index.ts";

/** The number of a clause or of a heading without its last stop; null for other blocks and headings without a number. */
export function numberOf(block: Block | undefined): string | null {
  if (block?.type !== "clause" && block?.type !== "heading") return null;
  return block.label?.replace(/\.$/, "") ?? null;
}

/** Order of the numbers of clauses: 2 comes before 2.1, and that before 10. */
export function compareNumbers(a: string, b: string): number {
  const [left, right] = [a.split(".").map(Number), b.split(".").map(Number)];
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const difference = (left[at] ?? -1) - (right[at] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** True when the number is of a subclause, of whatever depth, of the other one. */
export function isUnder(number: string, parent: string): boolean {
  return number.startsWith(`${parent}.`);
}
