import type { Box } from "./boxes.ts";
import { type Broken, type Measure, widthOf } from "./broken.ts";

/**
 * What a line costs: to be there at all, to part what stands in quotation marks, and that when it does not open the line; to hold a single word, to
 * leave a figure, what a preposition belongs to or the noun of an adjective to the next one, to be shorter than the others.
 */
const COSTS = { line: 2, quoted: 6, late: 2, single: 3, figure: 2, preposition: 3, adjective: 1.5, ragged: 1 };
const PREPOSITION = /^(?:без|в|во|для|до|за|и|из|к|ко|на|над|о|об|от|по|под|при|с|со|у)$/iu;
/** What looks like an adjective: «средняя | школа», «Вяземского | района». */
const ADJECTIVE =
  /\p{L}{3}(?:ый|[сц]кий|ая|яя|ое|ее|ые|[сц]кие|ого|его|ому|ему|ым|[сц]ким|[нсц]к?ой|ую|юю|ых|[сц]ких|ыми|[сц]кими|[нсц]к?ом)$/iu;
const EPSILON = 0.01;

/**
 * Lines of a heading or a requisite as a careful hand divides them: a name in quotation marks in one line, no word alone, lines of a length; each
 * part between forced breaks by itself. Null when it is one line, or a part of it fits no line.
 */
export function breakBySense(boxes: readonly Box[], { room, used, space }: Measure): Broken[] | null {
  const lines: Broken[] = [];
  if (widthOf(boxes) <= room - used && !boxes.some(({ forced }) => forced)) return null;
  for (let start = 0; start < boxes.length; ) {
    const forced = boxes.findIndex((box, index) => index >= start && box.forced);
    const end = forced === -1 ? boxes.length : forced + 1;
    const part = partBySense(boxes.slice(start, end), { room, used: start === 0 ? used : 0, space });
    if (part === null) return null;
    lines.push(...part);
    start = end;
  }
  return lines;
}

/** How many of the lines end inside quotation marks. */
export function tornQuotes(lines: readonly Broken[]): number {
  const quoted = insideQuotes(lines.flatMap(({ boxes }) => boxes));
  let at = 0;
  return lines.filter(({ boxes }) => {
    at += boxes.length;
    return quoted[at - 1] === true;
  }).length;
}

function partBySense(boxes: readonly Box[], { room, used }: Measure): Broken[] | null {
  const first = room - used;
  if (widthOf(boxes) <= first) return [{ boxes, hyphen: false, cut: false, last: true }];
  const quoted = insideQuotes(boxes);
  type Node = { readonly total: number; readonly from: number };
  const best = new Map<number, Node>([[0, { total: 0, from: -1 }]]);
  for (let start = 0; start < boxes.length; start++) {
    const node = best.get(start);
    const own = start === 0 ? first : room;
    for (let end = start + 1; node !== undefined && end <= boxes.length; end++) {
      const line = boxes.slice(start, end);
      const last = line.at(-1) as Box;
      const free = own - widthOf(line) + last.width - last.reach;
      if (free < -EPSILON) break;
      const inWord = end < boxes.length && last.spaces === "";
      if (end < boxes.length && (last.tight || inWord)) continue;
      const late = start > 0 && quoted[start - 1] === true ? 0 : /^[«„]/.test(firstOf(line)) ? 0 : COSTS.late;
      const parts = quoted[end - 1] === true ? COSTS.quoted + late : 0;
      const ended = end < boxes.length ? lastOf(last) : "";
      const open = PREPOSITION.test(ended) ? COSTS.preposition : ADJECTIVE.test(ended) ? COSTS.adjective : 0;
      const single = isWord(line) ? COSTS.single : 0;
      const figure = /^\d/.test(boxes[end]?.pieces[0]?.text ?? "") ? COSTS.figure : 0;
      const total = node.total + COSTS.line + parts + single + figure + open + COSTS.ragged * (free / own) ** 2;
      if (total < (best.get(end)?.total ?? Number.POSITIVE_INFINITY)) best.set(end, { total, from: start });
    }
  }
  const lines: Broken[] = [];
  for (let end = boxes.length; end > 0; ) {
    const node = best.get(end);
    if (node === undefined) return null;
    lines.unshift({ boxes: boxes.slice(node.from, end), hyphen: false, cut: false, last: end === boxes.length });
    end = node.from;
  }
  return lines;
}

function firstOf([box]: readonly Box[]): string {
  return box?.pieces[0]?.text ?? "";
}

function lastOf({ pieces }: Box): string {
  return pieces.at(-1)?.text ?? "";
}

/** Whether a line that ends behind a box leaves quotation marks open. */
function insideQuotes(boxes: readonly Box[]): boolean[] {
  let depth = 0;
  return boxes.map(({ pieces }) => {
    for (const { text } of pieces)
      for (const mark of text) depth += "«„".includes(mark) ? 1 : "»“".includes(mark) ? -1 : 0;
    return depth > 0;
  });
}

/** A single word, with nothing glued to it. */
function isWord(line: readonly Box[]): boolean {
  return line.length === 1 && !line[0]?.pieces.some(({ text }) => /[ \u00a0]/.test(text));
}
