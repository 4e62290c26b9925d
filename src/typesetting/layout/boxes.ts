import { mmToPt } from "../../base/units/index.ts";
import { type Address, addressesIn, keepTogether, softenGlue } from "../../language/index.ts";
import type { ParagraphStyle } from "../../paperwork/schemas/index.ts";
import type { CheckBox, FlowChange, FlowRun } from "../flow/index.ts";
import { type Face, type Fonts, faceOf } from "../fonts/index.ts";
import { processorUnitsOf, type Unit, unitsOf } from "./line-breaks.ts";

/** A run of glyphs that is not parted, and the breakable spaces behind it. */
export type Box = {
  /** Where its glyphs stand in the text of the paragraph. */
  readonly start: number;
  readonly end: number;
  readonly pieces: readonly Piece[];
  readonly width: number;
  /** Spaces inside it that stretch. */
  readonly gaps: number;
  /** Room it asks for: slanted letters lean over their width. */
  readonly reach: number;
  readonly lean: number;
  readonly spaces: string;
  readonly spaceWidth: number;
  readonly spaceFace: Face;
  readonly tight: boolean;
  readonly forced: boolean;
  /** Addresses of the paragraph, by its text: a part of one is still an address. */
  readonly addresses: readonly Address[];
};
/** Text of one face and look; `width` in pt. */
export type Piece = {
  readonly face: Face;
  readonly text: string;
  readonly width: number;
  readonly marked?: true;
  readonly hyphen?: true;
  /** Where it is not that of the style: of the number of a footnote, of a character of another family. */
  readonly sizePt?: number;
  readonly raised?: Raised;
  readonly blank?: Blank;
  readonly checkBox?: CheckBox;
  readonly change?: FlowChange;
  /** What it is a link to: an address, or behind `#` a place in the document. */
  readonly href?: string;
};

/** A line to fill in. */
type Blank = Extract<FlowRun, { readonly type: "blank" }>;

/** The raised number of a footnote: its size, how high it stands, pt, and its text where it is referred to. */
type Raised = Extract<FlowRun, { readonly type: "note" }>;

/** A text in the face and the look of a piece. */
export function pieceOf(piece: Piece, text: string): Piece {
  if (text === piece.text) return piece;
  return { ...piece, text, width: widthIn(piece, text) };
}

/** How wide a text is in the face and the look of a piece. */
export function widthIn(piece: Piece, text: string): number {
  return text === piece.text ? piece.width : piece.face.widthOf(text) * scaleOf(piece);
}

/** The last piece that was asked about: a word is parted place by place, one of thousands of letters letter by letter. */
let asked: Piece | null = null;
let askedScale = 0;

/** Points of a piece per width of its face. */
export function scaleOf(piece: Piece): number {
  if (asked === piece) return askedScale;
  asked = piece;
  askedScale = measuredScale(piece);
  return askedScale;
}

/** The same of a part that nobody asks about again. */
export function measuredScale({ face, text, width }: Piece): number {
  return width / Math.max(1e-9, face.widthOf(text));
}

/** Where lines may end in a text, once it is glued. */
type Breaking = { readonly glue: (text: string) => string; readonly units: (text: string) => readonly Unit[] };
const OURS: Breaking = { glue: keepTogether, units: unitsOf };
/** A word processor glues nothing and knows nothing of numbers of documents. */
export const PROCESSOR: Breaking = { glue: (text) => text, units: processorUnitsOf };

/**
 * The runs of a paragraph as boxes: parted wherever a line may end. Of the no-break spaces the soft ones, as behind short words, become plain ones inside
 * their box: they stretch, and may be let go; the others do neither. No-break hyphens look like others. @param by where lines may end
 */
export function boxesOf(runs: readonly FlowRun[], style: ParagraphStyle, fonts: Fonts, by: Breaking = OURS): Box[] {
  const { units, boxOf } = boxMaker(runs, style, fonts, by);
  return units.map(boxOf);
}

/** The words of a paragraph of one look, as its lines show them. */
export type PlainWords = { readonly face: Face; readonly text: string };

/** Where the boxes of a paragraph stand, and how each of them is made; `plain` where all of it has one look. */
type BoxMaker = {
  readonly units: readonly Unit[];
  readonly boxOf: (unit: Unit) => Box;
  readonly plain: PlainWords | null;
};

/** See `boxesOf`: boxes are made one by one, as they are asked for. */
export function boxMaker(runs: readonly FlowRun[], style: ParagraphStyle, fonts: Fonts, by: Breaking = OURS): BoxMaker {
  const scale = style.sizePt / 1000;
  const lean = leanOf(fonts.regular, style.sizePt);
  const spans = spansOf(runs, style, fonts);
  const text = by.glue(textOfRuns(runs));
  const loose = softenGlue(text).replaceAll("\u2011", "-");
  const addresses = addressesIn(text);
  let at = 0;
  let from = 0;
  const boxOf = ({ start, end, next, tight, forced }: Unit): Box => {
    if (start < from) [at, from] = [0, 0];
    while (at < spans.length - 1 && from + lengthOf(spans[at]) <= start) from += lengthOf(spans[at++]);
    const pieces = piecesOf(spans, { at, from }, { loose, start, end, scale });
    let width = 0;
    let reach = 0;
    let gaps = 0;
    for (const piece of pieces) {
      width += piece.width;
      reach = Math.max(reach, width + (isSlanted(piece.face) ? lean : 0));
      gaps += countSpaces(piece.text);
    }
    const spaces = text.slice(end, forced ? next - 1 : next);
    const spaceFace = faceAt(spans, at, from, end);
    const spaceWidth = spaceFace.widthOf(spaces) * scale;
    return { start, end, pieces, width, gaps, reach, lean, spaces, spaceWidth, spaceFace, tight, forced, addresses };
  };
  const [own] = spans;
  const plain = spans.length === 1 && own?.mark === UNMARKED ? { face: own.face, text: loose } : null;
  return { units: by.units(text), boxOf, plain };
}

