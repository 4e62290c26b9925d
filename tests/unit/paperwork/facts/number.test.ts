import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatNumber, isUnassigned, parseNumber } from "../../../../src/paperwork/facts/index.ts";

describe("parseNumber", () => {
  it.each([
    ["145-ОД", { prefix: "", order: 145, letter: "", suffix: "-ОД" }],
    ["12а-ОД", { prefix: "", order: 12, letter: "а", suffix: "-ОД" }],
    ["133/6-ОД", { prefix: "", order: 133, letter: "/6", suffix: "-ОД" }],
    ["1/2025-ТРЦ", { prefix: "", order: 1, letter: "", suffix: "/2025-ТРЦ" }],
    ["01-05/145", { prefix: "01-05/", order: 145, letter: "", suffix: "" }],
    ["31", { prefix: "", order: 31, letter: "", suffix: "" }],
    ["55-О", { prefix: "", order: 55, letter: "", suffix: "-О" }],
    ["__-ОД", { prefix: "", order: null, letter: "", suffix: "-ОД" }],
  ])("takes %s apart", (text, parts) => {
    expect(parseNumber(text)).toEqual(parts);
    expect(formatNumber(parts)).toBe(text);
  });

  it.each(["ОД-1", "", "№ 5", "-5"])("knows that «%s» begins with no ordinal number", (text) => {
    expect(parseNumber(text)).toBeNull();
  });

  it("prints back whatever it could read", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^(\d\d-\d\d\/)?\d{1,6}([а-я]|\/\d{1,2})?(-[А-Я]{1,3})?$/), (text) => {
        const parsed = parseNumber(text);
        // A leading zero is the only thing that is not kept: «007» is the number 7.
        if (parsed !== null && !/(^|\/)0\d/.test(text)) expect(formatNumber(parsed)).toBe(text);
      }),
    );
  });

  it("reports a number that is still to be given", () => {
    expect(["__-ОД", "_-К", "01-05/__", "5-ОД"].map(isUnassigned)).toEqual([true, true, true, false]);
  });
});
