import { describe, expect, it } from "vitest";
import type { Block } from "../../../../src/paperwork/document/index.ts";
import { layoutFlow } from "../../../../src/typesetting/layout/index.ts";
import { writeDocx } from "../../../../src/typesetting/writers/docx/index.ts";
import { docxParts } from "../../../support/docx-text.ts";
import { fonts, linesOf, paragraph, smallFlow, text } from "../../../support/small-flow.ts";

const signature: Block = { type: "signature", post: [text("Директор")], name: text("И.И. Иванова"), seal: false };
const document = (lines: number): Block[] => [
  ...Array.from({ length: lines }, (_, index) => paragraph(`строка ${index}`)),
  signature,
];
const laid = (lines: number, own: { readonly [key: string]: unknown } = {}) =>
  layoutFlow(smallFlow(document(lines), { standard: "gost-2016", own }), fonts);
const spacing = (lines: number): number => laid(lines).flow.profile.styles.text.line;

describe("a sheet with a few lines", () => {
  it("is saved by the first step of the spacing that does", () => {
    expect([27, 29, 34].map((lines) => [laid(lines).pages.length, spacing(lines)])).toEqual([
      [1, 1.5],
      [1, 1.4],
      [1, 1.2],
    ]);
  });

  it("stays when the last step does not save it, and the spacing with it", () => {
    expect(spacing(37)).toBe(1.5);
    expect(laid(37).pages).toHaveLength(2);
  });

  it("is saved in a report too, whose lines are close from the first, and down to single spacing", () => {
    const report = (lines: number): readonly [pages: number, line: number] => {
      const flow = smallFlow(document(lines), { standard: "gost-2016", variant: "report" });
      const { pages, flow: fitted } = layoutFlow(flow, fonts);
      return [pages.length, fitted.profile.styles.text.line];
    };
    expect([38, 40, 42, 44, 47].map(report)).toEqual([
      [1, 1.15],
      [1, 1.1],
      [1, 1.05],
      [1, 1],
      [2, 1.15],
    ]);
  });

  it("stays where the profile does not ask for more", () => {
    expect(laid(29, { fit: { lastPageMm: 0, lines: [1.15] } }).pages).toHaveLength(2);
    expect(laid(29, { fit: { lastPageMm: 90, lines: [] } }).pages).toHaveLength(2);
  });

  it("is set alike in the DOCX", async () => {
    const { flow } = laid(29);
    const styles = docxParts(await writeDocx(flow, fonts)).get("word/styles.xml") ?? "";
    expect(styles).toContain('w:line="336"');
    expect(styles).not.toContain('w:line="360"');
  });
});

describe("a contract", () => {
  it("takes its last clause over to the sheet of the signatures", () => {
    const party = (name: string) => ({
      title: text(name),
      lines: Array.from({ length: 12 }, (_, index) => text(`реквизит ${index}`)),
      post: [text("Директор")],
      name: text("И.И. Иванова"),
      seal: true,
    });
    const clause = (index: number): Block => ({
      type: "clause",
      id: `c${index}`,
      label: `${index + 1}.`,
      level: 0,
      list: "clauses",
      inlines: text(`условие ${index}`),
    });
    const heading: Block = {
      type: "heading",
      id: "h",
      level: 1,
      label: null,
      list: "headings",
      inlines: text("Реквизиты и подписи"),
    };
    for (let count = 20; count < 45; count++) {
      const blocks: Block[] = [
        ...Array.from({ length: count }, (_, index) => clause(index)),
        heading,
        { type: "parties", parties: [party("Сторона 1"), party("Сторона 2")] },
      ];
      const { pages } = layoutFlow(smallFlow(blocks, { standard: "gost-2016", variant: "agreement" }), fonts);
      const signed = pages.find((page) =>
        linesOf({ pages: [page] }).some(({ owner }) => owner?.style === "party-title"),
      );
      expect(
        linesOf({ pages: signed === undefined ? [] : [signed] }).some(({ owner }) => owner?.role === "clause"),
      ).toBe(true);
    }
  });
});

describe("place and year of a cover", () => {
  it("stand at the lower margin of their sheet, in the DOCX by the space before them", async () => {
    const foot = (value: string): Block => ({ type: "paragraph", role: "foot", inlines: text(value) });
    const blocks = [
      paragraph("Титул"),
      foot("с. Примерное"),
      foot("2026"),
      { type: "page-break" } as const,
      paragraph("Далее"),
    ];
    const { flow, pages } = layoutFlow(smallFlow(blocks, { standard: "gost-2016", variant: "cover" }), fonts);
    expect(pages).toHaveLength(2);
    const last = linesOf({ pages: pages.slice(0, 1) }).at(-1);
    expect(last?.y).toBeGreaterThan((277 * 72) / 25.4 - 10);
    expect(last?.y).toBeLessThan((277 * 72) / 25.4);
    const body = docxParts(await writeDocx(flow, fonts)).get("word/document.xml") ?? "";
    expect(Number(/<w:pStyle w:val="foot"\/><w:spacing w:before="(\d+)"/.exec(body)?.[1])).toBeGreaterThan(10_000);
  });
});
