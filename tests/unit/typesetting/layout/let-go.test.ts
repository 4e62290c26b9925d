import { describe, expect, it } from "vitest";
import type { Block, Inlines, TableRow } from "../../../../src/paperwork/document/index.ts";
import { type Layout, layoutFlow } from "../../../../src/typesetting/layout/index.ts";
import { writeDocx } from "../../../../src/typesetting/writers/docx/index.ts";
import { docxParts } from "../../../support/docx-text.ts";
import { fonts, linesOf, paragraph, smallFlow, text, textOf } from "../../../support/small-flow.ts";

const many = (count: number): string => Array.from({ length: count }, (_, index) => `слово${index}`).join(" ");
const row = (...cells: readonly string[]): TableRow => ({
  kind: "data",
  cells: cells.map((one) => ({ paragraphs: [text(one)], span: 1, align: "left" })),
});
const table = (header: readonly TableRow[], ...rows: readonly TableRow[]): Block => ({
  type: "table",
  caption: null,
  widths: null,
  header,
  rows,
});
const keep = (value: string): Block => ({ type: "paragraph", role: "keep", inlines: text(value) });
const BREAK: Block = { type: "page-break" };

/** The layout of the blocks, and the body of their DOCX. */
async function laid(...blocks: readonly Block[]): Promise<{ layout: Layout; body: string }> {
  const layout = layoutFlow(smallFlow(blocks, { standard: "gost-2016" }), fonts);
  const parts = docxParts(await writeDocx(layout.flow, fonts));
  return { layout, body: parts.get("word/document.xml") ?? "" };
}
const rowsOf = (body: string): string[] => [...body.matchAll(/<w:tr>[\s\S]*?<\/w:tr>/g)].map(([xml]) => xml);
const pageOf = ({ pages }: Layout, word: string): number =>
  pages.findIndex((page) => linesOf({ pages: [page] }).some((line) => textOf(line).split(/\s/).includes(word)));

