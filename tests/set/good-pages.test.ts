import { beforeAll, describe, expect, it } from "vitest";
import { type LaidSample, laidSample } from "../support/laid-sample.ts";
import { linesOf, textOf } from "../support/small-flow.ts";

describe.each(["sample", "second"] as const)("pages of the %s set", (name) => {
  let documents: readonly LaidSample[];
  beforeAll(async () => {
    documents = await laidSample(name);
  }, 120_000);

  it("tear no word: a line ends inside one only with a hyphen", () => {
    const torn = documents.flatMap(({ title, layout }) =>
      linesOf(layout)
        .filter(({ continues, pieces }) => continues && pieces.at(-1)?.hyphen !== true)
        .map((line) => `${title}: ${textOf(line)}|`),
    );
    expect(torn).toEqual([]);
  });
});
