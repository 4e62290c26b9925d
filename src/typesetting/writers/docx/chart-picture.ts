import { encodePng } from "../../../base/pictures/index.ts";
import { mmToPt, ptToMm } from "../../../base/units/index.ts";
import type { ChartShape, FlowChart } from "../../flow/index.ts";
import { type Fonts, glyphsOf } from "../../fonts/index.ts";

/** Dots to the millimetre: about 150 to the inch, enough for print. */
const SCALE = 6;
/** Each row of dots is sampled this many times over its height; across, coverage is exact. */
const SAMPLES = 4;

type Point = readonly [number, number];
type Polygon = readonly Point[];

/** A chart as a grey PNG: the same shapes and letter outlines that the PDF has as paths. Deterministic. */
export function chartPicture(chart: FlowChart, fonts: Fonts): Uint8Array {
  const width = Math.ceil(chart.widthMm * SCALE);
  const height = Math.ceil(chart.heightMm * SCALE);
  const dots = new Uint8Array(width * height).fill(255);
  for (const shape of chart.shapes)
    fill(dots, width, height, polygonsOf(shape, fonts), shape.type === "rect" ? Math.round(shape.grey * 255) : 0);
  return encodePng(dots, { widthPx: width, heightPx: height, channels: 1 }).bytes;
}

function polygonsOf(shape: ChartShape, fonts: Fonts): Polygon[] {
  switch (shape.type) {
    case "rect":
      return [rectangle(shape.x, shape.y, shape.width, shape.height)];
    case "line": {
      const half = ptToMm(shape.widthPt) / 2;
      const flat = Math.abs(shape.y2 - shape.y1) < Math.abs(shape.x2 - shape.x1);
      return [
        flat
          ? rectangle(shape.x1, shape.y1 - half, shape.x2 - shape.x1, 2 * half)
          : rectangle(shape.x1 - half, shape.y1, 2 * half, shape.y2 - shape.y1),
      ];
    }
    case "text":
      return outlines(shape, fonts);
  }
}

function rectangle(x: number, y: number, width: number, height: number): Polygon {
  return [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ];
}

function outlines(shape: Extract<ChartShape, { readonly type: "text" }>, fonts: Fonts): Polygon[] {
  const em = shape.sizePt / mmToPt(1);
  const width = (fonts.regular.widthOf(shape.text) / 1000) * em;
  const start = shape.x - (shape.anchor === "middle" ? width / 2 : shape.anchor === "end" ? width : 0);
  const polygons: Polygon[] = [];
  for (const { glyph, pen, rise, unit } of glyphsOf(fonts, shape.text)) {
    const [left, foot, scale] = [start + pen * em, shape.y - rise * em, unit * em];
    let polygon: Point[] = [];
    let at: Point = [0, 0];
    const add = (x: number, y: number): void => {
      polygon.push([left + x * scale, foot - y * scale]);
      at = [x, y];
    };
    for (const { command, args } of glyph.path.commands) {
      const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = args;
      if (command === "moveTo") {
        if (polygon.length > 0) polygons.push(polygon);
        polygon = [];
        add(a, b);
      } else if (command === "lineTo") add(a, b);
      else if (command === "quadraticCurveTo") {
        const from = at;
        for (let step = 1; step <= 4; step++) {
          const t = step / 4;
          add(
            (1 - t) ** 2 * from[0] + 2 * t * (1 - t) * a + t * t * c,
            (1 - t) ** 2 * from[1] + 2 * t * (1 - t) * b + t * t * d,
          );
        }
      } else if (command === "bezierCurveTo") {
        const from = at;
        const along = (t: number, p: number, q: number, r: number, s: number): number =>
          (1 - t) ** 3 * p + 3 * t * (1 - t) ** 2 * q + 3 * t * t * (1 - t) * r + t ** 3 * s;
        for (let step = 1; step <= 4; step++) add(along(step / 4, from[0], a, c, e), along(step / 4, from[1], b, d, f));
      }
    }
    if (polygon.length > 0) polygons.push(polygon);
  }
  return polygons;
}

/** Scan conversion with the nonzero rule; holes of letters run the other way round. */
function fill(dots: Uint8Array, width: number, height: number, polygons: readonly Polygon[], level: number): void {
  const edges = polygons.flatMap((polygon) =>
    polygon.map((point, index) => [point, polygon[(index + 1) % polygon.length] ?? point] as const),
  );
  const top = Math.max(0, Math.floor(Math.min(...edges.map(([[, y]]) => y)) * SCALE));
  const bottom = Math.min(height - 1, Math.ceil(Math.max(...edges.map(([[, y]]) => y)) * SCALE));
  const across = edges.map(([[x]]) => x * SCALE);
  const left = Math.max(0, Math.floor(Math.min(...across)));
  const right = Math.min(width - 1, Math.ceil(Math.max(...across)));
  const cover = new Float64Array(width);
  for (let row = top; row <= bottom; row++) {
    cover.fill(0, left, right + 1);
    const near = edges.filter(
      ([[, y1], [, y2]]) => Math.max(y1, y2) * SCALE >= row && Math.min(y1, y2) * SCALE <= row + 1,
    );
    for (let sample = 0; sample < SAMPLES; sample++)
      spans(near, (row + (sample + 0.5) / SAMPLES) / SCALE, (from, to) => addCover(cover, from * SCALE, to * SCALE));
    for (let column = left; column <= right; column++) {
      const share = Math.min(1, (cover[column] ?? 0) / SAMPLES);
      const index = row * width + column;
      if (share > 0) dots[index] = Math.round((dots[index] ?? 255) * (1 - share) + level * share);
    }
  }
}

type Edges = readonly (readonly [Point, Point])[];

function spans(edges: Edges, y: number, visit: (from: number, to: number) => void): void {
  const crossings: { readonly x: number; readonly turn: number }[] = [];
  for (const [[x1, y1], [x2, y2]] of edges) {
    if ((y1 <= y && y2 > y) || (y2 <= y && y1 > y))
      crossings.push({ x: x1 + ((y - y1) / (y2 - y1)) * (x2 - x1), turn: y2 > y1 ? 1 : -1 });
  }
  crossings.sort((a, b) => a.x - b.x);
  let winding = 0;
  for (const [index, { x, turn }] of crossings.entries()) {
    winding += turn;
    const next = crossings[index + 1];
    if (winding !== 0 && next !== undefined) visit(x, next.x);
  }
}

function addCover(cover: Float64Array, from: number, to: number): void {
  const first = Math.max(0, Math.floor(from));
  const last = Math.min(cover.length - 1, Math.floor(to));
  for (let column = first; column <= last; column++)
    cover[column] = (cover[column] ?? 0) + Math.max(0, Math.min(to, column + 1) - Math.max(from, column));
}
