import { mmToWholePt } from "../../base/units/index.ts";
import type { ParagraphStyle } from "../../paperwork/schemas/index.ts";
import type { FlowParagraph } from "../flow/index.ts";
import type { Face, Fonts } from "../fonts/index.ts";
import { type Box, boxesOf, faceOf, type Piece } from "./boxes.ts";
import { hyphenated, optimalBreaks } from "./break-optimal.ts";
import { fillLine } from "./fill-line.ts";
import type { LinePiece } from "./layout.ts";
import { placeLine } from "./place-line.ts";

/** A line of a paragraph, placed across but not yet down the page. */
export type Line = { readonly pieces: readonly LinePiece[]; readonly continues: boolean };

/**
 * Breaks a paragraph greedily, as word processors do: at spaces, and inside words where Unicode allows; never at a no-break space.
 * Spaces are not shrunk, trailing ones hang over the margin. A word wider than the line is cut at the character that no longer fits.
 * `widthPt` is the room between the margins or the edges of a cell.
 */
export function breakLines(
  paragraph: FlowParagraph,
  style: ParagraphStyle,
  { widthPt, fonts, breaking = "greedy" }: Column,
): Line[] {
  const left = mmToWholePt(style.leftMm);
  const first = mmToWholePt(style.firstLineMm);
  const room = widthPt - left - mmToWholePt(style.rightMm);
  const boxes = boxesOf(paragraph.runs, style, fonts);
  const label = labelPieces(paragraph, style, fonts);
  const lines: Line[] = [];
  const push = (line: readonly Box[], last: boolean, continues = false): void => {
    const indent = lines.length === 0 ? first : 0;
    const pieces = lines.length === 0 ? label.pieces : [];
    lines.push({
      pieces: placeLine(line, pieces, { style, startX: left + indent, room: room - indent, last }),
      continues,
    });
  };
  if (breaking !== "greedy" && style.align === "justify") {
    const parts = breaking === "hyphenated" ? hyphenated(boxes, style) : boxes;
    const breaks = optimalBreaks(parts, room, label.width + first);
    if (breaks !== null) {
      let from = 0;
      for (const { end, hyphen } of breaks) {
        const line = parts.slice(from, end);
        push(hyphen ? withHyphen(line, style) : line, end === parts.length || parts[end - 1]?.forced === true, hyphen);
        from = end;
      }
      return lines;
    }
  }
  let start = 0;
  while (start < boxes.length) {
    const used = lines.length === 0 ? label.width + first : 0;
    const { end, cut } = fillLine(boxes, start, room, used);
    if (cut === null) push(boxes.slice(start, end), end === boxes.length || boxes[end - 1]?.forced === true);
    else {
      push([...boxes.slice(start, end), cut.here], false, true);
      boxes[end] = cut.rest;
    }
    start = end;
  }
  if (lines.length === 0) push([], true);
  return lines;
}

/** What a paragraph is set into: so wide, with these fonts, in this way. */
export type Column = { readonly widthPt: number; readonly fonts: Fonts; readonly breaking?: Breaking };

/** How paragraphs are broken: as word processors do, or as a whole at their best, without or with the division of words. */
type Breaking = "greedy" | "optimal" | "hyphenated";

function withHyphen(line: readonly Box[], style: ParagraphStyle): Box[] {
  const last = line.at(-1) as Box;
  const [face] = last.pieces.map((piece) => piece.face).slice(-1) as [Face];
  const hyphen: Piece = { face, text: "-", width: face.widthOf("-") * (style.sizePt / 1000), hyphen: true };
  return [...line.slice(0, -1), { ...last, pieces: [...last.pieces, hyphen] }];
}

function labelPieces(
  { label }: FlowParagraph,
  style: ParagraphStyle,
  fonts: Fonts,
): { readonly pieces: readonly Piece[]; readonly width: number } {
  if (label === null) return { pieces: [], width: 0 };
  const face = faceOf(fonts, style.bold, style.italic);
  const text = `${label.text} `;
  const width = face.widthOf(text) * (style.sizePt / 1000);
  return { pieces: [{ face, text, width }], width };
}
