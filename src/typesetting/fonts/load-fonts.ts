import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { ptToMm } from "../../base/units/index.ts";
import { FACE_NAMES, type FaceName, faceNameOf, fontFile } from "./font-files.ts";
import type { LineMeasures } from "./read-font.ts";

/** A step of an outline, in units of the font: the name of the drawing operator and its coordinates. */
type PathCommand = {
  readonly command: "moveTo" | "lineTo" | "quadraticCurveTo" | "bezierCurveTo" | "closePath";
  readonly args: readonly number[];
};

type Box = { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number };

/** A glyph as fontkit holds it; `advanceWidth` and `bbox` are in units of the font. */
export type Glyph = {
  readonly id: number;
  readonly advanceWidth: number;
  readonly bbox: Box;
  readonly path: { readonly commands: readonly PathCommand[] };
};

/** What we use of a font opened by fontkit; measures are in units of the font, `unitsPerEm` to an em. */
type Font = {
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly lineGap: number;
  readonly postscriptName: string;
  glyphForCodePoint(codePoint: number): Glyph;
  /** Glyphs of a text and where they stand by the anchors of the font; of a letter and its mark `positions[1]` is from where the letter ends. */
  layout(text: string): {
    readonly glyphs: readonly Glyph[];
    readonly positions: readonly { readonly xOffset: number; readonly yOffset: number }[];
  };
  hasGlyphForCodePoint(codePoint: number): boolean;
};

/** One style of a family. Widths are in thousandths of the size (1000 = one em); ascent, descent and gap in ems. */
export type Face = LineMeasures & {
  readonly name: FaceName;
  /** Names it among all faces. */
  readonly key: string;
  readonly font: Font;
  /** Glyph of a character; the no-break space and hyphen look like the plain ones where the font has none of their own. */
  readonly glyphOf: (codePoint: number) => Glyph;
  /** Where a mark stands over its letter: thousandths of the size from where the letter ends and from the base line. */
  readonly markPlace: (letter: number, mark: number) => MarkPlace;
  /** Width of a text set in the face; marks over letters have none, characters the font lacks count as in the other family, or as its missing glyph. */
  readonly widthOf: (text: string) => number;
  readonly has: (codePoint: number) => boolean;
  /** Height of a line in whole twips, as LibreOffice 7.4 and 25.2 make it. */
  readonly lineTwips: (sizePt: number) => number;
};

/** How far a mark is moved, in thousandths of the size. */
type MarkPlace = { readonly x: number; readonly y: number };

/** Another family for the characters that the first one lacks. */
export type Fallback = {
  readonly family: string;
  /** Its face for what is bold, slanted, both or neither; the regular one where it has no such style. */
  readonly face: (bold: boolean, italic: boolean) => Face;
  /** By how much its letters are set smaller, so that they stand in the lines of the first family; at most 1. */
  readonly share: number;
};

/** A family, face by face. */
export type Fonts = { readonly [name in FaceName]: Face } & {
  /** As word processors know it; null: by the name that the profile gives. */
  readonly family: string | null;
  /** Classification of its letters for machines that lack it; null: that of Times New Roman. @see OpenType, `OS/2`, panose */
  readonly panose: readonly number[] | null;
  readonly fallback: Fallback | null;
  /** Names what the family and the other one are made of: equal names give equal pages. */
  readonly digest: string;
};

const require = createRequire(import.meta.url);
let loaded: Fonts | null = null;

/** The four faces that come with the program; each file is read and parsed when the face is first asked for, once a process. */
export function loadFonts(): Fonts {
  loaded ??= fontsOf((name) => openFace(name, { key: name, bytes: readFileSync(fontFile(name)) }), OF_PROGRAM);
  return loaded;
}

const OF_PROGRAM = { family: null, panose: null, fallback: null, digest: "" };

/** A family whose faces are opened when they are first asked for. */
export function fontsOf(open: (name: FaceName) => Face, facts: Omit<Fonts, FaceName>): Fonts {
  const faces = new Map<FaceName, Face>();
  const get = (name: FaceName): Face => {
    const known = faces.get(name);
    if (known !== undefined) return known;
    const face = open(name);
    faces.set(name, face);
    return face;
  };
  const lazy = FACE_NAMES.map((name) => [name, { enumerable: true, get: () => get(name) }] as const);
  return Object.defineProperties({ ...facts }, Object.fromEntries(lazy)) as Fonts;
}

/** The face of a family for what is bold, slanted, both or neither. */
export function faceOf(fonts: Fonts, bold: boolean, italic: boolean): Face {
  return fonts[faceNameOf(bold, italic)];
}

/** Characters that mark and never show: soft hyphen, joiners, direction marks, byte order mark. */
export function isIgnorable(codePoint: number): boolean {
  return (
    codePoint === 0xad ||
    (codePoint >= 0x200b && codePoint <= 0x200f) ||
    (codePoint >= 0x202a && codePoint <= 0x202e) ||
    (codePoint >= 0x2060 && codePoint <= 0x2069) ||
    codePoint === 0xfeff
  );
}

/** Marks that stand over letters: stress and its kin, where no letter with it is a character of its own. */
const MARK = /\p{M}/u;

/** Whether a character is a mark over the one before it. */
export function isMark(codePoint: number): boolean {
  return codePoint >= 0x300 && MARK.test(String.fromCodePoint(codePoint));
}

