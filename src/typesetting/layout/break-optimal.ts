import { hyphenate } from "../../language/index.ts";
import type { ParagraphStyle } from "../../paperwork/schemas/index.ts";
import type { Box, Piece } from "./boxes.ts";

/** Where a line ends: before the box `end`; with a hyphen when that parts a word. */
export type OptimalBreak = { readonly end: number; readonly hyphen: boolean };
/** A box that may end a line with a hyphen. */
export type OptimalBox = Box & {
  /** A line may end behind the box only with a hyphen of this width. */
  readonly hyphenPt?: number;
};

/** Spaces give way by half of their width and take in by a fifth, as books are set. */
const STRETCH = 0.5;
const SHRINK = 0.2;
/** Looser lines than this many times the stretch are not made while there is another way. */
const TOLERANCE = 6;
const HYPHEN_PENALTY = 50;
const TWO_HYPHENS = 5000;
const LEAST_WORD = 6;
const EPSILON = 0.01;

/**
 * Breaks of the whole paragraph with the least sum of demerits; null when the paragraph cannot be set within the tolerance.
 * `used` is taken in the first line by its indent and label. Lengths in pt.
 * @see Knuth, Plass. Breaking Paragraphs into Lines. Software: Practice and Experience 11 (1981)
 */
export function optimalBreaks(boxes: readonly OptimalBox[], room: number, used: number): OptimalBreak[] | null {
  type Node = { readonly total: number; readonly from: number; readonly hyphen: boolean };
  const best = new Map<number, Node>([[0, { total: 0, from: -1, hyphen: false }]]);
  for (let start = 0; start < boxes.length; start++) {
    const node = best.get(start);
    if (node === undefined) continue;
    let width = start === 0 ? used : 0;
    let spaces = 0;
    for (let at = start; at < boxes.length; at++) {
      const box = boxes[at] as OptimalBox;
      width += box.width;
      spaces += inner(box);
      const hyphen = box.hyphenPt ?? 0;
      if (width + hyphen - spaces * SHRINK > room + EPSILON) break;
      const last = at === boxes.length - 1 || box.forced;
      // Paths and words such as «и/или» are moved whole, as the word processor does.
      if (last || !(box.tight || box.slash)) {
        const demerits = demeritsOf(room - width - hyphen, spaces, last, hyphen > 0, node.hyphen);
        const known = best.get(at + 1);
        const total = node.total + demerits;
        if (Number.isFinite(demerits) && (known === undefined || total < known.total))
          best.set(at + 1, { total, from: start, hyphen: hyphen > 0 });
      }
      if (box.forced) break;
      width += box.spaceWidth;
      spaces += box.spaceWidth;
    }
  }
  const breaks: OptimalBreak[] = [];
  for (let at = boxes.length; at > 0; ) {
    const node = best.get(at);
    if (node === undefined) return null;
    breaks.unshift({ end: at, hyphen: node.hyphen });
    at = node.from;
  }
  return breaks;
}

/** Width of the no-break spaces inside a box, which stretch like the others. */
function inner({ pieces }: Box): number {
  let width = 0;
  for (const { text, width: whole } of pieces) {
    const count = text.split("\u00a0").length - 1;
    if (count > 0) width += (count / Math.max(1, text.length)) * whole;
  }
  return width;
}

function demeritsOf(free: number, spaces: number, last: boolean, hyphen: boolean, after: boolean): number {
  const give = free >= 0 ? spaces * STRETCH : spaces * SHRINK;
  const ratio =
    last && free >= 0 ? 0 : give > 0 ? Math.abs(free) / give : free <= EPSILON ? 0 : Number.POSITIVE_INFINITY;
  if (ratio > TOLERANCE) return Number.POSITIVE_INFINITY;
  const badness = 100 * ratio ** 3;
  return (1 + badness + (hyphen ? HYPHEN_PENALTY : 0)) ** 2 + (hyphen && after ? TWO_HYPHENS : 0);
}

/**
 * Words that may be divided as boxes of their parts. Names, abbreviations and anything with a capital, a figure or a sign stay whole.
 * @see ГОСТ Р 7.0.97-2016, 3.3: requisites are not hyphenated; only justified text is asked for here
 */
export function hyphenated(boxes: readonly Box[], style: ParagraphStyle): OptimalBox[] {
  return boxes.flatMap((box): OptimalBox[] => {
    const [piece, ...others] = box.pieces;
    if (piece === undefined || others.length > 0) return [box];
    const [, lead = "", word = "", tail = ""] = /^([«„(]*)(\p{Ll}+)([^\p{L}\p{N}]*)$/u.exec(piece.text) ?? [];
    if (word.length < LEAST_WORD) return [box];
    const parts = partsOf(word);
    if (parts.length < 2) return [box];
    const scale = style.sizePt / 1000;
    const hyphenPt = piece.face.widthOf("-") * scale;
    return parts.map((part, index): OptimalBox => {
      const text = `${index === 0 ? lead : ""}${part}${index === parts.length - 1 ? tail : ""}`;
      const own: Piece = { ...piece, text, width: piece.face.widthOf(text) * scale };
      const whole = { ...box, pieces: [own], width: own.width, reach: own.width + (box.reach - box.width) };
      return index === parts.length - 1
        ? whole
        : { ...whole, spaces: "", spaceWidth: 0, tight: false, slash: false, forced: false, hyphenPt };
    });
  });
}

/** Parts of a word between the places where it may be divided. */
function partsOf(word: string): string[] {
  const ends = [...hyphenate(word), word.length];
  return ends.map((end, index) => word.slice(ends[index - 1] ?? 0, end));
}
