import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TableBlock, TableCell, TableRow } from "../../../../src/paperwork/document/index.ts";
import type { FlowTable } from "../../../../src/typesetting/flow/index.ts";
import { layoutFlow, type PlacedLine } from "../../../../src/typesetting/layout/index.ts";
import { fonts, linesOf, smallFlow, textOf } from "../../../support/small-flow.ts";

function tableOf(header: readonly string[], rows: readonly (readonly string[])[]) {
  const row = (cells: readonly string[]): TableRow => ({
    kind: "data",
    cells: cells.map((text) => ({ paragraphs: [[{ type: "text", text }]], span: 1, align: "left" })),
  });
  const block: TableBlock = { type: "table", caption: null, widths: null, header: [row(header)], rows: rows.map(row) };
  const flow = smallFlow([block], { standard: "gost-2016" });
  return { flow, table: flow.sections[0]?.blocks[0] as FlowTable };
}

describe("columns without given widths", () => {
  it("get what their text needs: a number little, a long text most", () => {
    const { table } = tableOf(
      ["№", "Мероприятие", "Срок"],
      [["1", "Семинар для учителей математики «Оценивание в начальной школе» с разбором заданий", "октябрь 2025"]],
    );
    const [number = 0, title = 0, period = 0] = table.columnsMm;
    expect(number).toBeLessThan(12);
    expect(title).toBeGreaterThan(3 * period);
  });

  it("give room to a long text by dividing the long words over figures, and only then", () => {
    const head = [
      "№ п/п",
      "Наименование образовательной организации",
      "ИНН / КПП",
      "Численность обучающихся",
      "План",
      "Исполнение, %",
    ];
    const made = (name: string) =>
      tableOf(head, Array(3).fill(["1.1", name, "6700061981", "1793", "75 226\u00a0328,90", "101,35\u00a0%"]));
    const name =
      "МБОУ «Верхнеспасская средняя общеобразовательная школа имени Героя Советского Союза А.П. Рославльского» ";
    const { flow, table } = made(name.repeat(3).trim());
    const [, text = 0, , pupils = 0, , percent = 0] = table.columnsMm;
    expect(text).toBeGreaterThan(2 * Math.max(pupils, percent));
    expect(layoutFlow(flow, fonts).diagnostics).toEqual([]);
    const short = linesOf(layoutFlow(made("МБОУ «Школа»").flow, fonts));
    expect(short.some(({ continues }) => continues)).toBe(false);
  });

  it("count a merged cell over all of its rows", () => {
    const row = (cells: readonly (readonly [string, number])[]): TableRow => ({
      kind: "data",
      cells: cells.map(([text, rows]) => ({
        paragraphs: rows === 0 ? [] : [[{ type: "text", text }]],
        span: 1,
        align: "left",
        ...(rows === 1 ? {} : { rows }),
      })),
    });
    const long = "слово ".repeat(30).trim();
    const rows = [
      row([
        [long, 12],
        [long, 1],
      ]),
      ...Array.from({ length: 11 }, () =>
        row([
          ["", 0],
          [long, 1],
        ]),
      ),
    ];
    const block: TableBlock = { type: "table", caption: null, widths: null, header: [], rows };
    const made = smallFlow([block]).sections[0]?.blocks[0] as FlowTable;
    const [merged = 0, own = 0] = made.columnsMm;
    expect(own).toBeGreaterThan(3 * merged);
  });

  it("take no width for a row of signs, which reads the same in two parts", () => {
    const long = "слово ".repeat(20).trim();
    const [signs = 0, words = 0] = tableOf(["А", "Б"], [[".".repeat(120), long]]).table.columnsMm;
    expect(signs).toBeLessThan(100);
    expect(words).toBeGreaterThan(65);
  });

  it("fill the width of the text and cut no word while all longest words fit", () => {
    const word = fc.string({ unit: fc.constantFrom(..."абвгдежзиклмнопрстуфхцчшщ"), minLength: 1, maxLength: 12 });
    const cell = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(" "));
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 4 })
          .chain((columns) =>
            fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 5 }),
          ),
        (rows) => {
          const { flow, table } = tableOf(rows[0] ?? [], rows);
          expect(table.columnsMm.reduce((sum, width) => sum + width, 0)).toBeCloseTo(165, 6);
          const lines = layoutFlow(flow, fonts).pages.flatMap(({ items }) =>
            items.filter((item): item is PlacedLine => item.type === "line"),
          );
          expect(lines.some(({ continues }) => continues)).toBe(false);
        },
      ),
      { numRuns: 100 },
    );
  });

  it.each([
    "Ковальчук\u00a0А.\u00a0В., учитель",
    "учитель А.\u00a0В.\u00a0Ковальчук",
    "приказом №\u00a0119-ОД",
    "Преобразование 2025\u00a0г.",
    "паспорт 66 01 123456",
    "Правительства РФ",
    "2025/2026 учебный год",
    "врио директора",
  ])("that are narrower than «%s» part it where it may be parted", (text) => {
    const { flow } = tableOf(["Г", "Г"], Array(2).fill(Array(9).fill(text)));
    const lines = linesOf(layoutFlow(flow, fonts)).map(textOf);
    expect(lines).not.toContain(text.replaceAll("\u00a0", " "));
    expect(lines.filter((line) => line.trim().endsWith("№") || /^г\./u.test(line))).toEqual([]);
    // No word is torn without a hyphen, and initials do not stand alone.
    const words = ["Г", ...text.split(/[ \u00a0]/u)];
    const ends = lines.map(
      (line) =>
        line
          .trim()
          .split(/[ \u00a0]/u)
          .at(-1) as string,
    );
    expect(ends.filter((end) => !end.endsWith("-") && !words.some((word) => word.endsWith(end)))).toEqual([]);
    expect(lines.some((line) => /^(?:\p{Lu}\.[ \u00a0]?)+$/u.test(line.trim()))).toBe(false);
  });

  it("without room for two letters behind initials part these before they tear a surname", () => {
    const layout = layoutFlow(tableOf(["Г"], [Array(17).fill("А.\u00a0В.\u00a0Ковальчук")]).flow, fonts);
    expect(linesOf(layout).map(textOf)).toContain("А.\u00a0В.");
    expect(layout.diagnostics).toEqual([]);
  });

  it("have room for the longest word of a cell that goes over several of them", () => {
    const cell = (text: string, span: number): TableCell => ({
      paragraphs: [[{ type: "text", text }]],
      span,
      align: "left",
    });
    const long = "Здоровьесберегающая деятельность";
    const header: TableRow[] = [
      { kind: "data", cells: [cell("Мероприятие", 1), cell(long, 3)] },
      { kind: "data", cells: [cell("", 1), cell("1", 1), cell("2", 1), cell("3", 1)] },
    ];
    const rows: TableRow[] = [
      { kind: "data", cells: [cell("слово ".repeat(60), 1), cell("1", 1), cell("2", 1), cell("3", 1)] },
    ];
    const flow = smallFlow([{ type: "table", caption: null, widths: null, header, rows }]);
    const lines = linesOf(layoutFlow(flow, fonts)).map(textOf);
    expect(lines).toContain("Здоровьесберегающая");
    const table = flow.sections[0]?.blocks[0];
    expect(table?.type === "table" ? table.columnsMm[0] : 0).toBeGreaterThan(100);
  });
});
