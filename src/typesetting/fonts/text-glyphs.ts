import { type Face, type Fonts, type Glyph, isMark } from "./load-fonts.ts";

/** A glyph of a text: where it begins, how high it stands, and how many ems a unit of it is, in ems of the text. */
type PlacedGlyph = { readonly glyph: Glyph; readonly pen: number; readonly rise: number; readonly unit: number };

/** Glyphs of a text in the regular face, those it lacks from the other family. Places in ems from its beginning. */
export function glyphsOf(fonts: Fonts, text: string): PlacedGlyph[] {
  let pen = 0;
  let letter: number | null = null;
  return [...text].map((character) => {
    const code = character.codePointAt(0) ?? 0;
    const { face, share } = sourceOf(fonts, code);
    const glyph = face.glyphOf(code);
    const unit = share / face.font.unitsPerEm;
    if (letter !== null && isMark(code)) {
      const { x, y } = face.markPlace(letter, code);
      return { glyph, pen: pen + (x * share) / 1000, rise: (y * share) / 1000, unit };
    }
    const placed = { glyph, pen, rise: 0, unit };
    letter = code;
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