/** A stretch of a text whose plain characters take `scale` points a unit of their face. */
type Stretch = { readonly loose: string; readonly start: number; readonly end: number; readonly scale: number };

/** The pieces of a stretch, one for each of the spans from the one that it begins in. */
function piecesOf(
  spans: readonly Span[],
  first: { readonly at: number; readonly from: number },
  { loose, start, end, scale }: Stretch,
): readonly Piece[] {
  const own = spans[first.at];
  if (own === undefined || start === end) return [];
  // As a rule it is a word of one look.
  if (end <= first.from + own.text.length) return [pieceIn(own, loose.slice(start, end), scale)];
  const pieces: Piece[] = [];
  let begin = first.from;
  for (let at = first.at; at < spans.length && begin < end; at++) {
    const span = spans[at] as Span;
    const part = loose.slice(Math.max(start, begin), Math.min(end, begin + span.text.length));
    if (part !== "") pieces.push(pieceIn(span, part, scale));
    begin += span.text.length;
  }
  return pieces;
}

function pieceIn({ face, mark }: Span, text: string, scale: number): Piece {
  if (mark === UNMARKED) return { face, text, width: face.widthOf(text) * scale };
  const width = mark.blank
    ? mmToPt(mark.blank.widthMm)
    : face.widthOf(text) * (mark.sizePt === undefined ? scale : mark.sizePt / 1000);
  return { face, text, width, ...mark };
}

/** The text of a paragraph by whose characters its breaks are counted; a forced break is one of them. */
export function textOfRuns(runs: readonly FlowRun[]): string {
  let text = "";
  for (const run of runs) text += run.type === "break" ? "\n" : run.text;
  return text;
}

type Span = {
  readonly face: Face;
  readonly text: string;
  readonly mark: Pick<Piece, "marked" | "sizePt" | "raised" | "blank" | "checkBox" | "change" | "href">;
};

const UNMARKED: Span["mark"] = {};
const NO_LOOK: Pick<Piece, "checkBox" | "change"> = {};

function spansOf(runs: readonly FlowRun[], style: ParagraphStyle, fonts: Fonts): Span[] {
  let face = faceOf(fonts, style.bold, style.italic);
  return runs.map((run) => {
    if (run.type === "break") return { face, text: "\n", mark: UNMARKED };
    if (run.type === "note") return { face: fonts.regular, text: run.text, mark: { sizePt: run.sizePt, raised: run } };
    if (run.type === "blank") return { face: fonts.regular, text: run.text, mark: { blank: run } };
    const href = run.type === "reference" ? `#${run.target}` : run.href;
    const isMarked = run.type === "text" && run.marked === true;
    const { checkBox, change } = run.type === "text" ? run : NO_LOOK;
    const marked =
      isMarked || href !== undefined || checkBox !== undefined || change !== undefined
        ? {
            ...(isMarked && { marked: true as const }),
            ...(href !== undefined && { href }),
            ...(checkBox !== undefined && { checkBox }),
            ...(change !== undefined && { change }),
          }
        : UNMARKED;
    if (run.type === "text" && run.borrowed !== undefined && fonts.fallback !== null) {
      const { bold, italic, sizePt } = run.borrowed;
      return { face: fonts.fallback.face(bold, italic), text: run.text, mark: { ...marked, sizePt } };
    }
    face = faceOf(fonts, style.bold || run.bold, style.italic || run.italic);
    return { face, text: run.text, mark: marked };
  });
}

function lengthOf(span: Span | undefined): number {
  return span?.text.length ?? 0;
}

function faceAt(spans: readonly Span[], from: number, begin: number, position: number): Face {
  let [span, at] = [from, begin];
  while (span < spans.length - 1 && at + lengthOf(spans[span]) <= position) at += lengthOf(spans[span++]);
  return (spans[span] as Span).face;
}

/** Spaces that stretch: no-break ones keep together what belongs together, and their width. */
export function countSpaces(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) === 0x20) count++;
  return count;
}

/** Whether the letters of a face lean. */
export function isSlanted({ name }: Face): boolean {
  return name === "italic" || name === "boldItalic";
}

/** A twelfth of the height of the letters is kept free behind slanted ones, in whole twips. */
function leanOf(face: Face, sizePt: number): number {
  return Math.floor(Math.ceil((face.ascent + face.descent) * sizePt * 20) / 12) / 20;
}
