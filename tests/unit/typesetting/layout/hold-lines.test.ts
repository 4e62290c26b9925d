import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block } from "../../../../src/paperwork/document/index.ts";
import { type Flow, paragraph as flowParagraph, textRun } from "../../../../src/typesetting/flow/index.ts";
import { holdLines, layoutFlow, type PlacedLine } from "../../../../src/typesetting/layout/index.ts";
import { writeDocx } from "../../../../src/typesetting/writers/docx/index.ts";
import { writePdf } from "../../../../src/typesetting/writers/pdf/index.ts";
import { docxParts, docxWords } from "../../../support/docx-text.ts";
import { pdfWords, words } from "../../../support/pdf-text.ts";
import { fonts, linesOf, paragraph, smallFlow, textOf } from "../../../support/small-flow.ts";

const flowOf = (blocks: readonly Block[]): Flow => smallFlow(blocks, { variant: "regulation" });
const linesIn = (flow: Flow): PlacedLine[] => linesOf(layoutFlow(flow, fonts));
/** A paragraph, centred, in a column so wide, mm. */
function column(widthMm: number, text: string): Flow {
  const flow = flowOf([paragraph("слово")]);
  const section = flow.sections[0];
  if (section === undefined) throw new Error("no section");
  const page = { ...section.page, rightMm: section.page.widthMm - section.page.leftMm - widthMm };
  return { ...flow, sections: [{ ...section, page, blocks: [flowParagraph("center", [textRun(text)])] }] };
}
/** What a word processor is given for the first paragraph. */
function heldText(flow: Flow): string {
  const block = holdLines(layoutFlow(flow, fonts), fonts).sections[0]?.blocks[0];
  return block?.type === "paragraph" ? block.runs.map((run) => (run.type === "break" ? "\n" : run.text)).join("") : "";
}
const plain = (text: string): string =>
  text
    .replace(/[\u00ad\u2060]/g, "")
    .replaceAll("\u2011", "-")
    .replaceAll("\u00a0", " ");

const VOCABULARY =
  "образовательная организация осуществляет деятельность в\u00a0соответствии с\u00a0законодательством и\u00a0уставом школа центр план №\u00a0119-ОД работа методическая ОО\u00a0–\u00a0ТРЦ участников приказ Берёзкиной\u00a0М.\u00a0П. 2025–2026 мероприятие по\u00a0повышению научно-методический педагогических 27–31\u00a0октября".split(
    " ",
  );
const sentence = fc
  .array(fc.constantFrom(...VOCABULARY), { minLength: 8, maxLength: 90 })
  .map((list) => list.join(" "));

/** Breaks as a word processor does it: greedily, the spaces of a line at most so much narrower to take one more word. */
function processorLines(text: string, widths: readonly number[], sizePt: number, shrink: number): string[] {
  const width = (part: string): number => (fonts.regular.widthOf(plain(part)) * sizePt) / 1000;
  const lines: string[] = [];
  let line = "";
  const places = [...text.matchAll(/ |\u00ad|(?<=[\p{L}\p{N}]-)(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}]–)(?=[\p{L}\p{N}])/gu)];
  const ends = [...places.map(({ index, 0: mark }) => ({ index, mark })), { index: text.length, mark: " " }];
  let at = 0;
  for (const { index, mark } of ends) {
    const word = text.slice(at, index);
    const room = widths[Math.min(lines.length, widths.length - 1)] ?? 0;
    const next = line + word;
    const give = shrink * width(" ") * (next.match(/ /g)?.length ?? 0);
    const hyphen = mark === "\u00ad" ? width("-") : 0;
    if (line !== "" && width(next) + hyphen > room + (hyphen > 0 ? 0 : give) + 0.01) {
      lines.push(line.trimEnd());
      line = word;
    } else line = next;
    line += mark;
    at = index + (mark === " " || mark === "\u00ad" ? 1 : 0);
  }
  return [...lines, line.trimEnd()];
}

describe("lines of word processors", () => {
  it.each([0, 0.1, 0.25])("are those of the layout when they narrow spaces by %s", (shrink) => {
    fc.assert(
      fc.property(sentence, (source) => {
        const flow = flowOf([paragraph(source)]);
        const lines = linesIn(flow);
        const style = flow.profile.styles.text;
        const whole = (165 * 72) / 25.4;
        const widths = [whole - (style.firstLineMm * 72) / 25.4, whole];
        const theirs = processorLines(heldText(flow), widths, style.sizePt, shrink);
        const shown = (line: string): string => plain(line.replace(/\u00ad$/, "-")).trim();
        expect(theirs.map(shown)).toEqual(lines.map((line) => plain(textOf(line))));
      }),
      { numRuns: 120 },
    );
  });

  it("are of the same words, and what is typed finds them where no line is held", () => {
    fc.assert(
      fc.property(sentence, (source) => {
        const held = heldText(flowOf([paragraph(source)]));
        expect(plain(held).trimEnd()).toBe(plain(source));
      }),
      { numRuns: 60 },
    );
    expect(heldText(flowOf([paragraph("приказ №\u00a0119-ОД, Соловью\u00a0Г.\u00a0С.")]))).toBe(
      "приказ № 119-ОД, Соловью Г. С.",
    );
  });

  it("are divided by elements of their own in a DOCX, and the words of both formats are whole", async () => {
    const source =
      "Территориальный ресурсный центр организует консультирование и\u00a0повышение профессиональной компетентности педагогических работников ".repeat(
        12,
      );
    const flow = flowOf([paragraph(source.trim())]);
    const layout = layoutFlow(flow, fonts);
    expect(linesOf(layout).filter(({ end }) => end.hyphen).length).toBeGreaterThan(2);
    const docx = await writeDocx(holdLines(layout, fonts), fonts);
    const xml = docxParts(docx).get("word/document.xml") ?? "";
    expect(xml).toContain("<w:softHyphen/>");
    expect(xml).not.toContain("\u00ad");
    expect(docxWords(docx)).toEqual(words(source));
    expect(await pdfWords(await writePdf(layout, flow, fonts))).toEqual(words(source));
  });

  it("hold a number, a range and a double name where they would end a line", () => {
    const tails = ["119-ОД", "2025–2026", "Луговая-Полевая"];
    const marks = new Set<string>();
    for (const tail of tails)
      for (let count = 1; count < 60; count++) {
        const flow = flowOf([paragraph(`${"и".repeat(count)} слово ${tail} ${"школа ".repeat(20)}`.trim())]);
        for (const line of linesIn(flow)) expect(textOf(line)).not.toMatch(/(?:119-|2025–|Луговая-)$/);
        for (const [mark] of heldText(flow).matchAll(/[\u2011\u2060]/g)) marks.add(mark);
      }
    expect([...marks].sort()).toEqual(["\u2011", "\u2060"]);
  });
});

