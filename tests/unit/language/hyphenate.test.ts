import { createRequire } from "node:module";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hyphenate } from "../../../src/language/index.ts";

const divided = (word: string): string => {
  const ends = [0, ...hyphenate(word), word.length];
  return ends
    .slice(1)
    .map((end, index) => word.slice(ends[index], end))
    .join("-");
};

describe("division of words", () => {
  it.each([
    ["помещение", "по-ме-ще-ние"],
    ["муниципального", "му-ни-ци-паль-ного"],
    ["образованию", "об-ра-зо-ва-нию"],
    ["подъезд", "подъ-езд"],
    ["план", "план"],
    ["съёмка", "съёмка"],
  ])("%s → %s", (word, expected) => {
    expect(divided(word)).toBe(expected);
  });

  it("is that of the package whose patterns these are", () => {
    const { hyphenateSync } = createRequire(import.meta.url)("hyphen/ru") as {
      readonly hyphenateSync: (text: string) => string;
    };
    const placesOf = (word: string): number[] => {
      const parts = hyphenateSync(word).split("\u00ad");
      const places = parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join("").length);
      return places.filter((at) => at >= 2 && word.length - at >= 3);
    };
    const word = fc.string({
      unit: fc.constantFrom(..."абвгдеёжзийклмнопрстуфхцчшщъыьэюяabc"),
      minLength: 1,
      maxLength: 24,
    });
    const same = (one: string): void => void expect(hyphenate(one)).toEqual(placesOf(one));
    fc.assert(fc.property(word, same), { numRuns: 500 });
    for (const exception of ["бизнесмен", "воткать", "вполоборота"]) same(exception);
  });
});
