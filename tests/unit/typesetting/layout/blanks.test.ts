import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Block, documentLines, type Inline } from "../../../../src/paperwork/document/index.ts";
import type { FlowTable } from "../../../../src/typesetting/flow/index.ts";
import { holdLines, type Layout, type LinePiece, layoutFlow } from "../../../../src/typesetting/layout/index.ts";
import { writeDocx } from "../../../../src/typesetting/writers/docx/index.ts";
import { writePdf } from "../../../../src/typesetting/writers/pdf/index.ts";
import { docxParts, docxWords } from "../../../support/docx-text.ts";
import { pdfTags } from "../../../support/pdf-tags.ts";
import { pdfWords } from "../../../support/pdf-text.ts";
import { readAloud } from "../../../support/read-aloud.ts";
import { runs } from "../../../support/runs.ts";
import { fonts, linesOf, smallFlow, smallModel, text } from "../../../support/small-flow.ts";

const MM = 72 / 25.4;
const LEFT = 30 * MM;
const RIGHT = 195 * MM;

const word = (value: string): Inline => ({ type: "text", text: value });
const blank = (widthMm?: number, label?: string): Inline => ({
  type: "blank",
  ...(widthMm !== undefined && { widthMm }),
  ...(label !== undefined && { label }),
});
const line = (...inlines: Inline[]): Block => ({ type: "paragraph", role: "flush", inlines });
const layOut = (...blocks: Block[]): Layout => layoutFlow(smallFlow(blocks), fonts);
const blanksOf = (layout: Layout): LinePiece[] =>
  linesOf(layout).flatMap(({ pieces }) => pieces.filter((piece) => piece.blank !== undefined));
const endOf = (piece: LinePiece | undefined): number => (piece?.x ?? 0) + (piece?.blank?.widthPt ?? 0);
const docx = async (layout: Layout): Promise<string> =>
  docxParts(await writeDocx(holdLines(layout, fonts), fonts)).get("word/document.xml") ?? "";

