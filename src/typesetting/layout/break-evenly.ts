import type { Box } from "./boxes.ts";
import { type Broken, type Measure, stretchTo } from "./broken.ts";
import { type BoxPart, LEAST_REST, partsOf, withHyphen } from "./divide.ts";

/** What a break costs beside the width of the spaces of its line: a divided word, one below another, a short word let go. */
const COSTS = { hyphen: 1400, ladder: 100_000, release: 2000 };
const EPSILON = 0.01;

/**
 * The lines of a justified paragraph at their best as a whole, so that no line is loose while another one could give to it; null when something
 * in it fits no line.
 * @see Knuth, Plass. Breaking Paragraphs into Lines. Software: Practice and Experience 11 (1981)
 */
export function breakEvenly(boxes: readonly Box[], column: Measure): Broken[] | null {
  const parts = boxes.flatMap(partsOf);
  const totals = [0];
  const froms: number[] = [];
  for (let start = 0; start < parts.length; start++) {
    const total = totals[start];
    if (total === undefined) continue;
    const room = column.room - (start === 0 ? column.used : 0);
    const below = start > 0 && parts[start - 1]?.hyphenPt != null;
    let width = 0;
    let spaces = 0;
    for (let at = start; at < parts.length; at++) {
      const part = parts[at] as BoxPart;
      const { box, hyphenPt } = part;
      const last = at === parts.length - 1 || box.forced;
      if (width + box.width > room + EPSILON) break;
      const whole = width + (hyphenPt === null ? box.width : box.width + hyphenPt);
      const asked = whole + box.reach - box.width;
      const stub = hyphenPt !== null && at === parts.length - 2 && lengthOf(parts[at + 1]) < LEAST_REST;
      if (asked <= room + EPSILON && !stub && (last || !box.tight)) {
        const stretch = last ? 1 : stretchTo(room - whole, spaces + box.gaps, column.space);
        const sum = total + costOf(stretch, part, below);
        if (sum < (totals[at + 1] ?? Number.POSITIVE_INFINITY)) {
          totals[at + 1] = sum;
          froms[at + 1] = start;
        }
      }
      if (box.forced) break;
      width += box.width;
      width += box.spaceWidth;
      spaces += box.gaps + box.spaces.length;
    }
  }
  const lines: Broken[] = [];
  for (let end = parts.length; end > 0; ) {
    const from = froms[end];
    if (from === undefined) return null;
    lines.unshift(lineOf(parts.slice(from, end), end === parts.length));
    end = from;
  }
  return lines;
}

function lengthOf(part: BoxPart | undefined): number {
  return part === undefined ? 0 : part.box.end - part.box.start;
}

function lineOf(parts: readonly BoxPart[], ends: boolean): Broken {
  const { box, hyphenPt } = parts.at(-1) as BoxPart;
  const hyphen = hyphenPt !== null;
  const boxes = [...parts.slice(0, -1).map((part) => part.box), hyphen ? withHyphen(box) : box];
  return { boxes, hyphen, cut: false, last: ends || box.forced };
}

function costOf(stretch: number, { hyphenPt, glued }: BoxPart, below: boolean): number {
  // Products: a power takes many times longer.
  const over = stretch - 1;
  const badness = 1 + 800 * over * over * over + (glued ? COSTS.release : 0) + (hyphenPt === null ? 0 : COSTS.hyphen);
  return badness * badness + (hyphenPt !== null && below ? COSTS.ladder : 0);
}
