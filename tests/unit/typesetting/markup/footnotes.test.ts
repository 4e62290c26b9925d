import { describe, expect, it } from "vitest";
import { documentLines } from "../../../../src/paperwork/document/index.ts";
import { findings, render } from "../../../support/render.ts";

const lines = (source: string, options = {}): string[] => {
  const { value, diagnostics } = render(source, options);
  if (value === undefined || diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics));
  return documentLines(value);
};

describe("footnotes", () => {
  it("stand in paragraphs, clauses and lists, and are numbered through the document in the order of their marks", () => {
    const source = [
      "Слово [^b], **важное[^a]**.",
      "1. Пункт[^c].",
      "- перечень[^d];",
      "[^a]: Вторая *сноска*.",
      "[^b]: Первая, {{value}}.",
      "[^c]: Третья.",
      "[^d]: Четвёртая.",
    ].join("\n\n");
    const annexes = [{ id: "a", title: "Приложение", source: "Ещё[^b].\n\n[^b]: Пятая." }];
    expect(lines(`${source}\n\n(приложение:annex[a])`, { variables: { value: "[^x]" }, annexes })).toEqual([
      "Слово¹, важное².",
      "¹ Первая, [^x].",
      "² Вторая сноска.",
      "1. Пункт³.",
      "³ Третья.",
      "– перечень⁴;",
      "⁴ Четвёртая.",
      "(приложение)",
      "Ещё⁵.",
      "⁵ Пятая.",
    ]);
  });

  it("are typeset like paragraphs, and may refer to clauses", () => {
    const { value } = render("1. :id[term] Срок[^1].\n\n[^1]: См. пункт :ref[term], N 5.");
    expect(value?.body.blocks[0]).toMatchObject({
      inlines: [
        { text: "Срок" },
        { type: "footnote", number: 1, note: [{}, { type: "reference", text: "1" }, {}] },
        {},
      ],
    });
  });

  it.each([
    ["without its text", "Раз.\n\nСлово[^1].", ["TRC3315:3"]],
    ["whose text nothing refers to", "Раз.\n\n[^1]: Текст.", ["TRC3315:3"]],
    ["referred to twice", "Слово[^1].\n\nДва[^1].\n\n[^1]: Текст.", ["TRC3315:3"]],
    ["whose name is taken", "Слово[^1].\n\n[^1]: Текст.\n\n[^1]: Другой.", ["TRC3315:5"]],
    ["in a heading", "## Раздел[^1]\n\nТекст.\n\n[^1]: Текст.", ["TRC3315:1"]],
    ["in a letterhead", ":::letterhead\n::organisation[Школа[^1]]\n:::\n\n[^1]: Текст.", ["TRC3315:2"]],
    ["in a table", "| а[^1] |\n|---|\n| б |\n\n[^1]: Текст.", ["TRC3315:1"]],
    ["in a footnote", "Слово[^1].\n\n[^1]: Текст[^2].\n\n[^2]: Текст.", ["TRC3315:3"]],
    ["without words", "Слово[^1].\n\n[^1]: {{empty}}", ["TRC3315:3"]],
    ["of two paragraphs", "Слово[^1].\n\n[^1]: Текст.\n\n    Ещё.", ["TRC3315:3"]],
  ])("%s are refused at their place", (_what, source, expected) => {
    expect(findings(source, { variables: { empty: "" } })).toEqual(expected);
  });

  it("are not looked for in values, behind a backslash and in branches that are not reached", () => {
    const source = "Слово {{value}} \\[^1]{{#if no}} [^2]{{/if}}";
    expect(lines(source, { variables: { value: "[^1]", no: false } })).toEqual(["Слово [^1] [^1]"]);
  });
});
