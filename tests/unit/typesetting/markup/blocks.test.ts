import { describe, expect, it } from "vitest";
import { type Block, inlinesText } from "../../../../src/paperwork/document/index.ts";
import { blocks, render, text } from "../../../support/render.ts";

/** «type label text» of every block with text of its own. */
function outline(tree: readonly Block[]): string[] {
  return tree.map((block) => {
    const label = "label" in block && block.label !== null ? `${block.label} ` : "";
    return `${block.type} ${label}${"inlines" in block ? inlinesText(block.inlines) : ""}`.trim();
  });
}

describe("numbering", () => {
  it("of an order goes on across paragraphs and lists between its clauses", () => {
    expect(
      outline(blocks("1. раз\n\nАбзац\n\n- строка\n\n1. два\n   1. два-один\n   1. два-два\n      - внутри\n1. три")),
    ).toEqual([
      "clause 1. раз",
      "paragraph Абзац",
      "item – строка.",
      "clause 2. два",
      "clause 2.1. два-один",
      "clause 2.2. два-два",
      "item – внутри.",
      "clause 3. три",
    ]);
  });

  it("of sections counts clauses under each heading", () => {
    expect(
      outline(
        blocks(
          "## :id[one] Первый\n\n1. а\n1. б\n\n### Подзаголовок\n\n## Второй\n\n1. :id[c] в\n\nСм. пункт :ref[c] и раздел :ref[one].",
        ),
      ),
    ).toEqual([
      "heading 1. Первый",
      "clause 1.1. а",
      "clause 1.2. б",
      "heading Подзаголовок",
      "heading 2. Второй",
      "clause 2.1. в",
      "paragraph См. пункт\u00a02.1 и\u00a0раздел\u00a01.".replace("См.\u00a0", "См. "),
    ]);
  });

  it("of lists in brackets starts anew in each", () => {
    expect(outline(blocks(":::paren\n- а\n- б\n:::\n\n:::paren\n- в\n:::"))).toEqual([
      "item 1) а;",
      "item 2) б.",
      "item 1) в.",
    ]);
  });

  it("of annexes starts anew, and a single annex has no number", () => {
    const annex = (id: string): { id: string; title: string; source: string } => ({
      id,
      title: id,
      source: "1. пункт",
    });
    const two = render("1. пункт (приложение:annex[a]) и (приложение:annex[b])", { annexes: [annex("a"), annex("b")] });
    expect(outline(two.value?.body.blocks ?? [])).toEqual([
      "clause 1. пункт (приложение\u00a0№\u00a01) и\u00a0(приложение\u00a0№\u00a02)",
    ]);
    expect(two.value?.annexes.map(({ number, blocks }) => [number, outline(blocks)])).toEqual([
      [1, ["clause 1. пункт"]],
      [2, ["clause 1. пункт"]],
    ]);
    const one = render("1. пункт (приложение:annex[a])", { annexes: [annex("a")] });
    expect([outline(one.value?.body.blocks ?? []), one.value?.annexes[0]?.number]).toEqual([
      ["clause 1. пункт (приложение)"],
      null,
    ]);
  });
});

