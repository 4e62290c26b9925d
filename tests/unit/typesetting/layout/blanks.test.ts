import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Block, documentLines, type Inline } from "../../../../src/paperwork/document/index.ts";
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
    expect(body).toContain('<w:tabs><w:tab w:val="left" w:pos="9350"/></w:tabs>');
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
});
