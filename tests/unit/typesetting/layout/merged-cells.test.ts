import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block, TableCell, TableRow } from "../../../../src/paperwork/document/index.ts";
import { holdLines, type Layout, layoutFlow, type PlacedRule } from "../../../../src/typesetting/layout/index.ts";
import { writeDocx } from "../../../../src/typesetting/writers/docx/index.ts";
import { writePdf } from "../../../../src/typesetting/writers/pdf/index.ts";
import { docxParts, docxWords } from "../../../support/docx-text.ts";
import { pdfWords } from "../../../support/pdf-text.ts";
import { runs } from "../../../support/runs.ts";
import { fonts, linesOf, paragraph, type SmallModel, smallFlow, text, textOf } from "../../../support/small-flow.ts";

type Words = string | readonly [words: string, span: number, rows: number];

/** A row by the words of its cells; `[words, columns, rows]` is a merged one, 0 rows keep its place. */
function row(...cells: readonly Words[]): TableRow {
  const cell = (words: Words): TableCell => {
    const [own, span, rows] = typeof words === "string" ? ([words, 1, 1] as const) : words;
    return { paragraphs: rows === 0 ? [] : [text(own)], span, align: "left", ...(rows === 1 ? {} : { rows }) };
  };
  return { kind: "data", cells: cells.map(cell) };
}

function table(header: readonly TableRow[], rows: readonly TableRow[], rest: object = {}): Block {
  return { type: "table", caption: null, widths: null, header, rows, ...rest };
}

const HEAD = [
  row(["№", 1, 2], ["Мероприятие", 1, 2], ["Участники", 2, 1]),
  row(["", 1, 0], ["", 1, 0], "всего", "дети"),
];
const TABLE = table(HEAD, [row("1", ["Встреча", 1, 2], "5", "3"), row("2", ["", 1, 0], ["семь", 2, 1])], {
  rowHead: 2,
});

const lay = (blocks: readonly Block[], setup: SmallModel = {}): Layout => layoutFlow(smallFlow(blocks, setup), fonts);
const rulesOf = ({ pages }: Layout): PlacedRule[] =>
  pages.flatMap(({ items }) => items.filter((item): item is PlacedRule => item.type === "rule"));
/** Lowest rule of each page, pt. */
const feet = (layout: Layout): number[] =>
  layout.pages.map((_, page) =>
    Math.max(...rulesOf({ ...layout, pages: layout.pages.slice(page, page + 1) }).map(({ y2 }) => y2)),
  );
const docx = async (layout: Layout): Promise<string> =>
  docxParts(await writeDocx(layout.flow, fonts)).get("word/document.xml") ?? "";
const pdf = async (layout: Layout): Promise<string> =>
  Buffer.from(await writePdf(layout, layout.flow, fonts)).toString("latin1");
const long = (count: number): string => Array.from({ length: count }, (_, index) => `слово${index}`).join(" ");

describe("a table of a few short rows", () => {
  const lines = (count: number): Block[] => Array(count).fill(paragraph("Строка."));
  const rows = (count: number): TableRow[] => Array.from({ length: count }, (_, index) => row("1", `ряд${index}`));
  /** On how many sheets its rows stand, wherever on a sheet it begins. */
  const sheets = (body: readonly TableRow[], caption: string | null): number =>
    Math.max(
      ...[20, 22, 24, 26, 28].map((above) => {
        const { pages } = lay([...lines(above), table([row("а", "б")], body, { caption }), ...lines(20)]);
        return pages.filter((page) => linesOf({ pages: [page] }).some((one) => textOf(one).startsWith("ряд"))).length;
      }),
    );

  it("stands under its caption on one sheet; without a caption, with more rows or with more words it may part", () => {
    expect(sheets(rows(5), "Таблица")).toBe(1);
    expect(sheets(rows(5), null)).toBe(2);
    expect(sheets(rows(6), "Таблица")).toBe(2);
    expect(sheets([...rows(4), row(long(80), "ряд4")], "Таблица")).toBe(2);
  });
});

