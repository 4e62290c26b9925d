import { describe, expect, it } from "vitest";
import type { TableRow } from "../../../../src/paperwork/document/index.ts";
import { holdLines, layoutFlow } from "../../../../src/typesetting/layout/index.ts";
import { writeDocx } from "../../../../src/typesetting/writers/docx/index.ts";
import { docxParts } from "../../../support/docx-text.ts";
import { fonts, linesOf, paragraph, smallFlow, text, textOf } from "../../../support/small-flow.ts";

const ADDRESSES = [
  "https://vk.com/primernaya_sosh_2025",
  "https://school-r66.gosweb.gosuslugi.ru/svedeniya-ob-obrazovanii/",
  "https://example.org/a/b/c/d/e/f#razdel-2",
  "https://shkola.example.org/documents/plan-2025.pdf?page=2&lang=ru",
  "https://школа-учебная.рф/документы/план_работы",
  "школа-примерная.рф",
  "primernaya_shkola@education.smolensk.example.ru",
  "сайт:\u00a0www.primernaya-school.example.ru/sveden/common",
];

function laid(columns: number, addresses: readonly string[]) {
  const row = (cells: readonly string[]): TableRow => ({
    kind: "data",
    cells: cells.map((one) => ({ paragraphs: [text(one)], span: 1, align: "left" })),
  });
  const rows = addresses.map((_, at) =>
    row(Array.from({ length: columns }, (_, column) => addresses[(at + column) % addresses.length] as string)),
  );
  const header = [row(Array(columns).fill("Адрес"))];
  return layoutFlow(smallFlow([{ type: "table", caption: null, widths: null, header, rows }]), fonts);
}

describe("an address in a column that is narrower", () => {
  it.each([3, 4, 5, 6, 7])("of %i is parted behind its signs, without a hyphen, and fits", (columns) => {
    const layout = laid(columns, ADDRESSES);
    expect(layout.diagnostics).toEqual([]);
    const lines = linesOf(layout);
    expect(lines.filter(({ pieces }) => pieces.at(-1)?.hyphen === true).map(textOf)).toEqual([]);
    const ends = lines.filter(({ continues }) => continues).map(textOf);
    expect(ends.length).toBeGreaterThan(20);
    expect(ends.filter((end) => !/[-/.@_?&=#]$/.test(end))).toEqual([]);
  });

  it("is parted at the same places in the DOCX", async () => {
    const layout = laid(6, ADDRESSES);
    const ends = linesOf(layout).flatMap((line) => (line.continues ? [textOf(line)] : []));
    const held = docxParts(await writeDocx(holdLines(layout, fonts), fonts)).get("word/document.xml") ?? "";
    // A word processor ends a line behind a hyphen or a question mark by itself.
    expect(held.match(/\u200b/g)).toHaveLength(ends.filter((end) => !/[-?]$/.test(end)).length);
    expect(held).not.toMatch(/\u00ad/);
  });

  it("does not go up behind a slash in the DOCX: LibreOffice would rather move or tear the whole", () => {
    const runs = (column: number): readonly string[] => {
      const long = "x".repeat(column);
      const flow = smallFlow([
        paragraph(`${long} https://школа-учебная.рф/документы/план_работы раздел ${"слово ".repeat(9)}`),
      ]);
      const block = holdLines(layoutFlow(flow, fonts), fonts).sections[0]?.blocks[0];
      return block?.type === "paragraph" ? block.runs.flatMap((run) => (run.type === "text" ? [run.text] : [])) : [];
    };
    const held = Array.from({ length: 30 }, (_, at) => runs(14 + at).join(""));
    expect(held.some((words) => words.includes("https://школа-учебная.рф/документы/план_работы"))).toBe(true);
    expect(held.some((words) => words.includes("https://школа-учебная.рф/\u2060документы/\u2060план_работы"))).toBe(
      true,
    );
    // Nor is a word of it divided with a hyphen.
    expect(held.filter((words) => /https:\S*\u00ad/.test(words))).toEqual([]);
  });
});
