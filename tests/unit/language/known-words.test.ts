import { describe, expect, it } from "vitest";
import { isWrongAfter, slipsOf } from "../../../src/language/index.ts";

describe("words and their slips", () => {
  it.each(["участие", "проведённый", "организует", "ёлка", "весьма"])("knows «%s»", (word) => {
    expect(slipsOf(word)).toBeNull();
  });

  it.each([
    ["учатсие", "участие"],
    ["учстие", "участие"],
    ["конференнция", "конференция"],
    ["програма", "программа"],
    ["канкурс", "конкурс"],
  ])("«%s» is a slip of «%s»", (word, right) => {
    expect(slipsOf(word)).toContain(right);
  });

  it("says nothing of words that are near none", () => {
    expect([slipsOf("киберурок"), slipsOf("вебинар")]).toEqual([[], []]);
  });

  it("looks for no slips of what is too long for a word", () => {
    expect(slipsOf("щ".repeat(20_000))).toEqual([]);
  });

  it.each([
    ["к", "сведения", true],
    ["к", "сведению", false],
    ["для", "учителями", true],
    ["в", "году", false],
    ["с", "неделю", false],
    ["с", "графику", true],
    ["по", "среду", false],
    ["по", "образования", true],
    ["у", "киберурока", false],
  ])("«%s %s»: wrong is %s", (preposition, word, wrong) => {
    expect(isWrongAfter(preposition, word)).toBe(wrong);
  });
});
