import { expect, it } from "vitest";
import { settleEngine } from "../../src/cli/engine-settings.ts";

it("leaves patterns working that were used before", () => {
  const text = `${"x".repeat(50)}бб7 a5`;
  const patterns = Array.from({ length: 200 }, (_, index) => new RegExp(`(?<!\\p{L})a${index}|б+${index}`, "gu"));
  const found = (): number[] => patterns.map((pattern) => [...text.matchAll(pattern)].length);
  const before = found();
  settleEngine();
  for (let round = 0; round < 20; round++) expect(found()).toEqual(before);
  expect(patterns.filter((pattern) => text.replace(pattern, "") !== text)).toHaveLength(2);
});
