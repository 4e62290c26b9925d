import { describe, expect, it } from "vitest";
import { FACE_NAMES } from "../../../../src/typesetting/fonts/font-files.ts";
import { loadFonts } from "../../../../src/typesetting/fonts/index.ts";

const STRESS = 0x301;
const faces = FACE_NAMES.map((name) => loadFonts()[name]);

describe("the mark of stress", () => {
  it("has no width", () => {
    for (const face of faces) expect(face.widthOf("за\u0301мок")).toBe(face.widthOf("замок"));
  });

  it.each([..."аеиоуыэюяАЕИОУЫЭЮЯ"])("stands over %s, clear of it", (vowel) => {
    for (const face of faces) {
      const letter = vowel.codePointAt(0) as number;
      const scale = 1000 / face.font.unitsPerEm;
      const [{ bbox: under, advanceWidth }, { bbox: over }] = [face.glyphOf(letter), face.glyphOf(STRESS)];
      const { x, y } = face.markPlace(letter, STRESS);
      const middle = x + advanceWidth * scale + ((over.minX + over.maxX) / 2) * scale;
      expect(middle).toBeGreaterThan(under.minX * scale);
      expect(middle).toBeLessThan(under.maxX * scale);
      const gap = y + (over.minY - under.maxY) * scale;
      expect(gap).toBeGreaterThan(0);
      expect(gap).toBeLessThan(200);
    }
  });
});
