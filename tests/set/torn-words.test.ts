import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { corpusDocument } from "../../conformance/corpus/document.ts";
import type { TableBlock, TableRow } from "../../src/paperwork/document/index.ts";
import { composeFlow, type FlowTable } from "../../src/typesetting/flow/index.ts";
import { measureIn } from "../../src/typesetting/fonts/index.ts";
import { layoutFlow, type PlacedLine } from "../../src/typesetting/layout/index.ts";
import { fonts, isTorn, linesOf, paragraph, smallFlow, smallProfile, textOf } from "../support/small-flow.ts";

/** Documents of random words, tables of up to nine columns of given widths among them. */
const DOCUMENTS = 60;

/** A line and the one behind it in its paragraph. */
type Pair = { readonly here: PlacedLine; readonly next: PlacedLine; readonly document: number };

/** Those with a table that has no room for what is not parted are refused. */
let refused = 0;

function pairs(): Pair[] {
  return Array.from({ length: DOCUMENTS }, (_, document) => {
    const model = corpusDocument(1, document);
    const { profile: standard, variant } = model.meta;
    const flow = composeFlow(model, {
      profile: smallProfile({ standard, variant }),
      measure: measureIn(fonts),
      code: null,
    });
    const layout = layoutFlow(flow, fonts);
    if (layout.diagnostics.some(({ code }) => code === "TRC5003")) {
      refused++;
      return [];
    }
    const lines = linesOf(layout).filter(({ owner }) => owner !== null);
    return lines.flatMap((here, index): Pair[] => {
      const next = lines[index + 1];
      return next?.owner === here.owner && next !== undefined ? [{ here, next, document }] : [];
    });
  }).flat();
}

