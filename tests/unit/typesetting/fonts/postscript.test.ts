import { readFileSync } from "node:fs";
import { inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { startOf } from "../../../../src/base/diagnostics/index.ts";
import { composeFlow, type FlowChart } from "../../../../src/typesetting/flow/index.ts";
import { chooseFonts, type Fonts, loadFonts, measureIn } from "../../../../src/typesetting/fonts/index.ts";
import { layoutFlow } from "../../../../src/typesetting/layout/index.ts";
import { chartPicture } from "../../../../src/typesetting/writers/docx/chart-picture.ts";
import { chartSvg } from "../../../../src/typesetting/writers/docx/chart-svg.ts";
import { writePdf } from "../../../../src/typesetting/writers/pdf/index.ts";
import { madeFamily } from "../../../support/made-fonts.ts";
import { pdfText } from "../../../support/pdf-text.ts";
import { paragraph, smallModel, smallProfile } from "../../../support/small-flow.ts";

/** The program's letters with outlines of PostScript. */
const files = madeFamily({ family: "Probe", base: readFileSync("tests/fixtures/fonts/probe-cff.otf") });

function family(): Fonts {
  const { value, diagnostics } = chooseFonts(files, { font: "Probe", fallbackFont: null, placeOf: () => startOf("") });
  if (value === undefined) throw new Error(JSON.stringify(diagnostics));
  return value;
}

const CHART: FlowChart = {
  type: "chart",
  alt: "Слова",
  widthMm: 60,
  heightMm: 12,
  shapes: [{ type: "text", x: 2, y: 9, text: "Отчёт за 2025 год", sizePt: 20, anchor: "start" }],
};

/** How much of a grey picture is dark: its rows are not filtered. */
function darkness(png: Uint8Array): number {
  const bytes = Buffer.from(png);
  const [width, at] = [bytes.readUInt32BE(16), bytes.indexOf("IDAT")];
  const rows = inflateSync(bytes.subarray(at + 4, at + 4 + bytes.readUInt32BE(at - 4)));
  return rows.reduce((sum, dot, index) => sum + (index % (width + 1) === 0 ? 0 : 255 - dot), 0);
}

describe("a family with outlines of PostScript", () => {
  it("is embedded as such, and its text is read back", async () => {
    const fonts = family();
    const words = "Приказ № 5 – «О работе», 95 %";
    const flow = composeFlow(smallModel([paragraph(words)]), {
      profile: smallProfile(),
      measure: measureIn(fonts),
      code: null,
    });
    const layout = layoutFlow(flow, fonts);
    expect(layout.diagnostics).toEqual([]);
    const pdf = await writePdf(layout, layout.flow, fonts);
    expect(await pdfText(pdf)).toBe(words);
    expect(Buffer.from(pdf).toString("latin1")).toContain("/Subtype /CIDFontType0C");
  });

  it("draws the words of charts as they are drawn in the program's family", () => {
    const [own, program] = [family(), loadFonts()].map((fonts) => darkness(chartPicture(CHART, fonts))) as [
      number,
      number,
    ];
    expect(Math.abs(own / program - 1)).toBeLessThan(0.02);
    expect(chartSvg(CHART, family())).toMatch(/<path d="M[^"]*C[^"]*Z"\/>/);
  });
});
