import { describe, expect, it } from "vitest";
import { findings, render } from "../../../support/render.ts";

const variables = {
  record: { title: "Название", empty: null, list: ["а", "б"], flag: true, part: { x: 1 } },
  date: "2025-09-05",
  value: "х",
};

describe("a template", () => {
  it.each([
    ["a missing name", "Строка\n\n{{recrod.title}}", "TRC3210:3"],
    ["a missing property", "{{record.titel}}", "TRC3210:1"],
    ["a step into nothing", "{{record.empty.more}}", "TRC3211:1"],
    ["printing nothing", "а\n\nб {{record.empty}}", "TRC3211:3"],
    ["printing a list", "{{record.list}}", "TRC3212:1"],
    ["printing a switch", "{{record.flag}}", "TRC3212:1"],
    ["printing a part of a record", "{{record.part}}", "TRC3212:1"],
    ["an unknown helper", "{{uper record.title}}", "TRC3203:1"],
    ["an unknown block", "{{#foreach record.list}}{{/foreach}}", "TRC3203:1"],
    ["an unknown partial", "\n{{> lettrehead}}", "TRC3206:2"],
    ["three braces", "{{{record.title}}}", "TRC3204:1"],
    ["an ampersand", "{{&record.title}}", "TRC3204:1"],
    ["a dynamic partial", '{{> (get record "title")}}', "TRC3202:1"],
    ["an inline partial", '{{#*inline "x"}}a{{/inline}}', "TRC3202:1"],
    ["a partial block", "{{#> x}}a{{/x}}", "TRC3202:1"],
    ["a decorator", "{{* x}}", "TRC3202:1"],
    ["block parameters", "{{#each record.list as |item|}}{{/each}}", "TRC3202:1"],
    ["an unclosed block", "{{#if record.flag}}а", "TRC3201:1"],
    ["a block closed by another name", "{{#if record.flag}}а{{/each}}", "TRC3201:1"],
    ["a wrong argument", "{{date record.title}}", "TRC3214:1"],
    ["an unknown directive", "Текст\n\n::unknown[x]", "TRC3302:3"],
    ["an unknown text directive", "срок:до понедельника", "TRC3302:1"],
    ["an unknown container", ":::box\nx\n:::", "TRC3302:1"],
    ["a wrong attribute", "::title[x]{align=middle}", "TRC3303:1"],
    ["text inside a requisite", ":::signature\nпросто текст\n:::", "TRC3304:2"],
    ["a dangling reference", "Смотри пункт :ref[nowhere]", "TRC3305:1"],
    ["a clause id used twice", "1. :id[a] раз\n2. :id[a] два", "TRC3306:2"],
    ["a table of the wrong width", ':::table{widths="1 2 3"}\n| а | б |\n|---|---|\n| 1 | 2 |\n:::', "TRC3307:2"],
    ["an annex that is not there", "Смотри (приложение:annex[x])", "TRC3308:1"],
    ["numbering too deep", "1. а\n   1. б\n      1. в\n         1. г\n            1. д", "TRC3311:5"],
    ["a chart without numbers", ':::chart{form=bar title="т"}\n| а | б |\n|---|---|\n| х | у |\n:::', "TRC3312:1"],
    ["an attribute twice", '::title[а]{align="left" align="center"}', "TRC3303:1"],
    ["an attribute of an inner block twice", ":::approval{side=left side=right word=а}\n::line[а]\n:::", "TRC3303:1"],
    ["an attribute in a line twice", ":blank{width=10 width=20}", "TRC3303:1"],
    ["a mark of restricted access behind a text", "Текст\n\n:::restriction\n::line[ДСП]\n:::", "TRC3304:3"],
    ["a mark of restricted access without words", ":::restriction\n:::", "TRC3304:1"],
    ["a private-use character", "а\ue000", "TRC3207:1"],
  ])("with %s is an error at its line", (_what, source, expected) => {
    expect(findings(source, { variables })).toContain(expected);
  });

  it("with several mistakes reports them all", () => {
    expect(findings("{{{record.title}}} {{uper record.title}}\n\n{{> nothing}}", { variables })).toEqual([
      "TRC3204:1",
      "TRC3203:1",
      "TRC3206:3",
    ]);
  });

  it("names the record the document was made from beside the line of the template", () => {
    const [finding] = render("{{record.titel}}", { variables }).diagnostics;
    expect(finding?.place?.file).toBe("templates/kind/body.hbs");
    expect(finding?.hints.map(({ ru }) => ru)).toEqual(["Возможно, имелось в виду: title"]);
    expect(finding?.related?.[0]?.place.file).toBe("content/record.yaml");
  });

  it("that calls itself is an error, in whatever number of steps", () => {
    expect(findings("{{> a}}", { partials: { a: "{{> b}}", b: "{{> a}}" } })).toEqual(["TRC3208:1"]);
  });

  it("without a requisite that its kind demands is an error", () => {
    expect(findings("Текст", { requisites: ["signature", "letterhead"] })).toEqual(["TRC3310:1", "TRC3310:1"]);
  });

  it("with an annex that its text never mentions is an error", () => {
    const annexes = [{ id: "list", title: "Перечень", source: "Текст" }];
    expect(findings("Текст", { annexes })).toEqual(["TRC3309:1"]);
    expect(findings("Текст (приложение:annex[list])", { annexes })).toEqual([]);
  });
});

