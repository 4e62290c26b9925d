import { describe, expect, it } from "vitest";
import { startOf } from "../../../../src/base/diagnostics/index.ts";
import { composeFlow, type Flow } from "../../../../src/typesetting/flow/index.ts";
import { chooseFonts, type FontFile, type Fonts, measureIn } from "../../../../src/typesetting/fonts/index.ts";
import { holdLines, type Layout, layoutFlow } from "../../../../src/typesetting/layout/index.ts";
import { writeDocx } from "../../../../src/typesetting/writers/docx/index.ts";
import { writePdf } from "../../../../src/typesetting/writers/pdf/index.ts";
import { docxParts } from "../../../support/docx-text.ts";
import { fontFile, madeFamily, madeFont } from "../../../support/made-fonts.ts";
import { pdfText } from "../../../support/pdf-text.ts";
import { linesOf, paragraph, smallModel, smallProfile } from "../../../support/small-flow.ts";

const SIGNS = "₽Ω";
const poor = madeFamily({ family: "Бедная", without: `${SIGNS}\u00a0\u2011\u0301` });
/** Higher and deeper than the first family, and of one style. */
const tall = fontFile(
  madeFont({ family: "Знаки", hhea: [2400, -600, 0], win: [2400, 600] }),
  "content/fonts/signs.ttf",
);

function family(files: readonly FontFile[], fallbackFont: string | null = null): Fonts {
  const { value } = chooseFonts(files, { font: "Бедная", fallbackFont, placeOf: () => startOf("settings.yaml") });
  if (value === undefined) throw new Error("no family");
  return value;
}

function flowOf(words: readonly string[], fonts: Fonts): Flow {
  const model = smallModel(words.map(paragraph));
  return composeFlow(model, { profile: smallProfile(), measure: measureIn(fonts), code: null });
}

const bodyOf = async (layout: Layout, fonts: Fonts): Promise<Map<string, string>> =>
  docxParts(await writeDocx(holdLines(layout, fonts), fonts));
const pitchesOf = (layout: Layout): number[] =>
  linesOf(layout).map(({ y }, index, all) => y - (all[index - 1]?.y ?? y));

describe("a family that lacks a character", () => {
  it("stops at it, and says which style lacks it and where it stands", () => {
    const { diagnostics } = layoutFlow(flowOf(["цена 5 ₽ и снова ₽"], family(poor)), family(poor));
    expect(diagnostics.map(({ code, message, actual }) => [code, message.ru, actual])).toEqual([
      ["TRC5001", "В шрифте «Бедная» (начертание: обычное) нет знака «₽» (U+20BD)", "₽"],
    ]);
    expect(diagnostics[0]?.hints[0]?.ru).toContain("цена 5 ₽ и снова");
    expect(diagnostics[0]?.hints[1]?.ru).toContain("назовите в settings.yaml, fallbackFont, гарнитуру");
  });

  it("sets no-break spaces and hyphens as plain ones", () => {
    const fonts = family(poor);
    expect(layoutFlow(flowOf(["№\u00a05, 119\u2011ОД"], fonts), fonts).diagnostics).toEqual([]);
    expect(fonts.regular.widthOf("\u00a0\u2011")).toBe(fonts.regular.widthOf(" -"));
  });

  it("borrows it with the letter under it from the other family, so small that lines stay as high as they are", async () => {
    const fonts = family([...poor, tall], "Знаки");
    const words = ["слово ".repeat(20), `цена 5 ₽ за Ω и за\u0301мок ${"слово ".repeat(20)}`, "конец"];
    const layout = layoutFlow(flowOf(words, fonts), fonts);
    expect(layout.diagnostics).toEqual([]);
    const plain = layoutFlow(
      flowOf(
        words.map((one) => one.replace(/[₽Ω]/g, "х")),
        fonts,
      ),
      fonts,
    );
    expect(pitchesOf(layout)).toEqual(pitchesOf(plain));
    const pieces = linesOf(layout).flatMap((line) => line.pieces);
    const other = pieces.filter(({ face }) => face === fonts.fallback?.face(false, false));
    expect(other.map(({ text }) => text)).toEqual(["₽", "Ω", "а\u0301"]);
    const { sizePt = 0 } = other[0] ?? {};
    const { regular } = fonts;
    expect((2400 / 2048) * sizePt).toBeLessThanOrEqual((regular.ascent + regular.gap) * 14);
    expect((600 / 2048) * sizePt).toBeLessThanOrEqual(regular.descent * 14);

    const parts = await bodyOf(layout, fonts);
    const body = parts.get("word/document.xml") ?? "";
    const look = `<w:rFonts w:ascii="Знаки" w:hAnsi="Знаки" w:eastAsia="Знаки" w:cs="Знаки"/><w:b w:val="0"/><w:bCs w:val="0"/><w:i w:val="0"/><w:iCs w:val="0"/><w:sz w:val="${sizePt * 2}"/><w:szCs w:val="${sizePt * 2}"/>`;
    for (const sign of ["₽", "Ω", "а\u0301"])
      expect(body).toContain(`<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${sign}</w:t></w:r>`);
    expect(parts.get("word/fontTable.xml")).toContain('w:name="Знаки"');

    const pdf = await writePdf(layout, layout.flow, fonts);
    expect(await pdfText(pdf)).toContain("цена 5 ₽ за Ω и за\u0301мок");
  });

  it("has each end of a line where it is without borrowing, when the other family is as wide", () => {
    const wide = family([...poor, ...madeFamily({ family: "Знаки", folder: "content/fonts/signs" })], "Знаки");
    const words = [`${"цена 5 ₽ и ещё ".repeat(30)}`];
    const whole = chooseFonts(madeFamily({ family: "Бедная" }), {
      font: "Бедная",
      fallbackFont: null,
      placeOf: () => startOf(""),
    }).value as Fonts;
    const endsIn = (fonts: Fonts): number[] =>
      linesOf(layoutFlow(flowOf(words, fonts), fonts)).map(({ end }) => end.at);
    expect(endsIn(wide)).toEqual(endsIn(whole));
    expect(wide.fallback?.share).toBe(1);
  });
});

describe("a family of the project", () => {
  it("is the only one that a DOCX names, with its classification", async () => {
    const fonts = family(poor);
    const parts = await bodyOf(layoutFlow(flowOf(["Слова."], fonts), fonts), fonts);
    for (const [, xml] of parts) expect(xml).not.toContain("Times New Roman");
    expect(parts.get("word/styles.xml")).toContain('w:ascii="Бедная"');
    expect(parts.get("word/fontTable.xml")).toMatch(/w:name="Бедная"><w:panose1 w:val="[0-9A-F]{20}"\/>/);
  });

  it("whose characters share a glyph gives back each of them as it was written", async () => {
    const fonts = family(madeFamily({ family: "Бедная", like: { А: "A", В: "B", "–": "-" } }));
    const layout = layoutFlow(flowOf(["А A В B – -"], fonts), fonts);
    expect(await pdfText(await writePdf(layout, layout.flow, fonts))).toBe("А A В B – -");
  });

  it("gives the same bytes of PDF whatever was written before", async () => {
    const fonts = family(poor);
    const layout = layoutFlow(flowOf(["Слова и ещё слова: ѣ."], fonts), fonts);
    const first = await writePdf(layout, layout.flow, fonts);
    const other = family([...poor, tall], "Знаки");
    const between = layoutFlow(flowOf(["Другие слова: Ω."], other), other);
    await writePdf(between, between.flow, other);
    expect(Buffer.from(await writePdf(layout, layout.flow, fonts)).equals(Buffer.from(first))).toBe(true);
  });
});
