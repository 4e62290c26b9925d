import { beforeAll, describe, expect, it } from "vitest";
import type { PlacedLine } from "../../src/typesetting/layout/index.ts";
import { type LaidSample, laidSample } from "../support/laid-sample.ts";
import { isTorn, linesOf, textOf } from "../support/small-flow.ts";

/** How wide the spaces of a piece are, in times their own width. */
function spacesOf({ face, sizePt, spacing }: PlacedLine["pieces"][number]): number {
  return 1 + (spacing * 1000) / (face.widthOf(" ") * sizePt);
}

describe.each(["sample", "second"] as const)("pages of the %s set", (name) => {
  let documents: readonly LaidSample[];
  beforeAll(async () => {
    documents = await laidSample(name);
  });

  it("tear no word: a line ends inside one only with a hyphen", () => {
    const torn = documents.flatMap(({ title, layout }) =>
      linesOf(layout)
        .filter(isTorn)
        .map((line) => `${title}: ${textOf(line)}|`),
    );
    expect(torn).toEqual([]);
  });

  it("have few lines with holes in them", () => {
    const justified = documents.flatMap(({ title, layout }) =>
      linesOf(layout)
        .filter(({ pieces }) => pieces.some(({ spacing }) => spacing > 0))
        .map((line) => ({ widest: Math.max(...line.pieces.map(spacesOf)), words: `${title}: ${textOf(line)}` })),
    );
    expect(justified.length).toBeGreaterThan(700);
    expect(justified.filter(({ widest }) => widest > 3).length / justified.length).toBeLessThan(0.06);
    expect(justified.filter(({ widest }) => widest > 12).map(({ words }) => words)).toEqual([]);
  });

  it("show no total apart from the rows that it is of", () => {
    const alone = documents.flatMap(({ title, layout }) =>
      layout.pages
        .map((page) => linesOf({ pages: [page] }).flatMap(({ owner }) => owner?.style ?? []))
        .filter((styles) => {
          const total = styles.findIndex((style) => style.startsWith("cell-total"));
          return total !== -1 && !/^cell(?:-center|-right)?$/.test(styles[total - 1] ?? "");
        })
        .map(() => title),
    );
    expect(alone).toEqual([]);
  });

  it("show the signatures of a contract below a clause of it, those of its annex below a line that names it", () => {
    const alone = documents.flatMap(({ title, layout }) =>
      layout.pages
        .map((page) => ({ annex: page.section > 0, lines: linesOf({ pages: [page] }) }))
        .filter(({ lines }) => lines.some(({ owner }) => owner?.style === "party-title"))
        .filter(({ annex, lines }) => {
          const named = (line: PlacedLine): boolean => textOf(line).startsWith("Подписи Сторон под приложением");
          return !lines.some((line) => (annex ? named(line) : line.owner?.role === "clause"));
        })
        .map(() => title),
    );
    expect(alone).toEqual([]);
  });
});

describe("orders of the sample", () => {
  let documents: readonly LaidSample[];
  beforeAll(async () => {
    documents = await laidSample("sample");
  });

  it.each(["11-ОД", "91-ОД", "112-ОД", "131-ОД"])("%s takes one sheet without its annex", (number) => {
    const order = documents.find(({ kind, layout }) => kind === "order-general" && layout.flow.meta.number === number);
    expect(order?.layout.pages.filter(({ section }) => section === 0)).toHaveLength(1);
  });
});