describe("lines of made-up documents", () => {
  const all = pairs();
  const shown = ({ here, next, document }: Pair): string => `${document}: ${textOf(here)}|${textOf(next)}`;

  it("end inside a word only with a hyphen, in no figure, no date and no number", () => {
    expect(all.filter(({ here }) => isTorn(here)).map(shown)).toEqual([]);
    expect(refused).toBeLessThan(DOCUMENTS / 20);
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

const two = fc.integer({ min: 10, max: 28 });
/** What is never parted, as it is printed. */
const WHOLE = fc.oneof(
  fc.tuple(two, fc.constantFrom("01", "09", "12")).map(([day, month]) => `${day}.${month}.2025`),
  fc.tuple(two, fc.constantFrom("ОД", "ОД/2", "ТРЦ")).map(([number, index]) => `${number}/2025-${index}`),
  fc.integer({ min: 0, max: 99_999 }).map(String),
  fc.tuple(two, two).map(([thousands, hundreds]) => `${thousands}\u00a0${100 + hundreds},${hundreds}`),
  fc.integer({ min: 1, max: 999 }).map((number) => `${number}-ОД`),
  fc.constantFrom("5–6", "МБОУ", "ФГОС", "взгляд", "класс"),
);
const PARTED = fc.constantFrom(
  "высококвалифицированных",
  "Константинопольская-Преображенская",
  "здоровьесберегающее",
  "материально-техническое",
  "12.09.2025–15.10.2025",
  "https://shkola-primernaya.example.org/dokumenty/2025",
  "konstantin@example.org",
  "организация",
);
const CELL = fc
  .array(fc.oneof({ weight: 3, arbitrary: WHOLE }, { weight: 2, arbitrary: PARTED }), { minLength: 1, maxLength: 3 })
  .map((words) => words.join(" "));
const TABLE = fc
  .integer({ min: 2, max: 16 })
  .chain((columns) =>
    fc.tuple(
      fc.array(fc.array(CELL, { minLength: columns, maxLength: columns }), { minLength: 2, maxLength: 3 }),
      fc.option(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: columns, maxLength: columns })),
    ),
  );

type Made = readonly [readonly (readonly string[])[], readonly number[] | null];

function blockOf([[head = [], ...rows], widths]: Made): TableBlock {
  const row = (cells: readonly string[]): TableRow => ({
    kind: "data",
    cells: cells.map((text) => ({ paragraphs: [[{ type: "text", text }]], span: 1, align: "left" })),
  });
  return { type: "table", caption: null, widths, header: [row(head)], rows: rows.map(row) };
}

function tableOf(made: Made) {
  const flow = smallFlow([blockOf(made)], { standard: "gost-2016", variant: "sheet" });
  return { flow, table: flow.sections[0]?.blocks[0] as FlowTable, layout: layoutFlow(flow, fonts) };
}

describe("tables without room", () => {
  it("part nothing without a hyphen and no figure at all, or are refused", () => {
    let refused = 0;
    fc.assert(
      fc.property(TABLE, (made) => {
        const { flow, table, layout } = tableOf(made);
        const { leastSizePt, leastPaddingMm } = flow.profile.table;
        expect(table.columnsMm.reduce((sum, width) => sum + width, 0)).toBeCloseTo(165, 6);
        expect(table.paddingMm).toBeGreaterThanOrEqual(leastPaddingMm);
        const sizes = table.rows.flatMap(({ cells }) =>
          cells.flatMap(({ paragraphs }) => paragraphs.map((one) => one.sizePt ?? leastSizePt)),
        );
        expect(Math.min(...sizes)).toBeGreaterThanOrEqual(leastSizePt);
        if (layout.diagnostics.length > 0) {
          expect(layout.diagnostics.map(({ code, severity }) => [code, severity])).toEqual([["TRC5003", "error"]]);
          expect(table.columnsMm.length).toBeGreaterThan(7);
          expect(sizes).toContain(leastSizePt);
          refused++;
          return;
        }
        expect(linesOf(layout).filter(isTorn).map(textOf)).toEqual([]);
      }),
      { numRuns: 150, seed: 13 },
    );
    expect(refused).toBeGreaterThan(0);
    expect(refused).toBeLessThan(75);
  });

  it("make padding smaller before letters, and letters before syllables", () => {
    const months = "Январь Февраль Март Апрель Май Июнь Июль Август Сентябрь Октябрь Ноябрь".split(" ");
    const looks = [5, 8, 9, 10, 11].map((count) => {
      const head = ["№", "Фамилия", ...months.slice(0, count)];
      const { table } = tableOf([[head, head.map(() => "125 000")], null]);
      return [table.paddingMm, table.rows[0]?.cells[0]?.paragraphs[0]?.sizePt];
    });
    expect(looks).toEqual([
      [1.5, undefined],
      [1.5, undefined],
      [0.7, undefined],
      [0.7, 10.5],
      [0.7, 9.5],
    ]);
  });

  it("are refused by the words that have no room, at the words of their head", () => {
    const head = ["Количество участников", ...Array.from({ length: 19 }, () => "№")];
    const { layout } = tableOf([[head, head.map(() => "12.09.2025")], null]);
    expect(layout.diagnostics).toMatchObject([
      {
        code: "TRC5003",
        message: { ru: "В таблице нет места: «12.09.2025». Граф – 20" },
        actual: "Количество участников",
      },
    ]);
  });

  it("are found by what no other table of the document holds", () => {
    const wide = (first: string, value: string): Made => {
      const head = [first, ...Array.from({ length: 19 }, () => "№")];
      return [[head, head.map(() => value)], null];
    };
    const narrow: Made = [
      [
        ["Количество участников", "Дата"],
        ["5", "6"],
      ],
      null,
    ];
    const wordsOf = (made: readonly Made[]): (string | undefined)[] =>
      layoutFlow(smallFlow(made.map(blockOf), { standard: "gost-2016", variant: "sheet" }), fonts).diagnostics.map(
        ({ actual }) => actual,
      );
    expect(wordsOf([narrow, wide("Количество участников", "12.09.2025")])).toEqual(["№"]);
    expect(wordsOf([narrow, [[["Дата"], ["№"]], null], wide("Количество участников", "12.09.2025")])).toEqual([
      "12.09.2025",
    ]);
  });
});

describe("a word that is wider than its line", () => {
  it.each([
    ["a figure", "1234567890".repeat(15), ["TRC5004"]],
    ["a word without Russian syllables", "abcdefghij".repeat(15), ["TRC5004"]],
    ["a row of signs", "_".repeat(150), []],
    ["a row of stops", ".".repeat(300), []],
    ["a word of Russian", "переосвидетельствование".repeat(9), []],
  ])("is not torn in running text without a finding: %s", (_, long, codes) => {
    const layout = layoutFlow(smallFlow([paragraph(`Слово ${long} и слово.`)]), fonts);
    expect(layout.diagnostics.map(({ code, actual }) => [code, actual])).toEqual(codes.map((code) => [code, long]));
    if (codes.length === 0) expect(linesOf(layout).map(textOf).join("")).toContain(long.slice(0, 12));
  });
});
