import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Block,
  documentLines,
  documentTexts,
  type Inlines,
  inlinesText,
  type TableBlock,
} from "../../../../src/paperwork/document/index.ts";
import { blocks, findings, render } from "../../../support/render.ts";

const HEAD = "| № | Мероприятие | Участники | < |\n|:---:|---|---:|---:|\n";

function table(source: string, variables: { readonly [name: string]: unknown } = {}): TableBlock {
  return tableOf(blocks(source, { variables }));
}

function tableOf(tree: readonly Block[] = []): TableBlock {
  const found = tree.find((block) => block.type === "table");
  if (found === undefined) throw new Error("no table");
  return found;
}

/** «текст 2×3» of every cell: columns by rows; the place of a cell from above is «^». */
function shape({ header, rows }: TableBlock): string[] {
  return [...header, ...rows].map(({ cells }) =>
    cells
      .map(({ paragraphs, span, rows: down = 1 }) => {
        const words = paragraphs.map((inlines: Inlines) => inlinesText(inlines)).join(" ");
        return down === 0 ? `^${span}` : span * down === 1 ? words : `${words} ${span}×${down}`;
      })
      .join("|"),
  );
}

describe("merged cells", () => {
  it("go across by < and down by ^, in the head of two rows and in the body, and keep their place in every row", () => {
    const made = table(
      `:::table{head-rows=2 row-head=2}\n${HEAD}| ^ | ^ | всего | дети |\n| 1 | Встреча | 5 | 3 |\n| 2 | ^ | 7 | < |\n| :group[Ещё] | | | |\n| два на два | < | 1 | 2 |\n| ^ | ^ | 3 | 4 |\n| :total[Итого] | < | 16 | 9 |\n:::`,
    );
    expect(shape(made)).toEqual([
      "№ 1×2|Мероприятие 1×2|Участники 2×1",
      "^1|^1|всего|дети",
      "1|Встреча 1×2|5|3",
      "2|^1|7 2×1",
      "Ещё 4×1",
      "два на\u00a0два 2×2|1|2",
      "^2|3|4",
      "Итого 2×1|16|9",
    ]);
    expect([made.header.length, made.rowHead]).toEqual([2, 2]);
  });

  it("stand in the lines that people approve where they stand in the table", () => {
    const { value } = render(`:::table{head-rows=2}\n${HEAD}| ^ | ^ | всего | дети |\n| 1 | Встреча | 5 | 3 |\n:::`);
    expect(value === undefined ? [] : documentLines(value)).toEqual([
      "№ | Мероприятие | Участники",
      " |  | всего | дети",
      "1 | Встреча | 5 | 3",
    ]);
  });

  it("are never made by a value, nor by a sign behind a backslash", () => {
    const source = "| а | б |\n|---|---|\n| 1 | 2 |\n| {{up}} | {{left}} |\n| \\^ | \\< |";
    expect(shape(table(source, { up: "^", left: "<" }))).toEqual(["а|б", "1|2", "^|<", "^|<"]);
  });

  it("come from a loop, the first of its rows with the words", () => {
    const source =
      "| Раздел | Тема |\n|---|---|\n{{#each topics}}\n| {{#if @first}}Право{{else}}^{{/if}} | {{this}} |\n{{/each}}\n";
    expect(shape(table(source, { topics: ["первая", "вторая", "третья"] }))).toEqual([
      "Раздел|Тема",
      "Право 1×3|первая",
      "^1|вторая",
      "^1|третья",
    ]);
  });

  it.each([
    ["there is nothing at the left", "| < | б |", 3, 1],
    ["a cell of the body would join the head", "| ^ | б |", 3, 1],
    ["a group is over them", "| :group[Г] | |\n| а | ^ |", 4, 5],
    ["only a part of a wide cell is joined", "| а | < |\n| ^ | б |", 4, 1],
    ["a cell would join a wide one from the side", "| а | < |\n| б | ^ |", 4, 5],
    ["two merged cells would overlap", "| а | б |\n| ^ | < |", 4, 5],
  ])("are refused at the cell where %s", (_, rows, line, column) => {
    const { diagnostics } = render(`| а | б |\n|---|---|\n${rows}`);
    expect(diagnostics.map(({ code, place }) => [code, place?.start])).toEqual([["TRC3307", { line, column }]]);
    expect(diagnostics[0]?.hints.map(({ ru }) => ru).join()).toContain("\\^");
  });

  it("cover the grid exactly once, whatever is merged", () => {
    const sign = fc.constantFrom("x", "x", "^", "<");
    const grid = fc
      .integer({ min: 1, max: 5 })
      .chain((columns) =>
        fc.array(fc.array(sign, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 6 }),
      );
    fc.assert(
      fc.property(grid, (signs) => {
        const columns = signs[0]?.length ?? 0;
        const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |\n`;
        const head =
          line(Array.from({ length: columns }, () => "г")) + line(Array.from({ length: columns }, () => "---"));
        const { value, diagnostics } = render(head + signs.map(line).join(""));
        expect(diagnostics.every(({ code }) => code === "TRC3307")).toBe(true);
        if (diagnostics.length > 0) return;
        const { rows } = tableOf(value?.body.blocks);
        const taken = rows.map(() => Array.from({ length: columns }, () => 0));
        for (const [at, { cells }] of rows.entries()) {
          expect(cells.reduce((sum, { span }) => sum + span, 0)).toBe(columns);
          let column = 0;
          for (const { span, rows: down = 1 } of cells) {
            for (let row = at; row < at + down; row++)
              for (let own = column; own < column + span; own++)
                (taken[row] as number[])[own] = (taken[row]?.[own] ?? 0) + 1;
            column += span;
          }
        }
        expect(new Set(taken.flat())).toEqual(new Set([1]));
      }),
      { numRuns: 100 },
    );
  });
});

describe("heads of tables", () => {
  it.each([
    ["head-rows=4", "more rows than there are"],
    ["head-rows=0", "no row"],
    ["row-head=3", "a column beyond the table"],
    ["row-head=два", "no number"],
  ])("are refused where they ask for what is not there: %s (%s)", (attribute) => {
    expect(findings(`:::table{${attribute}}\n| а | б |\n|---|---|\n| 1 | 2 |\n:::`)).toEqual(["TRC3307:2"]);
  });
});

const SMALL = "| а | б |\n|---|---|\n| 1 | 2 |";
const CHART = "| м | ч |\n|---|---|\n| май | 2 |";

describe("numbers of tables and figures", () => {
  it("stand in the place of #, tables and figures apart, and are what references name", () => {
    const made = blocks(
      `В таблице :ref[second] и на рисунке :ref[only].\n\n:::table{caption="Таблица # – Первая"}\n${SMALL}\n:::\n\n:::table{caption="Таблица # – Вторая" id=second}\n${SMALL}\n:::\n\n:::chart{title="Рисунок # – Месяцы" id=only alt="Число"}\n${CHART}\n:::\n\n:::table{caption="Без номера"}\n${SMALL}\n:::`,
    );
    expect(
      made.map((block) =>
        "inlines" in block
          ? inlinesText(block.inlines)
          : "caption" in block
            ? block.caption
            : "title" in block
              ? block.title
              : "",
      ),
    ).toEqual([
      "В\u00a0таблице\u00a02 и\u00a0на\u00a0рисунке\u00a01.",
      "Таблица 1 – Первая",
      "Таблица 2 – Вторая",
      "Рисунок 1 – Месяцы",
      "Без номера",
    ]);
  });

  it("begin anew in an annex behind its number, and go on in the only annex of a document", () => {
    const own = `:::table{caption="Таблица # – Своя"}\n${SMALL}\n:::`;
    const annexes = (...ids: readonly string[]): { id: string; title: string; source: string }[] =>
      ids.map((id) => ({ id, title: id, source: own }));
    const captions = (body: string, ...ids: readonly string[]): string[] => {
      const { value } = render(body, { annexes: annexes(...ids) });
      return value === undefined ? [] : documentTexts(value).filter((text) => text.startsWith("Таблица"));
    };
    expect(captions(`${own}\n\nтекст (:annex[a]) и (:annex[b])`, "a", "b")).toEqual([
      "Таблица 1 – Своя",
      "Таблица 1.1 – Своя",
      "Таблица 2.1 – Своя",
    ]);
    expect(captions(`${own}\n\nтекст (:annex[a])`, "a")).toEqual(["Таблица 1 – Своя", "Таблица 2 – Своя"]);
  });

  it("take the sign # of a value as it is", () => {
    expect(table(`:::table{caption="Таблица # – {{name}}"}\n${SMALL}\n:::`, { name: "C#" }).caption).toBe(
      "Таблица 1 – C#",
    );
  });

  it.each([
    [
      "a reference to a table that is not there",
      `в таблице :ref[plan]\n\n:::table{caption="Таблица #"}\n${SMALL}\n:::`,
      "TRC3305:1",
    ],
    ["a name without a number", `:::table{caption="Штат" id=staff}\n${SMALL}\n:::`, "TRC3307:2"],
    ["a name without a caption", `:::chart{alt="Число" id=staff}\n${CHART}\n:::`, "TRC3312:1"],
    ["a name that a clause has", `1. :id[a] пункт\n\n:::table{caption="Таблица #" id=a}\n${SMALL}\n:::`, "TRC3306:4"],
    ["a caption without a table", ':::table{caption="Таблица # – Штат"}\nтекст\n:::', "TRC3307:1"],
  ])("are refused at their place: %s", (_, source, finding) => {
    expect(findings(source)).toEqual([finding]);
  });
});