/** The bytes of a face and what is known of it. */
type FaceSource = {
  readonly key: string;
  readonly bytes: Uint8Array;
  /** Measures of a line; without them those of `hhea`. */
  readonly line?: LineMeasures;
  /** Width of a character that the font lacks, in thousandths of the size; null: nobody else has it. */
  readonly otherWidth?: (codePoint: number) => number | null;
};

/** Characters up to here have their widths in a table, which drops all others: Latin, Cyrillic, punctuation, signs of currencies and numbers. */
const NEAR = 0x2300;

/** Opens a face. @throws when the font cannot be read, whatever its tables promise */
export function openFace(name: FaceName, { key, bytes, line, otherWidth }: FaceSource): Face {
  // Loaded with the first face.
  const fontkit = require("fontkit") as typeof import("fontkit");
  const font = fontkit.create(bytes) as Font;
  // The font keeps a glyph with the code point of its first use, and space and hyphen share glyphs with U+00A0 and U+00AD: ask for the plain ones first.
  font.glyphForCodePoint(0x20);
  font.glyphForCodePoint(0x2d);
  const scale = 1000 / font.unitsPerEm;
  const shown = new Map([...PLAIN].filter(([special]) => !font.hasGlyphForCodePoint(special)));
  const found = new Uint8Array(NEAR);
  const has = (codePoint: number): boolean => {
    if (found[codePoint] === 1) return true;
    const known = isIgnorable(codePoint) || font.hasGlyphForCodePoint(shown.get(codePoint) ?? codePoint);
    found[codePoint] = Number(known);
    return known;
  };
  const glyphOf = (codePoint: number): Glyph => font.glyphForCodePoint(shown.get(codePoint) ?? codePoint);
  const near = new Float64Array(NEAR).fill(Number.NaN);
  const advanceOf = (codePoint: number): number => {
    const known = near[codePoint];
    if (known !== undefined && !Number.isNaN(known)) return known;
    const other = otherWidth === undefined || has(codePoint) ? null : otherWidth(codePoint);
    const width = isIgnorable(codePoint) || isMark(codePoint) ? 0 : (other ?? glyphOf(codePoint).advanceWidth * scale);
    near[codePoint] = width;
    return width;
  };
  const measures = line ?? {
    ascent: font.ascent / font.unitsPerEm,
    descent: -font.descent / font.unitsPerEm,
    gap: font.lineGap / font.unitsPerEm,
  };
  return {
    name,
    key,
    font,
    glyphOf,
    markPlace: (letter, mark) => markPlace(font, letter, mark),
    widthOf: (text) => {
      let width = 0;
      for (let at = 0; at < text.length; at++) {
        const code = text.charCodeAt(at);
        // As a rule it is in the table.
        const known = code < NEAR ? (near[code] as number) : Number.NaN;
        if (!Number.isNaN(known)) {
          width += known;
          continue;
        }
        const codePoint = text.codePointAt(at) as number;
        width += advanceOf(codePoint);
        if (codePoint > 0xffff) at++;
      }
      return width;
    },
    has,
    lineTwips: (sizePt) => lineHeight(measures, sizePt * 20),
    ...measures,
  };
}

/** Over a letter, of the size. */
const MARK_GAP = 0.08;

/** By the anchors of the font where it has some for the two, else over the middle of the letter. */
function markPlace(font: Font, letter: number, mark: number): MarkPlace {
  const scale = 1000 / font.unitsPerEm;
  const [base, over] = [font.glyphForCodePoint(letter), font.glyphForCodePoint(mark)];
  const { glyphs, positions } = font.layout(String.fromCodePoint(letter, mark));
  const { xOffset = 0, yOffset = 0 } = positions[1] ?? {};
  const anchored = glyphs[0]?.id === base.id && glyphs[1]?.id === over.id && (xOffset !== 0 || yOffset !== 0);
  if (anchored) return { x: xOffset * scale, y: yOffset * scale };
  const x = (base.bbox.minX + base.bbox.maxX - over.bbox.minX - over.bbox.maxX) / 2 - base.advanceWidth;
  const y = over.bbox.minY < 0 ? 0 : base.bbox.maxY + MARK_GAP * font.unitsPerEm - over.bbox.minY;
  return { x: x * scale, y: y * scale };
}

/** What of half a twip may lack to count as one: measured for Liberation Serif at all half-points from 5 to 30 pt (48 of 51 are so high, the others a twip more or less) and, within 0.02, for eight other families. */
const LACKS = { letters: 0.09, gap: 0.1 };

function lineHeight({ ascent, descent, gap }: LineMeasures, twips: number): number {
  return Math.round((ascent + descent) * twips + LACKS.letters) + Math.round(gap * twips + LACKS.gap);
}

/** What the no-break space and hyphen look like. */
const PLAIN = new Map([
  [0xa0, 0x20],
  [0x2011, 0x2d],
]);

/** Measure of text in the regular face or the bold one: (text, size in pt, bold) → width in mm. */
export function measureIn(fonts: Fonts): (text: string, sizePt: number, bold?: boolean) => number {
  return (text, sizePt, bold = false) => ptToMm(((bold ? fonts.bold : fonts.regular).widthOf(text) * sizePt) / 1000);
}
