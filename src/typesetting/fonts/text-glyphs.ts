import type { Face, Fonts, Glyph } from "./load-fonts.ts";

/** A glyph of a text: where it begins, and how many ems a unit of it is, in ems of the text. */
type PlacedGlyph = { readonly glyph: Glyph; readonly pen: number; readonly unit: number };

/** Glyphs of a text in the regular face, those it lacks from the other family. Places in ems from its beginning. */
export function glyphsOf(fonts: Fonts, text: string): PlacedGlyph[] {
  let pen = 0;
  return [...text].map((character) => {
    const code = character.codePointAt(0) ?? 0;
    const { face, share } = sourceOf(fonts, code);
    const glyph = face.glyphOf(code);
    const unit = share / face.font.unitsPerEm;
    const placed = { glyph, pen, unit };
    pen += glyph.advanceWidth * unit;
    return placed;
  });
}

/** Whether the other family has a character that a face lacks. */
export function isBorrowed({ fallback }: Fonts, face: Face, codePoint: number): boolean {
  return fallback !== null && !face.has(codePoint) && fallback.face(false, false).has(codePoint);
}

function sourceOf(fonts: Fonts, codePoint: number): { readonly face: Face; readonly share: number } {
  const { regular, fallback } = fonts;
  return fallback !== null && isBorrowed(fonts, regular, codePoint)
    ? { face: fallback.face(false, false), share: fallback.share }
    : { face: regular, share: 1 };
}
