import { describe, expect, it } from "vitest";
import { clerkMistakes } from "../support/clerk-mistakes.ts";
import { FaultBase } from "../support/fault-base.ts";
import { runs } from "../support/runs.ts";

const base = new FaultBase("content");
const TODAY = "2026-12-31";

/** Shares that were reached, in hundredths; what is left is right by the records alone: another date, another school, another word. */
const REACHED = { "a slip of the fingers": 90, "any mistake": 68 };
const FINGERS = [
  "a letter lost",
  "letters swapped",
  "a letter twice",
  "a word twice",
  "a quote left open",
  "hours swapped",
];

describe("mistakes of a clerk, made at random in the sample", () => {
  it("are found at their line as often as before", () => {
    const tried = clerkMistakes(base, runs(68, 1020), 16).map((mistake) => {
      const lines = (base.texts.get(mistake.file) ?? "").split("\n");
      lines[mistake.line - 1] = mistake.to;
      const found = base.check({ [mistake.file]: lines.join("\n") }, TODAY);
      const right = found.some(
        ({ place }) =>
          place?.file === `content/${mistake.file}` &&
          place.start.line <= mistake.line &&
          place.end.line >= mistake.line,
      );
      return { ...mistake, right };
    });
    const share = (list: typeof tried): number => (100 * list.filter(({ right }) => right).length) / list.length;
    const fingers = tried.filter(({ way }) => FINGERS.includes(way));
    expect(share(fingers)).toBeGreaterThanOrEqual(REACHED["a slip of the fingers"]);
    expect(share(tried)).toBeGreaterThanOrEqual(REACHED["any mistake"]);
  });
});
