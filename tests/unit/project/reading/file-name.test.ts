import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldName, safeFileName, uniqueNames } from "../../../../src/project/reading/file-name.ts";

describe("safeFileName", () => {
  it.each([
    ["Приказ № 145/1-ОД", "Приказ № 145-1-ОД"],
    ["Договор: «О взаимодействии»?", "Договор «О взаимодействии»"],
    ["  точки в конце... ", "точки в конце"],
    ["con", "con_"],
    ["LPT1.txt", "LPT1.txt_"],
    ["../../etc/passwd", "etc-passwd"],
    ["", "Документ"],
    ["???", "Документ"],
    ["Приказ\u00a0№\u00a01", "Приказ № 1"],
    ["раз\u202eдва", "раз два"],
  ])("%j → %j", (name, expected) => expect(safeFileName(name)).toBe(expected));

  it("is safe on Windows and Linux for every string", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (name) => {
        const safe = safeFileName(name);
        expect(safe).not.toMatch(/[<>:"/\\|?*\u0000-\u001f]/);
        expect(safe).not.toMatch(/^[. ]|[. ]$/);
        expect(safe).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i);
        expect(new TextEncoder().encode(safe).length).toBeLessThanOrEqual(240);
        expect(safe).not.toBe("");
        expect(Buffer.from(safe, "utf8").toString("utf8")).toBe(safe);
      }),
    );
  });
});

describe("uniqueNames", () => {
  it("numbers names that fold to the same file", () => {
    expect(uniqueNames(["Приказ", "ПРИКАЗ", "приказ", "План"])).toEqual(["Приказ", "ПРИКАЗ (2)", "приказ (3)", "План"]);
  });

  it("never gives the same file twice", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("a", "A", "a (2)", "А", "б"), { maxLength: 12 }), (names) => {
        const unique = uniqueNames(names);
        expect(new Set(unique.map(foldName)).size).toBe(names.length);
      }),
    );
  });
});
