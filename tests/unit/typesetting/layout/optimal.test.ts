import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Flow } from "../../../../src/typesetting/flow/index.ts";
import { layoutFlow, type PlacedLine } from "../../../../src/typesetting/layout/index.ts";
import { writePdf } from "../../../../src/typesetting/writers/pdf/index.ts";
import { pdfWords, words } from "../../../support/pdf-text.ts";
import { fonts, linesOf as linesIn, paragraph, smallFlow, textOf } from "../../../support/small-flow.ts";

const flowOf = (text: string, own: { readonly [key: string]: unknown }): Flow =>
  smallFlow([paragraph(text)], { standard: "gost-2016", own });
const linesOf = (flow: Flow): PlacedLine[] => linesIn(layoutFlow(flow, fonts));
/** What a book designer would hold against a paragraph: the demerits of its lines but for the last one. @see Knuth, Plass */
const demerits = (lines: readonly PlacedLine[]): number =>
  lines.slice(0, -1).reduce((sum, { pieces }) => {
    const last = pieces.at(-1);
    if (last === undefined) return sum;
    const space = (last.face.widthOf(" ") * last.sizePt) / 1000;
    const ratio = Math.abs(last.spacing) / (space * (last.spacing < 0 ? 0.2 : 0.5));
    return sum + (1 + 100 * ratio ** 3) ** 2;
  }, 0);

const OPTIMAL = { linebreaking: "optimal", hyphenation: false };
const DIVIDED = { linebreaking: "optimal", hyphenation: true };
const VOCABULARY =
  "образовательная организация осуществляет деятельность в соответствии с законодательством и уставом школа центр план работа методическая поддержка участников приказ о мероприятие по повышению квалификации педагогических работников округа на год".split(
    " ",
  );
const sentence = fc
  .array(fc.constantFrom(...VOCABULARY), { minLength: 20, maxLength: 120 })
  .map((list) => list.join(" "));

describe("lines broken at their best", () => {
  it("hold the same words and have no more demerits than the greedy ones", () => {
    fc.assert(
      fc.property(sentence, (text) => {
        const lines = linesOf(flowOf(text, OPTIMAL));
        expect(lines.map(textOf).join(" ")).toBe(text);
        for (const { pieces } of lines) {
          const last = pieces.at(-1);
          const spaces = last?.text.match(/[ \u00a0]/g)?.length ?? 0;
          const width =
            last === undefined ? 0 : (last.face.widthOf(last.text) * last.sizePt) / 1000 + spaces * last.spacing;
          expect((last?.x ?? 0) + width).toBeLessThanOrEqual((210 - 15) * (72 / 25.4) + 0.05);
        }
        expect(demerits(lines)).toBeLessThanOrEqual(demerits(linesOf(flowOf(text, {}))) * (1 + 1e-9));
      }),
      { numRuns: 60 },
    );
  });

  it("divide words where Russian allows, never a name, an abbreviation or a number, and the text stays whole", async () => {
    const text =
      `${"Территориальный ресурсный центр МБОУ «Примерненская СШ» организует консультирование Берёзкиной М. П. и повышение профессиональной компетентности педагогических работников 123456 ".repeat(8)}`.trim();
    const flow = flowOf(text, DIVIDED);
    const lines = linesOf(flow);
    const divided = lines.filter(({ pieces }) => pieces.at(-1)?.hyphen === true);
    expect(divided.length).toBeGreaterThan(0);
    for (const line of divided)
      expect(
        textOf(line)
          .split(/[ \u00a0«]/)
          .at(-1),
      ).toMatch(/^[а-яё]{2,}-$/);
    expect(
      lines
        .map((line, index) =>
          divided.includes(line)
            ? textOf(line).slice(0, -1)
            : index < lines.length - 1
              ? `${textOf(line)} `
              : textOf(line),
        )
        .join(""),
    ).toBe(text);
    const pdf = await pdfWords(await writePdf(layoutFlow(flow, fonts), flow, fonts));
    expect(
      pdf
        .join(" ")
        .replaceAll(/(?:-|\u00ad) ?/g, "")
        .replaceAll(" ", ""),
    ).toBe(words(text).join("").replaceAll("-", ""));
  });

  it("fall back to the greedy ones where a word is wider than the line", () => {
    const word = "я".repeat(200);
    expect(linesOf(flowOf(`слово ${word} слово`, OPTIMAL)).map(textOf)).toEqual(
      linesOf(flowOf(`слово ${word} слово`, {})).map(textOf),
    );
  });
});