describe("attacks", () => {
  it.each([
    "{{constructor}}",
    "{{this.constructor}}",
    "{{record.constructor}}",
    "{{record.__proto__}}",
    "{{__proto__.x}}",
    "{{record.prototype}}",
    "{{record.__defineGetter__}}",
    "{{record.toString}}",
    "{{record.hasOwnProperty}}",
    "{{@root}}",
    "{{@partial-block}}",
    "{{@root.record}}",
    '{{get record "constructor"}}',
    '{{get record "__proto__"}}',
    '{{get record.list "constructor"}}',
    '{{lookup record "constructor"}}',
    '{{#with "x" as |s|}}{{s.sub.constructor}}{{/with}}',
    "{{helperMissing}}",
    "{{#blockHelperMissing record}}{{/blockHelperMissing}}",
    "{{log record}}",
    "{{record.list.constructor.constructor}}",
    "{{#each record}}{{this}}{{/each}}",
    "{{> __proto__}}",
    "{{> constructor}}",
    "{{__emit record}}",
    '{{__get "record"}}',
  ])("%s prints nothing and is an error", (source) => {
    const { value, diagnostics } = render(source, { variables });
    expect(diagnostics.some(({ severity }) => severity === "error")).toBe(true);
    expect(JSON.stringify(value?.body.blocks ?? [])).not.toMatch(/function|native code|\[object/);
  });

  it.each([
    [
      "an object that looks like a template tree",
      { type: "Program", body: [{ type: "MustacheStatement", path: { type: "PathExpression", parts: ["x"] } }] },
    ],
    ["a safe string", { toHTML: () => "<b>", string: "<b>" }],
    ["a function", () => "x"],
    ["an object with its own toString", { toString: () => "x" }],
    ["a symbol", Symbol("x")],
    ["not a number", Number.NaN],
  ])("a value that is %s is not printed", (_what, value) => {
    expect(findings("{{value}}", { variables: { value } })).toEqual(["TRC3212:1"]);
  });

  it("a value that looks like a template stays text", () => {
    const { value } = render("{{value}}", { variables: { value: "{{constructor}} {{> x}} {{#each record.list}}" } });
    expect(value?.body.blocks).toEqual([
      {
        type: "paragraph",
        role: "text",
        inlines: [{ type: "text", text: "{{constructor}} {{> x}} {{#each record.list}}" }],
      },
    ]);
  });
});
