import { describe, expect, it } from "vitest";
import { corpusDocument } from "../../conformance/corpus/document.ts";
import { composeFlow } from "../../src/typesetting/flow/index.ts";
import { measureIn } from "../../src/typesetting/fonts/index.ts";
import { layoutFlow, type PlacedLine } from "../../src/typesetting/layout/index.ts";
import { fonts, isTorn, linesOf, smallProfile, textOf } from "../support/small-flow.ts";

/** Documents of random words, tables of up to nine columns of given widths among them. */
const DOCUMENTS = 60;

/** A line and the one behind it in its paragraph. */
type Pair = { readonly here: PlacedLine; readonly next: PlacedLine; readonly document: number };

function pairs(): Pair[] {
  return Array.from({ length: DOCUMENTS }, (_, document) => {
    const model = corpusDocument(1, document);
    const { profile: standard, variant } = model.meta;
    const flow = composeFlow(model, {
      profile: smallProfile({ standard, variant }),
      measure: measureIn(fonts),
      code: null,
    });
    const lines = linesOf(layoutFlow(flow, fonts)).filter(({ owner }) => owner !== null);
    return lines.flatMap((here, index): Pair[] => {
      const next = lines[index + 1];
      return next?.owner === here.owner && next !== undefined ? [{ here, next, document }] : [];
    });
  }).flat();
}

describe("lines of made-up documents", () => {
  const all = pairs();
  const shown = ({ here, next, document }: Pair): string => `${document}: ${textOf(here)}|${textOf(next)}`;

  it("end inside a word only with a hyphen, but where a column has no room for two letters and one", () => {
    const torn = all.filter(({ here }) => isTorn(here) && /\p{Script=Cyrillic}/u.test(textOf(here)));
    expect(torn.filter(({ here }) => textOf(here).length > 5).map(shown)).toEqual([]);
    expect(torn.length / all.length).toBeLessThan(0.002);
  });

  it("part no number of a document, no range and no initials outside a table", () => {
    const outside = all.filter(({ here: { owner } }) => owner?.style.startsWith("cell") === false);
    expect(outside.length).toBeGreaterThan(2000);
    const parted = outside.filter(
      (pair) =>
        /(?:\d[-–]|№|\s\p{Lu}\.)$/u.test(textOf(pair.here)) && /^[\s\u00a0]?[\d\p{Lu}]/u.test(textOf(pair.next)),
    );
    expect(parted.map(shown)).toEqual([]);
  });
});