describe("divided words", () => {
  const divided = (flow: Flow): string[] =>
    linesIn(flow)
      .filter(({ end }) => end.hyphen)
      .map((line) => textOf(line).split(/[ «]/).at(-1) ?? "");

  it("are neither names nor abbreviations, and none stands where it is switched off", () => {
    fc.assert(
      fc.property(sentence, (source) => {
        for (const part of divided(flowOf([paragraph(source)]))) expect(part).toMatch(/^(?:[а-яё]+-)?[а-яё]{2,}-$/);
        const off = smallFlow([paragraph(source)], { own: { hyphenation: false } });
        expect(divided(off)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it("are those that fit no line, with a hyphen, in every style", () => {
    const lines = linesIn(column(30, "Общеобразовательное учреждение"));
    expect(lines.map(textOf)).toEqual(["Общеобразо-", "вательное", "учреждение"]);
    expect(lines[0]?.continues).toBe(true);
  });

  it("stand behind a short word where they have to be divided anyway, and go over whole where they then fit", () => {
    expect(linesIn(column(18, "До нагрузка")).map(textOf)).toEqual(["До на-", "грузка"]);
    expect(linesIn(column(24, "До нагрузка")).map(textOf)).toEqual(["До", "нагрузка"]);
  });

  it("leave no few letters in the last line", () => {
    fc.assert(
      fc.property(sentence, (source) => {
        const lines = linesIn(flowOf([paragraph(`${source} договором.`)]));
        expect(textOf(lines.at(-1) as PlacedLine)).not.toMatch(/^[а-яё]{1,4}\.$/);
      }),
      { numRuns: 120 },
    );
  });
});

describe("what fits by a hair", () => {
  const widthMm = (text: string): number => (fonts.regular.widthOf(text) * 14 * 25.4) / 72_000;
  const spaced = (flow: Flow): (readonly [string, number | undefined])[] => {
    const block = holdLines(layoutFlow(flow, fonts), fonts).sections[0]?.blocks[0];
    return block?.type !== "paragraph"
      ? []
      : block.runs.flatMap((run) => (run.type === "text" ? [[run.text, run.spacedPt] as const] : []));
  };

  it("is set closer where it is to stand in a line, and wider where it is not", () => {
    const full = column(widthMm("служба учёта") + 0.02, "служба учёта труда");
    expect(linesIn(full).map(textOf)).toEqual(["служба учёта", "труда"]);
    expect(spaced(full)).toEqual([
      ["служба у", undefined],
      ["чёта", -0.1],
      [" труда", undefined],
    ]);
    const early = column(widthMm("служба учёта") - 0.03, "служба учёта труда и отдыха");
    expect(linesIn(early).map(textOf)).toEqual(["служба", "учёта труда", "и отдыха"]);
    expect(spaced(early)[0]).toEqual(["служба учёта\u00a0труда и отдыха", undefined]);
  });

  it("is held out by wider letters where the word goes on divided", () => {
    const flow = column(widthMm("деятель-") - 0.02, "деятельность");
    expect(linesIn(flow).map(textOf)).toEqual(["дея-", "тель-", "ность"]);
    const [text = "", by = 0] = spaced(flow)[0] ?? [];
    expect(text.startsWith("дея")).toBe(true);
    expect(3 * by).toBeGreaterThanOrEqual(0.4);
  });

  it("stands in a line though only the whole word has a place for a hyphen there", () => {
    expect(linesIn(column(widthMm("реда-") + 0.1, "передача»")).map(textOf)).toEqual(["пе-", "реда-", "ча»"]);
  });

  it("may end behind a slash where the whole fits no line, and nowhere before", () => {
    expect(linesIn(column(46, "служба контроля и/или учёта")).map(textOf)).toEqual(["служба контроля", "и/или учёта"]);
    const flow = column(30, "родитель/опекун");
    expect(linesIn(flow).map(textOf)).toEqual(["родитель/", "опекун"]);
    expect(heldText(flow)).toBe("родитель/\u200bопекун");
  });
});
