import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changedLines } from "../../../../src/paperwork/document/index.ts";

describe("changedLines", () => {
  it("finds lines that changed, are new and are gone", () => {
    const found = changedLines(["один", "два три", "четыре"], ["один", "два пять", "четыре", "шесть"]);
    expect(found.map(({ before, after }) => [before, after])).toEqual([
      ["два три", "два пять"],
      [null, "шесть"],
    ]);
    expect(changedLines(["а"], ["а"])).toEqual([]);
  });

  it("shows which words of a line changed", () => {
    expect(changedLines(["до 19.09.2025 г."], ["до 22.09.2025 г. включительно"])[0]?.words).toEqual([
      { kind: "same", text: "до " },
      { kind: "removed", text: "19" },
      { kind: "added", text: "22" },
      { kind: "same", text: ".09.2025 г." },
      { kind: "added", text: " включительно" },
    ]);
  });

  it("loses no sign of either text", () => {
    const line = fc.string({ unit: fc.constantFrom("а", "б", " ", ".", "1", "🙂") });
    fc.assert(
      fc.property(line, line, (before, after) => {
        const words = changedLines([before], [after]).flatMap((one) => one.words);
        const without = (kind: string): string =>
          words
            .filter((one) => one.kind !== kind)
            .map(({ text }) => text)
            .join("");
        expect(words.length === 0).toBe(before === after);
        if (words.length === 0) return;
        expect([without("added"), without("removed")]).toEqual([before, after]);
      }),
    );
  });
});
