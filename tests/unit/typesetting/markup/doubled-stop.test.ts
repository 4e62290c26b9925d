import { describe, expect, it } from "vitest";
import { type Block, documentLines } from "../../../../src/paperwork/document/index.ts";
import { composeFlow } from "../../../../src/typesetting/flow/index.ts";
import { measureIn } from "../../../../src/typesetting/fonts/index.ts";
import { layoutFlow } from "../../../../src/typesetting/layout/index.ts";
import { writeDocx } from "../../../../src/typesetting/writers/docx/index.ts";
import { writePdf } from "../../../../src/typesetting/writers/pdf/index.ts";
import { docxWords } from "../../../support/docx-text.ts";
import { pdfWords } from "../../../support/pdf-text.ts";
import { blocks, text } from "../../../support/render.ts";
import { fonts, smallModel, smallProfile } from "../../../support/small-flow.ts";

const start = { line: 1, column: 1 };
/** A person as a view gives it to a helper. */
const person = {
  declinable: "person",
  text: "Седых Лидия Наумовна",
  gender: "feminine",
  cases: null,
  person: { surname: "Седых", given: "Лидия", patronymic: "Наумовна" },
  place: { file: "people/sedyh-ln.yaml", start, end: start },
};

describe("a full stop behind an abbreviation that has one", () => {
  it("is one in the tree, in plain text, in DOCX and in PDF", async () => {
    const tree = blocks("Поручить: {{initialsAfter person}}.\n\nСм. {{list}}. Далее.", {
      variables: { person, list: "учебники и т. д." },
    });
    const model = smallModel(tree);
    const flow = composeFlow(model, { profile: smallProfile(), measure: measureIn(fonts) });
    const wanted = ["Поручить: Седых Л.Н.", "См. учебники и т. д. Далее."];
    expect(documentLines(model).map((line) => line.replaceAll("\u00a0", " "))).toEqual(wanted);
    const whole = wanted.join("").replace(/\s/g, "");
    expect(
      docxWords(await writeDocx(flow, fonts))
        .join("")
        .replace(/\s/g, ""),
    ).toBe(whole);
    const pdf = await writePdf(layoutFlow(flow, fonts), flow, fonts);
    expect((await pdfWords(pdf)).join("").replace(/\s/g, "")).toBe(whole);
  });

  it("goes out of whatever inline the second one stands in, and an inline it leaves empty goes too", () => {
    const [block] = blocks("Вручить **{{name}}**.", { variables: { name: "Седых Л. Н." } });
    expect((block as Extract<Block, { type: "paragraph" }>).inlines).toEqual([
      { type: "text", text: "Вручить " },
      { type: "strong", children: [{ type: "text", text: "Седых\u00a0Л.\u00a0Н." }] },
    ]);
  });

  it("stays where the settings switch the rule off, and three stops stay three", () => {
    const variables = { name: "Л. Н." };
    const [on] = blocks("Всё... и {{name}}.", { variables });
    expect(on).toMatchObject({ inlines: [{ type: "text", text: "Всё... и\u00a0Л.\u00a0Н." }] });
    const [off] = blocks("Там и {{name}}.", { variables, typographyOff: new Set(["stops"]) });
    expect(off).toMatchObject({ inlines: [{ type: "text", text: "Там и\u00a0Л.\u00a0Н.." }] });
  });

  it("is one in captions, in the words of a chart and in titles too", () => {
    const variables = { name: "Седых Л. Н." };
    const rows = "| А | Балл |\n| --- | --- |\n| {{name}}. | 5 |\n";
    const source = `:::table{caption="Список {{name}}."}\n${rows}:::\n\n:::chart{title="Итоги {{name}}." alt="Итоги" unit="балл"}\n${rows}:::`;
    expect(documentLines(smallModel(blocks(source, { variables }))).join("\n")).not.toContain("..");
    expect(text("Приказ {{name}}.", variables)).toBe("Приказ Седых Л. Н.");
  });
});