describe("a merged cell on the page", () => {
  it("has no rule through it, and its columns and rows stay where they are", () => {
    const layout = lay([TABLE]);
    const line = (part: string): { x: number; y: number } => {
      const found = linesOf(layout).find((one) => textOf(one) === part);
      return { x: found?.pieces[0]?.x ?? Number.NaN, y: found?.y ?? Number.NaN };
    };
    expect(line("семь").x).toBeCloseTo(line("5").x, 1);
    expect(line("2").y).toBeGreaterThan(line("1").y);
    const [upper, lower] = [line("1").y, line("2").y];
    const through = (x: number): PlacedRule[] =>
      rulesOf(layout).filter(({ x1, x2, y1, y2 }) => y1 === y2 && y1 > upper && y1 < lower && x1 <= x && x2 >= x);
    expect([through(line("1").x).length > 0, through(line("Встреча").x)]).toEqual([true, []]);
  });

  it("that is higher than its rows makes the last of them higher", () => {
    const words = long(60);
    const layout = lay([
      table(
        [row("а", "б")],
        [row(["один", 1, 3], words.slice(0, 5)), row(["", 1, 0], "2"), row(["", 1, 0], "3"), row("4", "5")],
      ),
    ]);
    const high = lay([
      table([row("а", "б")], [row("1", [words, 1, 3]), row("2", ["", 1, 0]), row("3", ["", 1, 0]), row("4", "5")], {
        widths: [1, 1],
      }),
    ]);
    const y = (of: Layout, part: string): number => linesOf(of).find((one) => textOf(one) === part)?.y ?? Number.NaN;
    expect(y(high, "3") - y(high, "2")).toBeCloseTo(y(layout, "3") - y(layout, "2"), 3);
    expect(y(high, "4") - y(high, "3")).toBeGreaterThan(100);
    const last = linesOf(high)
      .filter((one) => textOf(one).includes("слово"))
      .at(-1);
    expect(last?.y ?? Number.NaN).toBeLessThan(y(high, "4"));
  });

  it("keeps its rows on one page", () => {
    const rows = [row("1", ["Общее", 1, 4]), row("2", ["", 1, 0]), row("3", ["", 1, 0]), row("4", ["", 1, 0])];
    for (let count = 30; count < 48; count++) {
      const above = Array.from({ length: count }, (_, index) => row(`${index}`, "строка"));
      const layout = lay([table([row("а", "б")], [...above, ...rows, row("5", "конец")])]);
      const pages = ["Общее", "4"].map((part) =>
        layout.pages.findLastIndex((page) => linesOf({ pages: [page] }).some((one) => textOf(one) === part)),
      );
      expect(pages[0]).toBe(pages[1]);
    }
  });

  it("leaves no more than half a page empty below its rows, and no caption alone", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 25 }),
        fc.array(fc.integer({ min: 2, max: 60 }), { minLength: 2, maxLength: 6 }),
        (before, groups) => {
          const rows = groups.flatMap((count, group) =>
            Array.from({ length: count }, (_, index) =>
              row([`Округ ${group}`, 1, index === 0 ? count : 0], `школа ${index}`),
            ),
          );
          const block = table([row("Округ", "Школа")], rows, { caption: "Таблица" });
          const layout = lay([...Array(before).fill(paragraph("Строка.")), block]);
          const tops = layout.pages.map(({ items }) =>
            items.filter((item): item is PlacedRule => item.type === "rule"),
          );
          for (const [index, foot] of feet(layout).entries()) {
            if (index === layout.pages.length - 1) continue;
            const { heightPt } = layout.pages[index] ?? { heightPt: 0 };
            const words = linesOf({ ...layout, pages: layout.pages.slice(index, index + 1) });
            expect(Math.max(foot, ...words.map(({ y }) => y))).toBeGreaterThan(heightPt / 2 - 40);
            if (words.some((line) => textOf(line) === "Таблица")) expect(tops[index]?.length).toBeGreaterThan(0);
          }
        },
      ),
      { numRuns: runs(40, 500) },
    );
  });

  it("that no page can hold goes on over pages with its rows, and no word is lost or leaves the page", async () => {
    const count = 90;
    const rows = Array.from({ length: count }, (_, index) =>
      row(`строка${index}`, index === 0 ? [long(700), 1, count] : ["", 1, 0]),
    );
    const layout = lay([paragraph("Перед."), table([row("а", "б")], rows, { widths: [1, 1] }), paragraph("После.")]);
    expect(layout.pages.length).toBeGreaterThan(2);
    const placed = linesOf(layout).filter(({ owner }) => owner !== null);
    expect(
      placed
        .map(textOf)
        .join(" ")
        .match(/слово\d+/g),
    ).toEqual(long(700).split(" "));
    expect(
      placed
        .map(textOf)
        .join(" ")
        .match(/строка\d+/g),
    ).toHaveLength(count);
    expect(Math.max(...feet(layout).filter(Number.isFinite))).toBeLessThanOrEqual(((297 - 20) * 72) / 25.4 + 0.5);
    const words = await pdfWords(await writePdf(layout, layout.flow, fonts));
    expect([...words].sort()).toEqual([...docxWords(await writeDocx(layout.flow, fonts))].sort());
  });

  it("is one cell on each page that it goes over: no rule through it, its lines one below the other", () => {
    const group = fc.record({ words: fc.integer({ min: 1, max: 120 }), rows: fc.integer({ min: 20, max: 90 }) });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), group, (before, { words, rows: count }) => {
        const above = Array.from({ length: before }, (_, index) => row(`перед${index}`, "–"));
        const rows = Array.from({ length: count }, (_, index) =>
          row(`строка${index}`, index === 0 ? [long(words), 1, count] : ["", 1, 0]),
        );
        const layout = lay([table([row("а", "б")], [...above, ...rows], { widths: [1, 1] })]);
        for (const page of layout.pages) {
          const one = { ...layout, pages: [page] };
          const beside = linesOf(one).filter((line) => textOf(line).startsWith("строка"));
          const own = linesOf(one).filter((line) => textOf(line).includes("слово"));
          const [first, last] = [beside[0]?.y ?? 0, beside.at(-1)?.y ?? 0];
          const left = Math.max(...rulesOf(one).map(({ x1 }) => x1)) - 20;
          const through = rulesOf(one).filter(
            ({ x1, x2, y1, y2 }) => y1 === y2 && y1 > first && y1 < last && x1 <= left && x2 >= left,
          );
          expect(through).toEqual([]);
          expect(own.every(({ y }) => y >= first - 1)).toBe(true);
          const steps = own.slice(1).map(({ y }, index) => y - (own[index]?.y ?? 0));
          expect(Math.max(0, ...steps) - Math.min(...steps, 99)).toBeLessThan(0.01);
        }
      }),
      { numRuns: 25 },
    );
  });

  it("is parted in a DOCX only where its words go on over pages, at the word where the page ends", async () => {
    const cells = async (words: number): Promise<string[]> => {
      const rows = Array.from({ length: 120 }, (_, index) =>
        row(`строка${index}`, index === 0 ? [long(words), 1, 120] : ["", 1, 0]),
      );
      const layout = lay([table([row("а", "б")], rows, { widths: [1, 1] })]);
      const pages = layout.pages.map((page) =>
        linesOf({ pages: [page] })
          .map(textOf)
          .join(" ")
          .match(/слово\d+/g)
          ?.at(-1),
      );
      const xml = docxParts(await writeDocx(holdLines(layout, fonts), fonts)).get("word/document.xml") ?? "";
      const begun = [
        ...xml.matchAll(/<w:tc>(?:(?!<\/w:tc>).)*<w:vMerge w:val="restart"\/>(?:(?!<\/w:tc>).)*<\/w:tc>/gs),
      ];
      const ends = begun.map(
        ([cell]) =>
          cell
            .replace(/<[^>]+>/g, "")
            .match(/слово\d+/g)
            ?.at(-1) ?? "",
      );
      expect(ends).toEqual(pages.filter((word) => word !== undefined));
      return ends;
    };
    expect(await cells(40)).toEqual(["слово39"]);
    expect((await cells(500)).length).toBeGreaterThan(1);
  });

  it("loses no word and never crosses the foot of a page, whatever its height and place", () => {
    const cell = fc.record({ words: fc.integer({ min: 1, max: 400 }), rows: fc.integer({ min: 1, max: 60 }) });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 45 }), fc.array(cell, { minLength: 1, maxLength: 4 }), (before, spans) => {
        const rows = spans.flatMap(({ words, rows: count }, at) =>
          Array.from({ length: count }, (_, index) =>
            row(`р${at}.${index}`, index === 0 ? [long(words), 1, count] : ["", 1, 0]),
          ),
        );
        const above = Array.from({ length: before }, (_, index) => row(`перед${index}`, "–"));
        const layout = lay([table([row("а", "б")], [...above, ...rows], { widths: [1, 1] })]);
        const placed = linesOf(layout).filter(({ owner }) => owner !== null);
        const wanted = spans.flatMap(({ words }) => long(words).split(" "));
        expect(
          placed
            .map(textOf)
            .join(" ")
            .match(/слово\d+/g),
        ).toEqual(wanted);
        expect(Math.max(...placed.map(({ y }) => y), ...feet(layout))).toBeLessThanOrEqual(
          ((297 - 20) * 72) / 25.4 + 0.5,
        );
      }),
      { numRuns: 25 },
    );
  });
});

