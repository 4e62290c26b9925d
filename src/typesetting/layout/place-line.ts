import type { ParagraphStyle } from "../../paperwork/schemas/index.ts";
import type { Box, Piece } from "./boxes.ts";
import type { LinePiece } from "./layout.ts";

const EPSILON = 0.01;

/** Where a line begins and how wide it may be, pt; the last one of its paragraph is not justified. */
type Stretch = {
  readonly style: ParagraphStyle;
  readonly startX: number;
  readonly room: number;
  readonly last: boolean;
};

/** Gives every piece its place across; a justified line spreads what is left over its spaces. */
export function placeLine(
  boxes: readonly Box[],
  label: readonly Piece[],
  { style, startX, room, last }: Stretch,
): LinePiece[] {
  const segments = joinPieces(boxes);
  const natural = [...label, ...segments].reduce((sum, piece) => sum + piece.width, 0);
  const free = room - natural;
  const stretchable = segments.reduce((sum, piece) => sum + countSpaces(piece.text), 0);
  const spacing = style.align === "justify" && (!last || free < -EPSILON) && stretchable > 0 ? free / stretchable : 0;
  let x = startX + (style.align === "center" ? free / 2 : style.align === "right" ? free : 0);
  return [...label, ...segments].map(({ face, text, width: natural, marked, hyphen, raised }, index): LinePiece => {
    const own = index < label.length ? { spacing: 0, label: true } : { spacing, label: false };
    const width = natural + countSpaces(text) * own.spacing;
    const look = { ...(marked && { markPt: width }), ...(hyphen && { hyphen }), ...(raised && { raised }) };
    const placed = { x, face, sizePt: raised?.sizePt ?? style.sizePt, text, ...own, ...look };
    x += width;
    return placed;
  });
}

/** Boxes with the spaces between them as pieces of one look; the trailing space is dropped. */
function joinPieces(boxes: readonly Box[]): Piece[] {
  const joined: Piece[] = [];
  const add = (piece: Piece): void => {
    const last = joined.at(-1);
    if (
      last !== undefined &&
      last.face === piece.face &&
      last.marked === piece.marked &&
      last.hyphen === piece.hyphen &&
      last.raised === piece.raised
    ) {
      joined[joined.length - 1] = { ...last, text: last.text + piece.text, width: last.width + piece.width };
    } else joined.push(piece);
  };
  for (const [index, box] of boxes.entries()) {
    for (const piece of box.pieces) add(piece);
    if (index < boxes.length - 1 && box.spaces !== "")
      add({ face: box.spaceFace, text: box.spaces, width: box.spaceWidth });
  }
  return joined;
}

/** Spaces that stretch: no-break ones keep together what belongs together, and their width. */
export function countSpaces(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0x20) count++;
  }
  return count;
}
