import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layoutFlow } from "../../../../src/typesetting/layout/index.ts";
import { writePdf } from "../../../../src/typesetting/writers/pdf/index.ts";
import { pdfTags, tagText } from "../../../support/pdf-tags.ts";
import { fonts, paragraph, smallFlow } from "../../../support/small-flow.ts";

const NBSP = "\u00a0";
const WORDS = [
  `и${NBSP}в`,
  `№${NBSP}119-ОД`,
  `Соловью${NBSP}Г.${NBSP}С.`,
  "сентябрь–декабрь",
  "научно-методической",
  "документация/отчётность",
  `ОО${NBSP}–${NBSP}ТРЦ`,
  "общеобразовательного",
  `с${NBSP}приказом`,
  "год",
  "за\u0301мок",
  "слова\u0301ми",
];

async function read(text: string, variant: string): Promise<string> {
  const layout = layoutFlow(smallFlow([paragraph(text)], { variant }), fonts);
  return tagText((await pdfTags(await writePdf(layout, layout.flow, fonts))).root);
}

describe("the text of a PDF", () => {
  it("is what was typed, with plain spaces and no others, wherever its lines end", async () => {
    const words = fc.array(fc.constantFrom(...WORDS), { minLength: 20, maxLength: 90 });
    await fc.assert(
      fc.asyncProperty(words, fc.constantFrom("order", "regulation"), async (list, variant) => {
        const text = list.join(" ");
        expect(await read(text, variant)).toBe(text.replaceAll(NBSP, " "));
      }),
      { numRuns: 40 },
    );
  });

  it.each(["№ 119-ОД", "Соловью Г. С.", "с приказом"])("answers to «%s» typed with plain spaces", async (typed) => {
    for (let count = 1; count < 12; count++) {
      const text = `${"слово ".repeat(count)}${typed.replaceAll(" ", NBSP)} и далее`;
      expect(await read(text, "order")).toContain(typed);
    }
  });
});
