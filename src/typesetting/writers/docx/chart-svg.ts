import { escapeXml } from "../../../base/text/index.ts";
import { mmToPt, ptToMm } from "../../../base/units/index.ts";
import type { ChartShape, FlowChart } from "../../flow/index.ts";
import { type Fonts, glyphsOf } from "../../fonts/index.ts";

/** A chart as SVG, a unit a millimetre; letters are outlines, so that it looks alike without the font. @see SVG 1.1 */
export function chartSvg({ widthMm, heightMm, alt, shapes }: FlowChart, fonts: Fonts): string {
  const body = shapes.map((shape) => shapeSvg(shape, fonts)).join("");
  const [width, height] = [round(widthMm), round(heightMm)];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}mm" height="${height}mm" viewBox="0 0 ${width} ${height}" role="img"><title>${escapeXml(alt)}</title>${body}</svg>`;
}

function shapeSvg(shape: ChartShape, fonts: Fonts): string {
  switch (shape.type) {
    case "rect": {
      const grey = Math.round(shape.grey * 255)
        .toString(16)
        .padStart(2, "0");
      return `<rect x="${round(shape.x)}" y="${round(shape.y)}" width="${round(shape.width)}" height="${round(shape.height)}" fill="#${grey.repeat(3)}"/>`;
    }
    case "line":
      return `<line x1="${round(shape.x1)}" y1="${round(shape.y1)}" x2="${round(shape.x2)}" y2="${round(shape.y2)}" stroke="#000000" stroke-width="${round(ptToMm(shape.widthPt))}"/>`;
    case "text":
      return `<path d="${outline(shape, fonts)}"/>`;
  }
}

function outline({ text, x, y, sizePt, anchor }: Extract<ChartShape, { readonly type: "text" }>, fonts: Fonts): string {
  const em = sizePt / mmToPt(1);
  const width = ptToMm((fonts.regular.widthOf(text) * sizePt) / 1000);
  const start = x - (anchor === "middle" ? width / 2 : anchor === "end" ? width : 0);
  const steps: string[] = [];
  for (const { glyph, pen, rise, unit } of glyphsOf(fonts, text)) {
    const [left, foot, scale] = [start + pen * em, y - rise * em, unit * em];
    for (const { command, args } of glyph.path.commands) {
      const points = args.map((value, index) => round(index % 2 === 0 ? left + value * scale : foot - value * scale));
      steps.push(LETTERS[command] + points.join(" "));
    }
  }
  return steps.join("");
}

const LETTERS = { moveTo: "M", lineTo: "L", quadraticCurveTo: "Q", bezierCurveTo: "C", closePath: "Z" } as const;

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