describe("a line to fill in", () => {
  it("goes on up to the margin, or is as long as it is said; several share what is left", () => {
    const [whole, short, rest, one, other] = blanksOf(
      layOut(
        line(word("Цель: "), blank()),
        line(word("№ "), blank(30), word(" от "), blank()),
        line(word("Начат: "), blank(), word(" Окончен: "), blank()),
      ),
    );
    expect(endOf(whole)).toBeCloseTo(RIGHT, 1);
    expect(short?.blank?.widthPt).toBeCloseTo(30 * MM, 3);
    expect(endOf(rest)).toBeCloseTo(RIGHT, 1);
    expect(endOf(other)).toBeCloseTo(RIGHT, 1);
    expect(one?.blank?.widthPt).toBeCloseTo(other?.blank?.widthPt ?? 0, 5);
  });

  it("is an underlined tab in a control with a name, and no character of the text", async () => {
    const body = await docx(layOut(line(word("Цель: "), blank()), line(word("Место "), blank(40), word(" и время"))));
    expect(body).not.toContain("_</w:t>");
    expect(body).not.toMatch(/<w:t[^>]*>[^<]*_/);
    expect(body).toContain('<w:tabs><w:tab w:val="right" w:pos="9355"/></w:tabs>');
    expect(body.match(/<w:alias w:val="место для записи"\/><w:id w:val="\d+"\/>/g)).toHaveLength(2);
    expect(new Set(body.match(/<w:id w:val="\d+"/g)).size).toBe(2);
    expect(body.match(/<w:u w:val="single"\/><\/w:rPr><w:tab\/>/g)).toHaveLength(2);
  });

  it("has its words under it, where they stand in the text and in the tree", async () => {
    const block = line(word("Руководитель: "), blank(35, "(подпись)"), word(" "), blank(undefined, "(фамилия)"));
    const layout = layOut(block);
    const [sign, name] = blanksOf(layout);
    expect(sign?.blank?.widthPt).toBeCloseTo(35 * MM, 0);
    expect(endOf(name)).toBeCloseTo(RIGHT, 0);
    const under = linesOf(layout).find(({ pieces }) => pieces.some((piece) => piece.text === "(фамилия)"));
    const middle = (under?.pieces[0]?.x ?? 0) + ((fonts.regular.widthOf("(фамилия)") / 1000) * 9) / 2;
    expect(middle).toBeCloseTo(((name?.x ?? 0) + endOf(name)) / 2, 0);
    expect(documentLines(smallModel([block]))).toEqual(["Руководитель: ____ (подпись) ____ (фамилия)"]);
    const words = ["Руководитель:", "(подпись)", "(фамилия)"];
    expect(await pdfWords(await writePdf(layout, layout.flow, fonts))).toEqual(words);
    expect(docxWords(await writeDocx(holdLines(layout, fonts), fonts))).toEqual(words);
  });

  it("stands below words that leave no room beside them, and at the right or in the middle where its paragraph does", () => {
    const long = line(word("Слово ".repeat(14)), blank(undefined, "(подпись)"));
    const [own] = blanksOf(layOut(long));
    expect(own?.x).toBeCloseTo(LEFT, 1);
    expect(endOf(own)).toBeCloseTo(RIGHT, 1);
    const at = (role: "right" | "center", label?: string): LinePiece | undefined =>
      blanksOf(layOut({ type: "paragraph", role, inlines: [blank(60, label)] }))[0];
    for (const label of [undefined, "(подпись)"]) {
      expect(endOf(at("right", label))).toBeCloseTo(RIGHT, 0);
      expect((at("center", label)?.x ?? 0) + endOf(at("center", label))).toBeCloseTo(LEFT + RIGHT, 0);
    }
  });

  it("is read as a field for print by what it is for", async () => {
    const layout = layOut(line(word("Цель: "), blank()), {
      type: "signature",
      post: [text("Директор")],
      name: text("А.Б. Примерова"),
      seal: false,
    });
    const file = await writePdf(layout, layout.flow, fonts);
    expect(
      readAloud(await pdfTags(file))
        .split("\n")
        .slice(1, -1),
    ).toEqual(["Цель: [место для записи]", "Директор", "[место для подписи]", "А.Б. Примерова"]);
    expect(
      Buffer.from(file)
        .toString("latin1")
        .match(/\/O \/PrintField\n\/Role \/tv/g),
    ).toHaveLength(2);
  });

  it("leaves the words behind it a hair of room, and the edge to itself only where it ends its paragraph", async () => {
    const layout = layOut(
      line(word("Сумма "), blank(), word(" рублей")),
      line(word("слово ".repeat(10)), blank(), word(` ${"слово ".repeat(10)}`), blank()),
      line(blank(250), word(" слово")),
    );
    const [sum, inside, last, wide] = blanksOf(layout);
    const roubles = (fonts.regular.widthOf(" рублей") / 1000) * 14;
    expect(endOf(sum) + roubles).toBeCloseTo(RIGHT - 1, 1);
    for (const one of [inside, wide]) expect(endOf(one)).toBeLessThan(RIGHT - 0.9);
    expect(endOf(last)).toBeCloseTo(RIGHT, 1);
    expect((await docx(layout)).match(/<w:tab w:val="right"/g)).toHaveLength(1);
  });

  it("ends at its tab in a footnote too", async () => {
    const note = { type: "footnote", text: "¹", number: 1, note: [word("Цель: "), blank()] } as const;
    const layout = layOut({ type: "paragraph", role: "text", inlines: [word("слово"), note] });
    const parts = docxParts(await writeDocx(holdLines(layout, fonts), fonts));
    expect(parts.get("word/footnotes.xml")).toContain('<w:tabs><w:tab w:val="right" w:pos="9355"/></w:tabs>');
  });

  it("is not longer than its column, and narrow columns hold it", () => {
    const cells = [[blank(200)], [word("слово")]].map((inlines) => ({
      paragraphs: [inlines],
      span: 1,
      align: "center" as const,
    }));
    const layout = layOut(line(blank(250)), {
      type: "table",
      caption: null,
      widths: [1, 4],
      header: [],
      rows: [{ kind: "data", cells }],
    });
    const [wide, narrow] = blanksOf(layout);
    expect(endOf(wide)).toBeCloseTo(RIGHT, 1);
    expect(narrow?.blank?.widthPt).toBeLessThan(33 * MM);
  });

  it("is not taken by the words that go on below it, nor does the line above it end twice", async () => {
    const body = await docx(layOut(line(word("Цель "), blank(250), word(" и задачи работы"))));
    expect(body).toContain('<w:tabs><w:tab w:val="left" w:pos="9335"/></w:tabs>');
    const full = await docx(layOut(line(word("слово ".repeat(12)), blank(30), word(" и время"))));
    expect(full).toMatch(/слово<\/w:t><\/w:r><w:r><w:br\/>/);
  });

  it.each([
    ["a line longer than the column", [word("Слово "), blank(25, "(подпись)"), word(" конец "), blank(240)]],
    ["more lines than there is room for", [1, 2, 3, 4].flatMap(() => [blank(60, "(подпись)"), word(" ")])],
    ["long words between lines", [blank(80, "(подпись)"), word(" слово".repeat(30)), blank(80, "(подпись)")]],
  ])("does not run out of the column beside lines with words under them: %s", async (_, inlines) => {
    const layout = layOut(line(...inlines));
    const drawn = blanksOf(layout);
    expect(drawn).toHaveLength(inlines.filter(({ type }) => type === "blank").length);
    for (const piece of drawn) expect(endOf(piece)).toBeLessThan(RIGHT + 0.1);
    const widths = [...(await docx(layout)).matchAll(/<w:tblW w:type="dxa" w:w="(\d+)"/g)].map(([, own]) =>
      Number(own),
    );
    expect(Math.max(...widths) / 20).toBeLessThan(RIGHT - LEFT + 0.1);
    const words = await pdfWords(await writePdf(layout, layout.flow, fonts));
    expect(docxWords(await writeDocx(holdLines(layout, fonts), fonts))).toEqual(words);
  });

  it("ends in a DOCX where it ends on the page, whatever stops other lines of its paragraph have", async () => {
    const part = fc.oneof(
      { weight: 3, arbitrary: fc.string({ unit: fc.constantFrom("а", "е", "т", "ш"), minLength: 1, maxLength: 12 }) },
      fc.record({ widthMm: fc.integer({ min: 5, max: 120 }) }),
      fc.constant({}),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { minLength: 1, maxLength: 30 }), async (parts) => {
        const inlines = parts.flatMap((one): Inline[] => [
          typeof one === "string" ? word(one) : { type: "blank", ...one },
          word(" "),
        ]);
        const layout = layOut({ type: "paragraph", role: "text", inlines });
        const xml = /<w:p>[\s\S]*?<\/w:p>/.exec(await docx(layout))?.[0] ?? "";
        const stops = [...xml.matchAll(/<w:tab w:val="(?:left|right)" w:pos="(\d+)"/g)].map(
          ([, at]) => Number(at) / 20,
        );
        const tabs = [...xml.matchAll(/<w:u w:val="single"\/><\/w:rPr>((?:<w:tab\/>)+)/g)].map(
          ([, run = ""]) => run.length / "<w:tab/>".length,
        );
        const drawn = blanksOf(layout);
        expect(tabs).toHaveLength(drawn.length);
        for (const [index, piece] of drawn.entries()) {
          const from = piece.x - LEFT;
          const end = stops.filter((stop) => stop > from + 0.5)[(tabs[index] ?? 0) - 1] ?? 0;
          expect(Math.abs(end - (endOf(piece) - LEFT))).toBeLessThan(0.6);
        }
      }),
      { numRuns: runs(40, 1000) },
    );
  });

  it("does not vanish beside others in a narrow cell: they give alike, or go on below, and nothing leaves the cell", async () => {
    const part = fc.oneof(
      { weight: 2, arbitrary: fc.constantFrom(".", ", ", " ", "№\u00a0", "(", ")", "г.", " дата ", "серия ") },
      fc.record({ widthMm: fc.integer({ min: 3, max: 90 }) }),
      fc.constant({}),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(part, { minLength: 1, maxLength: 9 }),
        fc.integer({ min: 1, max: 12 }),
        async (parts, share) => {
          const inlines = parts.map((one): Inline => (typeof one === "string" ? word(one) : { type: "blank", ...one }));
          const cell = (own: readonly Inline[]) => ({ paragraphs: [own], span: 1, align: "left" as const });
          const cells = [cell(inlines), cell([word("слово")])];
          const rows = [{ kind: "data" as const, cells }];
          const layout = layOut({ type: "table", caption: null, widths: [share, 12], header: [], rows });
          const table = layout.flow.sections[0]?.blocks[0] as FlowTable;
          const { paddingMm } = table;
          const edge = 30 * MM + ((table.columnsMm[0] ?? 0) - paddingMm) * MM;
          const drawn = blanksOf(layout);
          const own = inlines.filter((one) => one.type === "blank");
          expect(drawn).toHaveLength(own.length);
          for (const [index, piece] of drawn.entries()) {
            const { widthMm = Number.POSITIVE_INFINITY } = own[index] as { readonly widthMm?: number };
            expect(piece.blank?.widthPt).toBeGreaterThan(Math.min(2 * piece.sizePt, widthMm * MM) - 0.1);
            expect(piece.blank?.widthPt).toBeLessThan(Math.min(widthMm * MM, edge - LEFT) + 0.1);
          }
          for (const { pieces } of linesOf(layout).filter(({ owner }) =>
            owner?.runs.some(({ type }) => type === "blank"),
          ))
            for (const piece of pieces) {
              const width = piece.blank?.widthPt ?? (piece.face.widthOf(piece.text.trimEnd()) * piece.sizePt) / 1000;
              expect(piece.x + width).toBeLessThan(edge + 0.1);
            }
          const words = await pdfWords(await writePdf(layout, layout.flow, fonts));
          expect(docxWords(await writeDocx(holdLines(layout, fonts), fonts)).join("")).toBe(words.join(""));
        },
      ),
      { numRuns: runs(60, 1500) },
    );
  });

  it("gives where it is too long for its cell, and only the long ones do", () => {
    const narrow = (...inlines: Inline[]): LinePiece[] => {
      const cells = [inlines, [word("слово")]].map((own) => ({ paragraphs: [own], span: 1, align: "left" as const }));
      const rows = [{ kind: "data" as const, cells }];
      return blanksOf(layOut({ type: "table", caption: null, widths: [1, 1], header: [], rows }));
    };
    const widths = (pieces: readonly LinePiece[]): number[] => pieces.map((piece) => (piece.blank?.widthPt ?? 0) / MM);
    const glue = word("\u00a0");
    const glueMm = ((fonts.regular.widthOf("\u00a0") / 1000) * 12) / MM;
    const [column = 0] = widths(narrow(blank()));
    const both = column - 10 - glueMm;
    for (const [found, meant] of [
      [narrow(blank(10), glue, blank(200)), [10, both]],
      [narrow(blank(200), glue, blank(10)), [both, 10]],
      [narrow(blank(200), glue, blank(150)), [(column - glueMm) / 2, (column - glueMm) / 2]],
      [narrow(blank(200), glue, blank(10), glue, blank(150)), [(both - glueMm) / 2, 10, (both - glueMm) / 2]],
      [narrow(blank(30), glue, blank(10), glue, blank(150)), [30, 10, both - glueMm - 30]],
    ] as const)
      expect(widths(found).map((one) => one.toFixed(6))).toEqual(meant.map((one) => one.toFixed(6)));
  });

  it("that is glued to words before it opens a line with them in a DOCX, too", async () => {
    const body = await docx(
      layOut(line(word("слово ".repeat(5)), blank(60), word(" №\u00a0"), blank(60), word(" от"))),
    );
    expect(body).toMatch(/<w:r><w:br\/><\/w:r><w:r><w:t xml:space="preserve">№ <\/w:t>/);
    expect(body.match(/<w:br\/>/g)).toHaveLength(1);
  });

  it("in a cell of smaller letters has them in the break before it, too: its line is no higher there", async () => {
    const cells = [...Array(14).fill(text("12.09.2025")), [word("дата"), blank(12), word("."), blank(60)]];
    const rows = [
      { kind: "data" as const, cells: cells.map((own) => ({ paragraphs: [own], span: 1, align: "left" as const })) },
    ];
    const body = await docx(layOut({ type: "table", caption: null, widths: null, header: [], rows }));
    expect(body).toMatch(/<w:r><w:rPr><w:sz w:val="\d+"\/><w:szCs w:val="\d+"\/><\/w:rPr><w:br\/><\/w:r>/);
    expect(body).not.toContain("<w:r><w:br/></w:r>");
  });
});
