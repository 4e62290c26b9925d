import { describe, expect, it } from "vitest";
import type { Construct } from "../../../../src/typesetting/markup/construct.ts";
import { CONSTRUCTS } from "../../../../src/typesetting/markup/constructs.ts";
import { eventsOf } from "../../../support/markdown-events.ts";
import { findings, render } from "../../../support/render.ts";
import { constructOf } from "../../../support/token-constructs.ts";

const ALL: readonly (readonly [name: string, construct: Construct])[] = Object.entries(CONSTRUCTS).filter(
  ([name]) => name !== "unknown",
);

describe("the table of constructs", () => {
  it.each(ALL.filter(([, { instead }]) => instead === undefined))("%s is used: no finding", (_name, { example }) => {
    expect(render(example).diagnostics).toEqual([]);
  });

  it.each(ALL.filter(([, { instead }]) => instead !== undefined))(
    "%s is refused where it stands, with what to write instead",
    (_name, { example, title, finding }) => {
      const found = render(`Слова.\n\n${example}\n`).diagnostics;
      expect(found[0]).toMatchObject({
        code: finding?.code ?? "TRC3301",
        severity: "error",
        place: { file: "templates/kind/body.hbs" },
      });
      expect(found[0]?.message.en.toLowerCase()).toContain(title.en.toLowerCase());
      expect(found[0]?.hints).toHaveLength(1);
    },
  );

  it("refuses in every branch of a template what its author typed, and spaces at the end of a line only when they are typed", () => {
    const variables = { no: false, list: [] };
    const found = render("Слова {{#if no}}<b>и{{/if}}\n\n{{#each list}}\n> {{this}}  \nа\n{{/each}}", { variables });
    expect(found.diagnostics.map(({ code, place }) => [code, place?.start.line, place?.start.column])).toEqual([
      ["TRC3301", 1, 17],
      ["TRC3301", 4, 1],
      ["TRC3301", 4, 11],
    ]);
    expect(render("Слова {{#if no}}и{{/if}} {{#if no}}и{{/if}}\nи", { variables }).diagnostics).toEqual([]);
  });

  it.each([
    ["1. а\n1. б\n3. в", []],
    ["1. а\n1. б\n4. в", ["TRC3313:3"]],
    ["а\n\n2. б", ["TRC3313:3"]],
    ["1. а\n   1. б\n\n   в\n   1. г", ["TRC3313:5", "TRC3306:5"]],
    ["а\n- б", ["TRC3313:2"]],
    ["| а |\n|---|\n| 1 |\n\n| 2 |", ["TRC3307:5"]],
    ["слово 2 * 3, а_б_в, 5~6, A & B, *курсив*, **5** {{n}}, «*слово*»", []],
    [
      "| а | б |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |\n| :group[Раздел] | |\n| :group[Раздел] | 5 |\n| :total[Итого] | 5 |",
      ["TRC3307:3", "TRC3307:4", "TRC3307:6"],
    ],
    ["| а |\n|---|\n| 1 |\nслово", ["TRC3307:4"]],
    [":::signature\n::post[а]\n::name[а]\n::name[б]\n:::", ["TRC3304:4"]],
    [":::acquaintance\n::heading[а]\n::post[а]\n::person[б]\n::post[а]\n::post[в]\n:::", ["TRC3304:3", "TRC3304:6"]],
    [":::acquaintance\n::heading[а]\n::person[{{empty}}]\n::post[а]\n::person[б]\n:::", []],
    ["::::approvals\n:::approval\n::line[а]\n:::\n:::approval{side=right}\n::line[б]\n:::\n::::", ["TRC3304:5"]],
    ["а\n\n::pagebreak[слово]\n\nб:br[слово]", ["TRC3304:3", "TRC3304:5"]],
    ["1. Пункт :blank[слово].\n\n**жирно :blank[слово]** :blank[слово]", ["TRC3304:1", "TRC3304:3"]],
    [':::chart{title="а"}\n| а | б |\n|---|---|\n| в | 1 |\n\nслово\n:::', ["TRC3312:1"]],
    [':::chart{title="а"}\n| а | б |\n|---|---|\n:::', ["TRC3312:1"]],
    ["- а\n-\n\n1. {{empty}}", ["TRC3314:2", "TRC3314:4"]],
    ["## {{empty}}\n\n###", ["TRC3314:1", "TRC3314:3"]],
    [':::table{caption="а &amp; б"}\n| а |\n|---|\n| б |\n:::', ["TRC3301:1"]],
    ["_слово_ и __слово__, \\_\\_", ["TRC3301:1", "TRC3301:1"]],
    ["слово*часть*", ["TRC3301:1"]],
    ["а\tб\tв\n\n\tг\n\n-\tд\n\n| а\t| б |\n|---|---|\n| 1 | 2 |", [1, 3, 5, 7].map((line) => `TRC3301:${line}`)],
    ["{{!--\tзаметка --}}{{#if\tn}}а {{tabbed}}{{/if}}", []],
    ["{{n}}*{{n}}*2", ["TRC3301:1"]],
    ["2\\. год\n\n\\- слово \\| \\`а\\` \\&nbsp; \\~~ \\<b> \\[^1] \\!\\[ \\:: \\*\\*", []],
    ["Заголовок\n---", ["TRC3301:1"]],
    [":::center\nа\n:::\n\n:::", ["TRC3302:5"]],
    [
      "• а\n\n– б\n\n-в\n\n1.г\n\n1.1. Д\n\n2.3 Е\n\nIV. Ж\n\n(1) з",
      [1, 3, 5, 7, 9, 11, 13, 15].map((line) => `TRC3313:${line}`),
    ],
    ["- • а\n- – б\n\n1. 1.1. В", ["TRC3313:1", "TRC3313:2", "TRC3313:4"]],
    ["- - а\n\n1. - б", ["TRC3313:1", "TRC3313:3"]],
    ["h2. а\n\n, б\n\n.. в", ["TRC3301:1", "TRC3301:3", "TRC3301:5"]],
    ['//а//, /* б */, ((ж)), +з+, :и:, """е, !k.png!', Array.from({ length: 8 }, () => "TRC3301:1")],
    ["в*, <<д>>, а\\u00a0б, в\\nг", Array.from({ length: 4 }, () => "TRC3301:1")],
    ["*г", ["TRC3301:1"]],
    ["&nbsp д", ["TRC3301:1"]],
    ["<{{n}}>", ["TRC3301:1"]],
    [
      "-5 °C, 9.30 Открытие, 12.09.2025 и 1.5 ставки\n\n9.30 Открытие\n\n12.09.2025 начато\n\n1.5 ставки\n\n-5 °C\n\n... и далее\n\nа) первое\n\nV съезд\n\n1 а",
      [],
    ],
    ["слово\n– слово\n1.1. Положения", []],
    ["| – | – нет | 1.1. Слово | • |\n|---|---|---|---|\n| – | -5 | 1.2. Да | 2 × 3 |", []],
    [
      "БАНКА РОССИИ//УФК, и/или, /Седых/, https://example.org/a//b, «[…]», [1], 5 * 3, a > b, x < 5, (а (б)), 20 +5, в 10:30:15",
      [],
    ],
    ["\\- а\n\n1\\.1. Б\n\n\\(1) в\n\n\\; г\n\nд\\* \\<е> \\//ж \\((з))", []],
    ["$x^2$ и \\$5, \\^2, \\-\\-, \\[[а]], 100 $ и 200 $, 10:30:00, C++, [а], 5~6", ["TRC3301:1"]],
  ])("%j: %j", (source, expected) => {
    expect(findings(source, { variables: { n: 5, empty: "", tabbed: "б\tв" } })).toEqual(expected);
  });

  it("has a line for every token of the parser, and refuses one that it does not know", () => {
    const source = ALL.map(([, { example }]) => example).join("\n\n");
    const events = eventsOf(source);
    const unknown = events.map(([, { type }]) => type).filter((type) => constructOf(type) === "unknown");
    expect(events.length).toBeGreaterThan(500);
    expect(unknown).toEqual([]);
    expect(constructOf("mathText")).toBe("unknown");
  });
});
