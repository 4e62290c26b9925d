import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { ptToMm } from "../../base/units/index.ts";
import { FACE_NAMES, type FaceName, fontFile } from "./font-files.ts";

/** A step of an outline, in units of the font: the name of the drawing operator and its coordinates. */
type PathCommand = {
  readonly command: "moveTo" | "lineTo" | "quadraticCurveTo" | "bezierCurveTo" | "closePath";
  readonly args: readonly number[];
};

/** A glyph as fontkit holds it; `advanceWidth` is in units of the font. */
type Glyph = {
  readonly id: number;
  readonly advanceWidth: number;
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
  hasGlyphForCodePoint(codePoint: number): boolean;
};

/** One style of the family. Widths are in thousandths of the size (1000 = one em). */
export type Face = {
  readonly name: FaceName;
  readonly font: Font;
  /** Width of a text set in the face; characters the font lacks count as its missing glyph. */
  readonly widthOf: (text: string) => number;
  readonly has: (codePoint: number) => boolean;
  /** Ascent, descent and line gap in ems. */
  readonly ascent: number;
  readonly descent: number;
  readonly gap: number;
};
/** The family, face by face; widths in thousandths of the size. */
export type Fonts = { readonly [name in FaceName]: Face };

const require = createRequire(import.meta.url);
let loaded: Fonts | null = null;

/** The four faces; each file is read and parsed when the face is first asked for, once a process. */
export function loadFonts(): Fonts {
  loaded ??= lazyFaces();
  return loaded;
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

function lazyFaces(): Fonts {
  const faces = new Map<FaceName, Face>();
  const get = (name: FaceName): Face => {
    const face = faces.get(name) ?? openFace(name);
    faces.set(name, face);
    return face;
  };
  const lazy = FACE_NAMES.map((name) => [name, { enumerable: true, get: () => get(name) }] as const);
  return Object.create(null, Object.fromEntries(lazy)) as Fonts;
}

/** Characters up to here have their widths in a table: Latin, Cyrillic, punctuation, signs of currencies and numbers. */
const NEAR = 0x2300;

function openFace(name: FaceName): Face {
  // Loaded with the first face.
  const fontkit = require("fontkit") as typeof import("fontkit");
  const font = fontkit.create(readFileSync(fontFile(name))) as Font;
  // The font keeps a glyph with the code point of its first use, and space and hyphen share glyphs with U+00A0 and U+00AD: ask for the plain ones first.
  font.glyphForCodePoint(0x20);
  font.glyphForCodePoint(0x2d);
  const scale = 1000 / font.unitsPerEm;
  const near = new Float64Array(NEAR).fill(Number.NaN);
  const advanceOf = (codePoint: number): number => {
    const known = near[codePoint];
    if (known !== undefined && !Number.isNaN(known)) return known;
    const width = isIgnorable(codePoint) ? 0 : font.glyphForCodePoint(codePoint).advanceWidth * scale;
    // What lies behind its end the table drops.
    near[codePoint] = width;
    return width;
  };
  return {
    name,
    font,
    widthOf: (text) => {
      let width = 0;
      for (let at = 0; at < text.length; at++) {
        const codePoint = text.codePointAt(at) as number;
        width += advanceOf(codePoint);
        if (codePoint > 0xffff) at++;
      }
      return width;
    },
    has: (codePoint) => isIgnorable(codePoint) || font.hasGlyphForCodePoint(codePoint),
    ascent: font.ascent / font.unitsPerEm,
    descent: -font.descent / font.unitsPerEm,
    gap: font.lineGap / font.unitsPerEm,
  };
}

/** Measure of text in the regular face or the bold one: (text, size in pt, bold) → width in mm. */
export function measureIn(fonts: Fonts): (text: string, sizePt: number, bold?: boolean) => number {
  return (text, sizePt, bold = false) => ptToMm(((bold ? fonts.bold : fonts.regular).widthOf(text) * sizePt) / 1000);
}