describe("requisites", () => {
  it("of several lines become one block each, without their empty lines", () => {
    const [letterhead, dateline, approvals, signature, parties, acquaintance] = blocks(`:::letterhead
::superior[Комитет]
::organisation[Школа]
::short[]
:::

:::dateline{layout=agreement}
::date[05.09.2025]
::place[г. Смоленск]
:::

::::approvals
:::approval{side=left word="СОГЛАСОВАНО"}
::line[Председатель]
::sign[И.И. Петров]
:::
:::approval{side=right word="УТВЕРЖДЕНО"}
::line[приказом]
:::
::::

:::signature{seal=true}
::post[Директор]
::name[И.И. Петров]
:::

::::parties
:::party{seal=true}
::head[Центр]
::line[Адрес]
::post[Директор]
::name[И.И. Петров]
:::
::::

:::acquaintance
::heading[Ознакомлены:]
::person[И.И. Петров]
::post[учитель]
::person[О.О. Иванова]
:::
`);
    const t = (value: string) => [{ type: "text", text: value }];
    expect(letterhead).toEqual({
      type: "letterhead",

      lines: [
        { role: "superior", inlines: t("Комитет") },
        { role: "organisation", inlines: t("Школа") },
      ],
    });
    expect(dateline).toEqual({
      type: "dateline",
      layout: "agreement",
      date: t("05.09.2025"),
      number: null,
      place: t("г.\u00a0Смоленск"),
    });
    expect(approvals).toMatchObject({
      left: { word: "СОГЛАСОВАНО", sign: { name: t("И.И.\u00a0Петров"), date: null } },
      right: { word: "УТВЕРЖДЕНО", sign: null },
    });
    expect(signature).toEqual({
      type: "signature",
      post: [t("Директор")],
      name: t("И.И.\u00a0Петров"),
      seal: true,
    });
    expect(parties).toMatchObject({ parties: [{ title: t("Центр"), lines: [t("Адрес")], seal: true }] });
    expect(acquaintance).toMatchObject({ people: [{ post: t("учитель") }, { post: null }] });
  });

  it("spaces around a forced line break vanish, in what is emphasized and beside values too", () => {
    const [block] = blocks("Текст :br второй  :br {{value}} :br **жирный :br далее** :br :br\nконец", {
      variables: { value: " третий " },
    });
    const t = (value: string): object => ({ type: "text", text: value });
    const br = { type: "break" };
    const strong = { type: "strong", children: [t("жирный"), br, t("далее")] };
    expect(block).toMatchObject({
      inlines: [t("Текст"), br, t("второй"), br, t("третий"), br, strong, br, br, t("конец")],
    });
    // A line left free is asked for by a no-break space.
    expect(blocks("1 :br \u00a0")[0]).toMatchObject({ inlines: [t("1"), br, t("\u00a0")] });
  });

  it("a table knows its groups, totals, widths and alignment", () => {
    const [table] = blocks(
      ':::table{widths="1 3" caption="Список"}\n| № | Имя |\n|---:|:---:|\n| :group[Раздел] | |\n| 1 | а:br{}б |\n| :total[Итого] | 5 |\n:::',
    );
    expect(table).toMatchObject({
      type: "table",
      caption: "Список",
      widths: [1, 3],
      header: [{ kind: "data" }],
      rows: [
        { kind: "group", cells: [{ span: 2 }] },
        { kind: "data", cells: [{ align: "right" }, { align: "center" }] },
        { kind: "total" },
      ],
    });
  });

  it("signs of other markup stay ordinary text after a backslash or in a value", () => {
    expect(outline(blocks("    отступ\n\n\\<b>тег\\</b> 2 < 3, a > b"))).toEqual([
      "paragraph отступ",
      "paragraph <b>тег</b> 2 < 3, a > b",
    ]);
    const value = "<b>тег</b> ![картинка](x.png) `код`";
    expect(outline(blocks("{{value}}", { variables: { value } }))).toEqual([`paragraph ${value}`]);
  });

  it.each([
    ["HTML", "слово <b>тег</b>", [1, 7, 10]],
    ["a tag with attributes on two lines", 'слово\n<img\n src="x.png">', [2, 1, 5]],
    ["an unknown tag", "а <foo/> б", [1, 3, 9]],
    ["a tag with a value inside", '<a href="{{value}}">', [1, 1, 10]],
    ["a comment of HTML", "а <!-- б -->", [1, 3, 13]],
    ["a picture", "см. ![схема](a.png)", [1, 5, 20]],
    ["code", "слово `код`", [1, 7, 12]],
    ["a quotation", "а\n\n> цитата", [3, 1, 9]],
    ["a rule", "а\n\n---\n", [3, 1, 4]],
  ])("%s is refused where it stands", (_what, source, [line, from, to]) => {
    const [first] = render(source, { variables: { value: "x" } }).diagnostics;
    expect(first).toMatchObject({
      code: "TRC3301",
      place: { start: { line, column: from }, end: { line, column: to } },
    });
    expect(first?.hints).toHaveLength(1);
  });
});