describe("a table in the files", () => {
  it("is merged in a DOCX, both rows of its head repeated", async () => {
    const xml = await docx(lay([TABLE]));
    const rows = [...xml.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([one]) => one);
    const cells = rows.map((one) =>
      [...one.matchAll(/<w:tcPr>(.*?)<\/w:tcPr>/gs)].map(([, properties = ""]) => properties),
    );
    expect(rows.map((one) => one.includes("<w:tblHeader/>"))).toEqual([true, true, false, false]);
    const marks = (properties: string): string =>
      (properties.match(/<w:(?:gridSpan|vMerge)[^>]*>/g) ?? []).join("").replace(/<w:|\/>|w:/g, "");
    expect(cells.map((one) => one.map(marks))).toEqual([
      ['vMerge val="restart"', 'vMerge val="restart"', 'gridSpan val="2"'],
      ["vMerge", "vMerge", "", ""],
      ["", 'vMerge val="restart"', "", ""],
      ["", "vMerge", 'gridSpan val="2"'],
    ]);
  });

  it("says in a PDF what heads a column and what a row, and how far its cells go", async () => {
    const file = await pdf(lay([{ ...TABLE, caption: "Таблица 1 – Встречи", number: "1", id: "meetings" } as Block]));
    const count = (part: string): number => file.split(part).length - 1;
    expect([
      count("/S /Table\n"),
      count("/S /THead\n"),
      count("/S /TBody\n"),
      count("/S /Caption\n"),
      count("/S /TR\n"),
    ]).toEqual([1, 1, 1, 1, 4]);
    expect([count("/S /TH\n"), count("/Scope /Column"), count("/Scope /Row"), count("/S /TD\n")]).toEqual([6, 5, 1, 5]);
    expect([count("/RowSpan 2"), count("/ColSpan 2"), count("/Summary")]).toEqual([3, 2, 0]);
  });

  it("has a number that a word processor counts, and references to it that follow", async () => {
    const reference: Block = {
      type: "paragraph",
      role: "text",
      inlines: [...text("В таблице "), { type: "reference", target: "meetings", text: "2.1" }],
    };
    const numbered = { ...TABLE, caption: "Таблица 2.1 – Встречи", number: "2.1", id: "meetings" } as Block;
    const xml = await docx(lay([reference, numbered]));
    const caption = /<w:p><w:pPr><w:pStyle w:val="caption"\/>.*?<\/w:p>/s.exec(xml)?.[0] ?? "";
    expect(caption.replace(/<[^>]*>/g, "")).toBe("Таблица 2. SEQ Таблица_2 \\* ARABIC 1 – Встречи");
    expect(caption).toMatch(
      /Таблица <\/w:t><\/w:r><w:bookmarkStart w:id="1" w:name="_Ref_1"\/>.*<w:bookmarkEnd w:id="1"\/>/,
    );
    expect(xml).toContain(" REF _Ref_1 \\h ");
  });

  it("gives in a DOCX the height that a merged cell makes in the head, which is repeated without its reckoning", async () => {
    const high = row([long(12), 1, 2], ["Участники", 2, 1]);
    const xml = await docx(
      lay([table([high, row(["", 1, 0], "всего", "дети")], [row("1", "5", "3")], { widths: [1, 4, 4] })]),
    );
    const low = await docx(lay([TABLE]));
    const heights = (of: string): number[] =>
      [...of.matchAll(/<w:trHeight w:val="(\d+)"/g)].map(([, twips]) => Number(twips));
    expect([heights(xml).length, heights(low)]).toEqual([1, []]);
    expect(heights(xml)[0]).toBeGreaterThan(500);
  });

  it("says in a DOCX whether its first column heads the rows", async () => {
    const look = async (rowHead: number): Promise<string | undefined> => {
      const xml = await docx(lay([table([row("а", "б")], [row("1", "2")], { rowHead })]));
      return /<w:tblLook w:val="(\w+)" w:firstRow="1" w:lastRow="0" w:firstColumn="(\d)"/.exec(xml)?.slice(1).join(" ");
    };
    expect([await look(1), await look(2)]).toEqual(["06A0 1", "0620 0"]);
  });

  it("that only places things says so, and the signatures of parties are read one after the other", async () => {
    const party = (name: string): { title: []; lines: []; post: []; name: ReturnType<typeof text>; seal: false } => ({
      title: [],
      lines: [],
      post: [],
      name: text(name),
      seal: false,
    });
    const parties: Block = {
      type: "parties",
      parties: ["Первый", "Второй"].map((name) => ({
        ...party(name),
        title: text(`${name} за`),
        lines: [text(`${name} адрес`)],
      })),
    };
    const layout = lay([parties]);
    expect(await docx(layout)).toContain('<w:tblLook w:val="0600" w:firstRow="0"');
    const file = await pdf(layout);
    // Structure elements stand in the file in the order in which they are read; each names the content that it holds.
    const order = [...file.matchAll(/\/S \/(?:P|Form)\n[\s\S]*?\/K \[([^\]]*)\]/g)].flatMap(([, kids = ""]) =>
      [...kids.replace(/\d+ 0 R/g, "").matchAll(/\d+/g)].map(([id]) => Number(id)),
    );
    expect(order).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    const words = await pdfWords(await writePdf(layout, layout.flow, fonts));
    expect(words.join(" ")).toMatch(/^Первый за Первый адрес .*Первый.*Второй за Второй адрес .*Второй/);
  });
});

describe("the caption of a figure", () => {
  const chart = (rest: object): Block => ({
    type: "chart",
    form: "bar",
    title: "Рисунок 1 – Месяцы",
    alt: "Число",
    unit: "",
    categories: ["май"],
    series: [{ name: "ч", values: [2] }],
    ...rest,
  });

  it("stands under it with a number, over it without one, and is never parted from it", () => {
    for (let count = 20; count < 34; count++) {
      const layout = lay([...Array.from({ length: count }, () => paragraph("Строка.")), chart({ number: "1" })]);
      const items = layout.pages.flatMap((page, at) => page.items.map((item) => ({ item, at })));
      const figure = items.findIndex(({ item }) => item.type === "chart");
      const caption = items.findIndex(({ item }) => item.type === "line" && textOf(item).startsWith("Рисунок"));
      expect([caption > figure, items[caption]?.at]).toEqual([true, items[figure]?.at]);
    }
    const plain = lay([chart({ title: "Месяцы" })]).pages[0]?.items.map(({ type }) => type);
    expect(plain).toEqual(["line", "chart"]);
  });
});
