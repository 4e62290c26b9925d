import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block, Inline } from "../../../../src/paperwork/document/index.ts";
import { holdLines, type Layout, layoutFlow } from "../../../../src/typesetting/layout/index.ts";
import { writeDocx } from "../../../../src/typesetting/writers/docx/index.ts";
import { writePdf } from "../../../../src/typesetting/writers/pdf/index.ts";
import { docxParts, docxWords } from "../../../support/docx-text.ts";
import { pdfTags } from "../../../support/pdf-tags.ts";
import { pdfWords } from "../../../support/pdf-text.ts";
import { readAloud } from "../../../support/read-aloud.ts";
import { runs } from "../../../support/runs.ts";
import { fonts, linesOf, smallFlow } from "../../../support/small-flow.ts";

const word = (text: string): Inline => ({ type: "text", text });
const box = (checked = false): Inline => ({ type: "check-box", checked });
const line = (...inlines: Inline[]): Block => ({ type: "paragraph", role: "text", inlines });
const item = (checked: boolean, text: string): Block => ({
  type: "item",
  marker: "check-box",
  label: "",
  level: 0,
  list: "body.items.1",
  inlines: [box(checked), word(` ${text}`)],
});
const layOut = (...blocks: Block[]): Layout => layoutFlow(smallFlow(blocks), fonts);
const docx = async (layout: Layout): Promise<Uint8Array> => writeDocx(holdLines(layout, fonts), fonts);

describe("a check box", () => {
  it("is a control that a click marks, in the family of the document, in a namespace that may be passed over", async () => {
    const body = docxParts(await docx(layOut(line(word("Да "), box(true))))).get("word/document.xml") ?? "";
    const state =
      '<w14:checkedState w14:val="25A0" w14:font="Times New Roman"/><w14:uncheckedState w14:val="25A1" w14:font="Times New Roman"/>';
    expect(body).toContain(
      `<w:sdtPr><w:alias w:val="отмечено"/><w:id w:val="1"/><w14:checkbox><w14:checked w14:val="1"/>${state}</w14:checkbox></w:sdtPr>`,
    );
    expect(body).toMatch(/<w:sdtContent><w:r>(?:(?!<\/w:r>).)*■<\/w:t><\/w:r><\/w:sdtContent>/);
    expect(body).toMatch(/<w:document [^>]*xmlns:w14="[^"]+"[^>]*mc:Ignorable="w14"/);
  });

  it("is as wide in every style of the family, marked or not", () => {
    const faces = [fonts.regular, fonts.bold, fonts.italic, fonts.boldItalic];
    expect(new Set(faces.flatMap((face) => [face.widthOf("□"), face.widthOf("■")])).size).toBe(1);
  });

  it("says whether it is marked, in a list without numbers and among words", async () => {
    const layout = layOut(item(false, "очно"), item(true, "дома"), line(word("Да "), box(true), word(" нет "), box()));
    const file = await writePdf(layout, layout.flow, fonts);
    expect(
      readAloud(await pdfTags(file))
        .split("\n")
        .slice(1, -1),
    ).toEqual([
      "Перечень без номеров, 2:",
      "  [не отмечено] очно",
      "  [отмечено] дома",
      "Да [отмечено] нет [не отмечено]",
    ]);
    expect(Buffer.from(file).toString("latin1")).toContain("/ListNumbering /None");
  });

  it("opens its item at the indent of the text, without a number", async () => {
    const layout = layOut(item(false, "очно"), line(word("слово")));
    const [first, second] = linesOf(layout);
    expect(first?.pieces[0]?.x).toBeCloseTo(second?.pieces[0]?.x ?? 0, 5);
    expect(docxParts(await docx(layout)).get("word/document.xml")).not.toContain("<w:numPr>");
  });

  it("stays in the line of the word behind it, and its words are those of both formats", async () => {
    const words = fc.array(fc.record({ checked: fc.boolean(), text: fc.stringMatching(/^[а-я]{1,14}$/) }), {
      minLength: 1,
      maxLength: 60,
    });
    await fc.assert(
      fc.asyncProperty(words, async (all) => {
        const layout = layOut(
          line(
            ...all.flatMap(({ checked, text }, index) => [
              word(index === 0 ? "" : " "),
              box(checked),
              word(` ${text}`),
            ]),
          ),
        );
        for (const { pieces } of linesOf(layout)) expect(pieces.at(-1)?.checkBox).toBeUndefined();
        const file = await writePdf(layout, layout.flow, fonts);
        expect(
          docxWords(await docx(layout))
            .join("")
            .replaceAll("\u00ad", ""),
        ).toBe((await pdfWords(file)).join("").replaceAll("\u00ad", ""));
      }),
      { numRuns: runs(15, 200) },
    );
  });
});