describe("helpers", () => {
  const variables = {
    list: [
      { id: "b", n: 10, d: "2025-10-01", tags: ["x"], sub: [{ v: 1 }, { v: 2 }] },
      { id: "a", n: 2, d: "2025-09-01", tags: [], sub: [] },
    ],
    year: { from: "2025-09-01", to: "2026-08-31" },
    month: { date: null, from: null, to: null, month: "2025-10", months: null, wholeYear: null },
    months: {
      date: null,
      from: null,
      to: null,
      month: null,
      months: { from: "2025-09", to: "2026-01" },
      wholeYear: null,
    },
    days: { date: null, from: "2025-11-10", to: "2025-11-14", month: null, months: null, wholeYear: null },
    whole: { date: null, from: null, to: null, month: null, months: null, wholeYear: true },
    upTo: { date: null, from: null, to: null, by: "2025-09-25", month: null, months: null, wholeYear: null },
    apart: { date: null, inMonths: ["2025-09", "2025-12", "2026-05"], text: null },
    written: { date: null, month: "2025-10", text: "вторая неделя октября" },
    empty: null,
    taken: [
      { from: 1, to: 5 },
      { from: 8, to: null },
      { from: 10, to: null },
    ],
    numbered: ["12-ОД", "12-К-ОД", "133/6-ОД", "01-05/12-ОД", null].map((number) => ({ number })),
  };

  it.each([
    ['{{genitive "план работы"}}', "плана работы"],
    ['{{dative (phrase "Центр" cases=(get empty "x"))}}', "Центру"],
    ['{{agree "именуемый" "feminine"}} {{agree "действующий" "masculine" case="genitive"}}', "именуемая действующего"],
    [
      '{{about "утверждении"}}, {{about "плане"}}, {{preposition "с" "школой"}}',
      "об\u00a0утверждении, о\u00a0плане, со\u00a0школой",
    ],
    [
      '{{date "2025-09-05"}} {{dateNumeric "2025-09-05"}} {{dateContract "2025-09-05"}}',
      "5\u00a0сентября 2025\u00a0г. 05.09.2025 «05»\u00a0сентября 2025\u00a0г.",
    ],
    [
      '{{schoolYear year}} {{period month}} {{period months}} {{period days}} {{period whole wholeYear="в течение года"}}',
      "2025/2026 октябрь 2025\u00a0г. сентябрь 2025\u00a0г. – январь 2026\u00a0г. 10–14\u00a0ноября 2025\u00a0г. в течение года",
    ],
    [
      "{{period upTo}}; {{period apart}}; {{period written}}",
      "до\u00a025\u00a0сентября 2025\u00a0г.; сентябрь, декабрь 2025\u00a0г., май 2026\u00a0г.; вторая неделя октября",
    ],
    [
      '{{count 21 "педагог" "педагога" "педагогов"}} {{plural 2 "день" "дня" "дней"}} {{words 2 case="genitive"}} {{ordinal 3}}',
      "21\u00a0педагог дня двух третий",
    ],
    [
      "{{percent 1 3}} {{percent 1 0}} {{percent 1 3 digits=1}} {{number 12345}} {{money 1}}",
      "33\u00a0% – 33,3\u00a0% 12\u00a0345 1 (один) рубль 00\u00a0копеек",
    ],
    ['{{upper "а"}}{{lower "Б"}}{{capitalize "вг"}}{{uncapitalize "ДЕ"}} {{unstop "конец."}}', "АбВгдЕ конец"],
    ['{{join (pluck list "id") ", " last=" и "}} {{length list}} {{sum list "n"}}', "b и a 2 12"],
    [
      '{{join (pluck (sortBy list "n") "id")}} {{join (pluck (where list "id" "a") "n")}} {{join (pluck (within list "d" "2025-09-15" "2025-12-31") "id")}}',
      "a, b 2 b",
    ],
    [
      '{{join (pluck (whereHas list "tags" "x") "id")}} {{join (pluck (present list "tags") "id")}} {{join (pluck (absent list "tags") "id")}}',
      "b b a",
    ],
    [
      '{{sum (flatten list "sub") "v"}} {{get (first (flatten list "sub")) "parent.id"}} {{length (groupBy list "d")}}',
      "3 b 2",
    ],
    [
      '{{choose "b" a="один" b="два"}} {{add 1 2 3}} {{subtract 5 2}} {{multiply 2 3}} {{max 1 7}} {{min 4 2}} {{divide 1 4}}',
      "два 6 3 6 7 2 0,25",
    ],
    ["{{#if (and (eq 1 1) (ne 1 2) (lt 1 2) (gte 2 2) (or 0 1) (not 0))}}да{{else}}нет{{/if}}", "да"],
    [
      '{{#each (range 1 3)}}{{this}}{{#unless @last}}-{{/unless}}{{/each}} {{#let x="у"}}{{x}}{{/let}} {{#with (first list)}}{{id}}{{/with}}',
      "1-2-3 у b",
    ],
    [
      '{{join (gaps (list "1-ОД" "4-ОД" "6-ОД"))}} {{join (months "2025-11-03" "2026-01-31")}} {{join (take (list "а" "б" "в") 2)}} {{otherwise empty "есть"}}',
      "2–3, 5 2025-11, 2025-12, 2026-01 а, б есть",
    ],
    [
      '{{postAt "министр" "Министерство образования и науки" case="dative"}}, {{postAt "заместитель министра образования" "Министерство образования"}}, {{postAt "начальник отдела" "Министерство образования"}}',
      "министру образования и науки, заместитель министра образования, начальник отдела Министерства образования",
    ],
    ['{{join (gaps (list "01-05/92" "01-05/95" "__-ОД"))}}', "93–94"],
    ['{{join (pluck (indexed numbered "number" "-ОД") "number")}}', "12-ОД, 133/6-ОД"],
    ['{{join (pluck (indexed numbered "number" "-од" "01-05/") "number")}}', "01-05/12-ОД"],
    ['{{join (pluck (lettered numbered "number") "number")}}', "133/6-ОД"],
    ['{{join (gaps (list "1-ОД" "01-05/92" "3-ОД" "01-05/94"))}}', "2, 93"],
    ['{{join (gaps (list "3-ОД" "9-ОД" "12-ОД") taken=taken)}}', "6–7, 11"],
    ['{{join (gaps (list "87-ОД" "89-ОД") taken=taken)}}', "88"],
  ])("%s", (source, expected) => expect(text(source, variables)).toBe(expected));
});
