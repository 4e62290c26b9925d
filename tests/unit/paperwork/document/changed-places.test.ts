import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changedPlaces as shown, wordChanges } from "../../../../src/paperwork/document/index.ts";

const changedPlaces = (before: readonly string[], after: readonly string[]) => shown(wordChanges(before, after));

describe("changedPlaces", () => {
  it("shows a changed word among its neighbours", () => {
    expect(
      changedPlaces(["1. Разместить план на сайте до 19.09.2025."], ["1. Разместить план на сайте до 22.09.2025."]),
    ).toEqual({ places: ["на сайте до [19.09.2025. → 22.09.2025.]"], more: 0 });
  });

  it("reports what was added and what is gone", () => {
    expect(changedPlaces(["а б в"], ["а б г в"]).places).toEqual(["а б [+ г] в"]);
    expect(changedPlaces(["а б г в"], ["а б в"]).places).toEqual(["а б [– г] в"]);
  });

  it("names six places at most and counts the rest", () => {
    const words = (mark: string): string[] => [
      Array.from({ length: 8 }, (_, index) => `раз два три четыре пять ${mark}${index}`).join(" "),
    ];
    const reported = changedPlaces(words("а"), words("б"));
    expect(reported.places).toHaveLength(6);
    expect(reported.more).toBe(2);
  });

  it("is empty exactly when the words are the same, however they are parted into lines", () => {
    const word = fc.constantFrom("а", "б", "в");
    fc.assert(
      fc.property(fc.array(word), fc.array(word), (before, after) => {
        const same = before.join(" ") === after.join(" ");
        expect(changedPlaces([before.join(" ")], after).places.length === 0).toBe(same);
      }),
    );
  });
});
