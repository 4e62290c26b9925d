import type { ParagraphStyle } from "../../paperwork/schemas/index.ts";
import { type Box, countSpaces, type Piece, type PlainWords } from "./boxes.ts";
import type { LinePiece } from "./layout.ts";

const EPSILON = 0.01;
/**
 * What stands in a line with lines to fill in that take all its room ends so much before the edge, pt: rounding would push the last word to the
 * next line, and a tab at the edge would draw the next word to itself. Only a line to fill in that ends its paragraph goes on to the edge.
 */
export const BEFORE_EDGE_PT = 1;

/** Where a line begins and how wide it may be, pt; the last one of its paragraph is not justified. `plain` are the words of a paragraph of one look. */
type Stretch = {
  readonly style: ParagraphStyle;
  readonly startX: number;
  readonly room: number;
  readonly last: boolean;
  readonly plain: PlainWords | null;
};

/** Gives every piece its place across; a justified line spreads what is left over its spaces. */
export function placeLine(
  boxes: readonly Box[],
  label: readonly Piece[],
  { style, startX, room, last, plain }: Stretch,
): LinePiece[] {
  const pieces = plain === null ? joinPieces(boxes, label) : plainPieces(boxes, label, plain);
  let natural = 0;
  let fills = 0;
  let stretchable = 0;
  for (let index = 0; index < pieces.length; index++) {
    const { width, blank, text } = pieces[index] as Piece;
    natural += width;
    if (blank?.fills) fills++;
    if (index >= label.length) stretchable += countSpaces(text);
  }
  const free = room - natural;
  const kept = last && pieces.length > label.length && pieces.at(-1)?.blank !== undefined ? 0 : BEFORE_EDGE_PT;
  const share = fills === 0 ? 0 : Math.max(0, (free - kept) / fills);
  const spacing = style.align === "justify" && (!last || free < -EPSILON) && stretchable > 0 ? free / stretchable : 0;
  let x = startX + (style.align === "center" ? free / 2 : style.align === "right" ? free : 0);
  return pieces.map((piece, index): LinePiece => {
    const {
      face,
      text,
      width: natural,
      marked,
      hyphen,
      raised,
      blank,
      checkBox,
      change,
      href,
      sizePt = style.sizePt,
    } = piece;
    const isLabel = index < label.length;
    const own = isLabel ? 0 : spacing;
    const width = natural + (own === 0 ? 0 : countSpaces(text) * own) + (blank?.fills ? share : 0);
    const placed = { x, face, sizePt, text, spacing: own, label: isLabel };
    x += width;
    if (!(marked || hyphen || raised || blank || checkBox || change || href !== undefined)) return placed;
    return {
      ...placed,
      ...(marked && { markPt: width }),
      ...(hyphen && { hyphen }),
      ...(raised && { raised }),
      ...(href !== undefined && { href }),
      ...(checkBox && { checkBox }),
      ...(change && { change }),
      ...(blank && { blank: { widthPt: width, says: blank.says } }),
    };
  });
}

/** The label, and boxes with the spaces between them as pieces of one look; the trailing space is dropped. */
function joinPieces(boxes: readonly Box[], label: readonly Piece[]): Piece[] {
  const joined: Piece[] = [...label];
  let last: Piece | undefined;
  let text = "";
  let width = 0;
  const add = (piece: Piece): void => {
    if (last === undefined || !sameLook(last, piece)) {
      if (last !== undefined) joined.push({ ...last, text, width });
      last = piece;
      text = "";
      width = 0;
    }
    text += piece.text;
    width += piece.width;
  };
  for (let index = 0; index < boxes.length; index++) {
    const { pieces, spaces, spaceFace, spaceWidth } = boxes[index] as Box;
    for (const piece of pieces) add(piece);
    if (index === boxes.length - 1 || spaces === "") continue;
    // A space between words of a link belongs to it, and so does one between words that came or went together.
    const next = boxes[index + 1]?.pieces[0];
    const href = last?.href === next?.href ? last?.href : undefined;
    const change = last?.change === next?.change ? last?.change : undefined;
    add({
      face: spaceFace,
      text: spaces,
      width: spaceWidth,
      ...(href !== undefined && { href }),
      ...(change !== undefined && { change }),
    });
  }
  if (last !== undefined) joined.push({ ...last, text, width });
  return joined;
}

/** The same of words of one look, which need not be put together again. */
function plainPieces(boxes: readonly Box[], label: readonly Piece[], { face, text }: PlainWords): Piece[] {
  const [first, last] = [boxes[0], boxes.at(-1)];
  if (first === undefined || last === undefined || first.start === last.end) return [...label];
  let width = 0;
  let hyphen: Piece | undefined;
  for (let index = 0; index < boxes.length; index++) {
    const box = boxes[index] as Box;
    for (const piece of box.pieces)
      if (piece.hyphen === true) hyphen = piece;
      else width += piece.width;
    if (box !== last) width += box.spaceWidth;
  }
  const words = { face, text: text.slice(first.start, last.end), width };
  return hyphen === undefined ? [...label, words] : [...label, words, hyphen];
}

function sameLook(one: Piece, other: Piece): boolean {
  return (
    one.face === other.face &&
    one.marked === other.marked &&
    one.hyphen === other.hyphen &&
    one.raised === other.raised &&
    one.blank === other.blank &&
    one.checkBox === other.checkBox &&
    one.change === other.change &&
    one.href === other.href
  );
}
