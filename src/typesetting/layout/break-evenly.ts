import type { Box } from "./boxes.ts";
import { type Broken, type Measure, stretchOf, widthOf } from "./broken.ts";
import { partsOf } from "./divide.ts";

/** What a break costs beside the width of the spaces of its line: a divided word, one below another, a short word let go. */
const COSTS = { hyphen: 1400, ladder: 100_000, release: 2000 };
const EPSILON = 0.01;

/**
 * The lines of a justified paragraph at their best as a whole, so that no line is loose while another one could give to it; null when something
 * in it fits no line.
 * @see Knuth, Plass. Breaking Paragraphs into Lines. Software: Practice and Experience 11 (1981)
 */
export function breakEvenly(boxes: readonly Box[], column: Measure): Broken[] | null {
  type Node = { readonly total: number; readonly from: number; readonly line: Broken };
  const parts = boxes.flatMap(partsOf);
  const best = new Map<number, Pick<Node, "total"> & Partial<Node>>([[0, { total: 0 }]]);
  for (let start = 0; start < parts.length; start++) {
    const node = best.get(start);
    if (node === undefined) continue;
    const room = column.room - (start === 0 ? column.used : 0);
    for (let at = start; at < parts.length; at++) {
      const part = parts[at] as (typeof parts)[number];
      const line = parts.slice(start, at + 1).map(({ box }) => box);
      const last = at === parts.length - 1 || part.box.forced;
      const whole = part.hyphened === null ? line : [...line.slice(0, -1), part.hyphened];
      if (widthOf(line) > room + EPSILON) break;
      if (widthOf(whole) > room + EPSILON || (!last && (part.box.tight || part.box.slash))) continue;
      const hyphen = part.hyphened !== null;
      const total =
        node.total + costOf(last ? 1 : stretchOf(whole, room, column.space), part, node.line?.hyphen === true);
      const known = best.get(at + 1);
      if (Number.isFinite(total) && (known === undefined || total < known.total))
        best.set(at + 1, { total, from: start, line: { boxes: whole, hyphen, cut: false, last } });
      if (part.box.forced) break;
    }
  }
  const lines: Broken[] = [];
  for (let at = parts.length; at > 0; ) {
    const node = best.get(at);
    if (node?.line === undefined || node.from === undefined) return null;
    lines.unshift(node.line);
    at = node.from;
  }
  return lines;
}

function costOf(stretch: number, { hyphened, glued }: ReturnType<typeof partsOf>[number], below: boolean): number {
  const badness = 800 * (stretch - 1) ** 3 + (glued ? COSTS.release : 0);
  return (1 + badness + (hyphened === null ? 0 : COSTS.hyphen)) ** 2 + (hyphened !== null && below ? COSTS.ladder : 0);
}
