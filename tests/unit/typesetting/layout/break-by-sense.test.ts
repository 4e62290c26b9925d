import { describe, expect, it } from "vitest";
import { paragraph, textRun } from "../../../../src/typesetting/flow/index.ts";
import { layoutFlow } from "../../../../src/typesetting/layout/index.ts";
import { fonts, linesOf, smallFlow, paragraph as textBlock, textOf } from "../../../support/small-flow.ts";

/** Lines of a requisite in a column so wide, mm. */
function linesWithin(
  style: "organisation" | "annex-mark" | "title-center" | "cell",
  widthMm: number,
  text: string,
): string[] {
  const flow = smallFlow([textBlock("слово")]);
  const sections = flow.sections.map((section) => ({
    ...section,
    page: { ...section.page, rightMm: section.page.widthMm - section.page.leftMm - widthMm },
    blocks: [paragraph(style, [textRun(text)])],
  }));
  return linesOf(layoutFlow({ ...flow, sections }, fonts)).map(textOf);
}

describe("requisites are divided by sense", () => {
  it.each([
    ["annex-mark", 75, "к приказу МБОУ «Примерненская СШ»", ["к приказу", "МБОУ «Примерненская СШ»"]],
    ["organisation", 80, "ОРГАНИЗАЦИЯ «ЛИЦЕЙ № 5»", ["ОРГАНИЗАЦИЯ «ЛИЦЕЙ № 5»"]],
    ["organisation", 70, "ОРГАНИЗАЦИЯ «ЛИЦЕЙ № 5»", ["ОРГАНИЗАЦИЯ", "«ЛИЦЕЙ № 5»"]],
    [
      "organisation",
      120,
      "АДМИНИСТРАЦИИ МУНИЦИПАЛЬНОГО ОБРАЗОВАНИЯ «СМОЛЕНСКИЙ РАЙОН» СМОЛЕНСКОЙ ОБЛАСТИ",
      ["АДМИНИСТРАЦИИ МУНИЦИПАЛЬНОГО", "ОБРАЗОВАНИЯ «СМОЛЕНСКИЙ РАЙОН»", "СМОЛЕНСКОЙ ОБЛАСТИ"],
    ],
    [
      "annex-mark",
      75,
      "от «10»\u00a0сентября 2025\u00a0г. №\u00a02/2025-ТРЦ",
      ["от «10» сентября 2025 г.", "№ 2/2025-ТРЦ"],
    ],
    [
      "organisation",
      165,
      "МУНИЦИПАЛЬНОЕ УЧРЕЖДЕНИЕ ДОПОЛНИТЕЛЬНОГО ОБРАЗОВАНИЯ «ДОМ ТВОРЧЕСТВА» ВЯЗЕМСКОГО РАЙОНА СМОЛЕНСКОЙ ОБЛАСТИ",
      [
        "МУНИЦИПАЛЬНОЕ УЧРЕЖДЕНИЕ",
        "ДОПОЛНИТЕЛЬНОГО ОБРАЗОВАНИЯ «ДОМ ТВОРЧЕСТВА»",
        "ВЯЗЕМСКОГО РАЙОНА СМОЛЕНСКОЙ ОБЛАСТИ",
      ],
    ],
    [
      "organisation",
      95,
      "МУНИЦИПАЛЬНОГО ОБРАЗОВАНИЯ «ПРИМЕРНЕНСКИЙ МУНИЦИПАЛЬНЫЙ ОКРУГ»",
      ["МУНИЦИПАЛЬНОГО ОБРАЗОВАНИЯ", "«ПРИМЕРНЕНСКИЙ", "МУНИЦИПАЛЬНЫЙ ОКРУГ»"],
    ],
    [
      "title-center",
      95,
      "О присвоении статуса территориального ресурсного центра на\u00a02025/2026 учебный год",
      ["О присвоении статуса", "территориального ресурсного центра", "на 2025/2026 учебный год"],
    ],
    [
      "organisation",
      120,
      "КОМИТЕТ ПО ОБРАЗОВАНИЮ АДМИНИСТРАЦИИ МУНИЦИПАЛЬНОГО ОБРАЗОВАНИЯ «СМОЛЕНСКИЙ МУНИЦИПАЛЬНЫЙ ОКРУГ» СМОЛЕНСКОЙ ОБЛАСТИ",
      [
        "КОМИТЕТ ПО ОБРАЗОВАНИЮ",
        "АДМИНИСТРАЦИИ",
        "МУНИЦИПАЛЬНОГО ОБРАЗОВАНИЯ",
        "«СМОЛЕНСКИЙ МУНИЦИПАЛЬНЫЙ ОКРУГ»",
        "СМОЛЕНСКОЙ ОБЛАСТИ",
      ],
    ],
    // Not by sense, but a name in quotation marks stays whole where it costs no line.
    ["cell", 55, "директор МБОУ «Учебновская СШ»", ["директор", "МБОУ «Учебновская СШ»"]],
    [
      "organisation",
      95,
      "ОБРАЗОВАТЕЛЬНОЕ УЧРЕЖДЕНИЕ ДЕТСКИЙ САД №\u00a010 «СОЛНЫШКО»",
      ["ОБРАЗОВАТЕЛЬНОЕ УЧРЕЖДЕНИЕ", "ДЕТСКИЙ САД № 10 «СОЛНЫШКО»"],
    ],
  ] as const)("%s, %d mm: %s", (style, width, text, expected) => {
    expect(linesWithin(style, width, text).map((line) => line.replaceAll("\u00a0", " "))).toEqual(expected);
  });
});
