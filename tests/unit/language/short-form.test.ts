import { describe, expect, it } from "vitest";
import { shortForm } from "../../../src/language/index.ts";

describe("a short form", () => {
  it.each([
    ["утверждён", "утверждена", "утверждены"],
    ["УТВЕРЖДЁН", "УТВЕРЖДЕНА", "УТВЕРЖДЕНЫ"],
    ["назначен", "назначена", "назначены"],
    ["согласен", "согласна", "согласны"],
    ["должен", "должна", "должны"],
  ])("«%s», of a woman «%s», of several «%s»", (word, feminine, plural) => {
    expect(shortForm(word, "masculine")).toBe(word);
    expect(shortForm(word, "feminine")).toBe(feminine);
    expect(shortForm(word, "masculine", "plural")).toBe(plural);
  });
});