describe("what no page can hold is let go, in the DOCX as in the layout", () => {
  it("a row that fits a page but not under its repeated head may be parted; others may not", async () => {
    const head = row(many(40), "б");
    const { layout, body } = await laid(table([head], row(many(470), "б"), row("в", "г")));
    const [first, tall, short] = rowsOf(body);
    expect(first).toContain("<w:tblHeader/>");
    expect(tall).not.toContain("<w:cantSplit/>");
    expect(short).toContain("<w:cantSplit/>");
    const words = linesOf(layout).flatMap((line) => (line.owner === null ? [] : textOf(line).split(" ")));
    expect(words.filter((word) => word === "слово469")).toHaveLength(1);
  });

  it("a head over half of a page is not repeated", async () => {
    const rows = Array.from({ length: 30 }, (_, index) => row(`строка${index}`, "б"));
    const { body } = await laid(table([row(many(200), many(200))], ...rows));
    expect(body).not.toContain("<w:tblHeader/>");
    const { body: low } = await laid(table([row("а", "б")], ...rows));
    expect(low.match(/<w:tblHeader\/>/g)).toHaveLength(1);
  });

  it("a head stands over a row, though its rows are bound to more than a page holds", async () => {
    const bound = Array.from({ length: 12 }, (_, index): TableRow => {
      const { cells } = row(many(75), `ячейка${index}`);
      const merged = { paragraphs: [text("д")], span: 1, align: "left" as const, rows: 12 };
      return { kind: "data", cells: index === 0 ? [...cells, merged] : cells };
    });
    const head: TableRow = { kind: "data", cells: row("голова", "б", "в").cells };
    for (let above = 8; above < 40; above++) {
      const before = Array.from({ length: above }, (_, index) => paragraph(`Строка ${index}.`));
      const { layout } = await laid(...before, table([head], ...bound));
      expect(pageOf(layout, "голова")).toBe(pageOf(layout, "ячейка0"));
    }
  });

  it("rows bound to more than a page are let go at their beginning, the last page of them stays bound", async () => {
    const merged = { paragraphs: [text("д")], span: 1, align: "left" as const, rows: 60 };
    const bound = Array.from({ length: 60 }, (_, index): TableRow => {
      const { cells } = row(`ячейка${index}`, "б");
      return { kind: "data", cells: index === 0 ? [...cells, merged] : cells };
    });
    const { layout, body } = await laid(paragraph("Перед таблицей."), table([row("голова", "б", "в")], ...bound));
    const [, ...rows] = rowsOf(body);
    const loose = rows.map((xml) => xml.includes('<w:keepNext w:val="0"/>'));
    const first = loose.indexOf(false);
    expect(loose).toEqual(rows.map((_, index) => index < first));
    expect(rows.map((xml) => xml.includes("<w:keepNext/>"))).toEqual(
      rows.map((_, index) => index >= first && index < 59),
    );
    // The row at which the binding begins opens a page that holds all rows behind it, and no row before it would.
    const pages = rows.map((_, index) => pageOf(layout, `ячейка${index}`));
    expect(pages[0]).toBe(0);
    expect(pages.filter((page) => page === pages[first]).length).toBeGreaterThanOrEqual(60 - first);
    expect(pages.lastIndexOf(0)).toBeLessThan(first);
    expect(rows.filter((xml) => xml.includes("<w:cantSplit/>"))).toHaveLength(60);
  });

  it("a paragraph stays with a table that begins with a parted row, which word processors are not asked for", async () => {
    const under = (rows: readonly TableRow[]) => laid(keep("заголовок"), table([], ...rows));
    const boundOf = (body: string): string =>
      /<w:p>(?:(?!<\/w:p>)[\s\S])*заголовок[\s\S]*?<\/w:p>/.exec(body)?.[0] ?? "";
    const { layout, body } = await under([row(many(900), "б"), row("в", "г")]);
    expect(boundOf(body)).toContain('<w:keepNext w:val="0"/>');
    expect(pageOf(layout, "заголовок")).toBe(pageOf(layout, "слово0"));
    const { body: short } = await under([row("а", "б"), row(many(900), "г")]);
    expect(boundOf(short)).not.toContain("keepNext");
  });

  it("a chain longer than a page begins where it stands; its end is kept with what follows", async () => {
    const chain = Array.from({ length: 60 }, (_, index) => keep(`звено${index}`));
    const { layout, body } = await laid(paragraph("Перед цепью."), ...chain, paragraph("после"));
    expect(pageOf(layout, "звено0")).toBe(0);
    expect(pageOf(layout, "звено59")).toBe(pageOf(layout, "после"));
    const bound = [...body.matchAll(/<w:p>[\s\S]*?<\/w:p>/g)].filter(([xml]) => xml.includes("звено"));
    const loose = bound.filter(([xml]) => xml.includes('<w:keepNext w:val="0"/>')).length;
    expect(loose).toBeGreaterThan(20);
    expect(loose).toBeLessThan(60);
    expect(bound.at(-1)?.[0]).not.toContain("keepNext");
  });

  it("page breaks with nothing before or behind them make no empty page", async () => {
    const { layout, body } = await laid(BREAK, paragraph("а"), BREAK, BREAK, paragraph("б"), BREAK);
    expect(layout.pages.map((page) => linesOf({ pages: [page] }).map(textOf))).toEqual([["а"], ["б"]]);
    expect(body.match(/<w:pageBreakBefore\/>/g)).toHaveLength(1);
  });

  it("a short document is left as it was", () => {
    const flow = smallFlow([keep("а"), table([row("а", "б")], row("в", "г")), BREAK, paragraph("б")]);
    expect(layoutFlow(flow, fonts).flow).toBe(flow);
  });
});

describe("line breaks in justified text", () => {
  it("do not stretch the line before them, and at the end of a paragraph make no empty line", async () => {
    const inlines: Inlines = [...text("первая строка"), { type: "break" }, ...text(many(30)), { type: "break" }];
    const flow = smallFlow([{ type: "paragraph", role: "text", inlines }]);
    const lines = linesOf(layoutFlow(flow, fonts));
    expect(lines[0]?.pieces.map(({ spacing }) => spacing)).toEqual([0]);
    expect(textOf(lines.at(-1))).toContain("слово29");
    const parts = docxParts(await writeDocx(flow, fonts));
    expect(parts.get("word/settings.xml")).toContain("<w:doNotExpandShiftReturn/>");
    expect(parts.get("word/document.xml")?.match(/<w:br\/>/g)).toHaveLength(1);
  });
});
