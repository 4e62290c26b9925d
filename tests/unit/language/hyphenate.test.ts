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
});
