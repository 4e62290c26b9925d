import { describe, expect, it } from "vitest";
import { type Block, documentLines, type Inline, inlinesText } from "../../../../src/paperwork/document/index.ts";
import { blocks, findings, render } from "../../../support/render.ts";

type Item = Extract<Block, { type: "item" | "clause" | "paragraph" }>;
const read = (source: string, variables = {}): Item[] => blocks(source, { variables }) as Item[];
const textsOf = (source: string, variables = {}): string[] =>
  read(source, variables).map(({ inlines }) => inlinesText(inlines));
const boxesIn = (inlines: readonly Inline[]): boolean[] =>
  inlines.flatMap((one) => ("children" in one ? boxesIn(one.children) : one.type === "check-box" ? [one.checked] : []));

describe("a check box of a template", () => {
  it("takes the place of the dash of an item, whose words stay as they were typed", () => {
    const source = "- [ ] очно\n- [x] дистанционно\n- [X] дома\n- [х] в школе\n- тире";
    expect(read(source).map((one) => (one.type === "item" ? one.marker + one.label : ""))).toEqual([
      "check-box",
      "check-box",
      "check-box",
      "check-box",
      "dash–",
    ]);
    expect(textsOf(source)).toEqual(["□ очно", "■ дистанционно", "■ дома", "■ в\u00a0школе", "тире."]);
  });

  it("opens a clause and an item with a bracket behind their numbers", () => {
    expect(textsOf("1. :id[a] [x] Первый.\n1. Второй, см. п. :ref[a].")).toEqual([
      "■ Первый.",
      "Второй, см. п.\u00a01.",
    ]);
    expect(read(":::paren\n- [ ] первое\n:::").map((one) => "label" in one && one.label)).toEqual(["1)"]);
  });

  it("stands among words, in bold ones and in a table", () => {
    expect(textsOf("Питание: :box да **:box[x] нет**")).toEqual(["Питание: □ да ■ нет"]);
    const [table] = blocks("| Да | Нет |\n|---|---|\n| :box[x] | :box |");
    const cells = table?.type === "table" ? (table.rows[0]?.cells ?? []) : [];
    expect(cells.map(({ paragraphs }) => paragraphs.flatMap(boxesIn))).toEqual([[true], [false]]);
  });

  it("is marked by a value of a record", () => {
    const source = '- [{{when agreed "x" ""}}] согласен :box[{{when agreed "" "x"}}]';
    expect(textsOf(source, { agreed: true })).toEqual(["■ согласен □"]);
    expect(textsOf(source, { agreed: false })).toEqual(["□ согласен ■"]);
  });

  it("is a word of what is approved", () => {
    const { value } = render("- [ ] очно\n- [x] дома\n\nДа :box[x]");
    expect(value && documentLines(value)).toEqual(["[ ] очно", "[x] дома", "Да [x]"]);
  });

  it.each([
    ["anything but x in it", ":box[да]", "TRC3304:3"],
    ["an attribute", ":box{width=5}", "TRC3303:3"],
    ["no words behind it in a list", "- [ ]\n", "TRC3314:3"],
    ["a name close to it", ":bax", "TRC3302:3"],
  ])("is refused with %s", (_what, source, finding) => {
    expect(findings(`Слово.\n\n${source}`)).toEqual([finding]);
  });

  it("is no more than brackets behind a backslash or around anything else", () => {
    expect(textsOf("- \\[ ] слово;\n- [12] слово;\n- слово \\[x], \\[].")).toEqual([
      "[ ] слово;",
      "[12] слово;",
      "слово [x], [].",
    ]);
  });

  it.each([
    "- [x]слово",
    "- слово [x] слово",
    "[ ] слово",
    "[] слово",
    "- [v] слово",
    "- [ x] слово",
    "-[ ] слово",
    "☑ да",
  ])("that came to nothing is an error: %s", (source) => {
    expect(findings(`Слово.\n\n${source}`)).toEqual(["TRC3301:3"]);
  });

  it.each(["[ ] слово", "[x] слово", ":box слово", ":box[x] слово"])(
    "is never made by a value of a record: %s",
    (value) => {
      expect(textsOf("- {{value}}.", { value })).toEqual([`${value}.`]);
    },
  );
});
