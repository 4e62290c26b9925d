import { ptToMm } from "../../base/units/index.ts";
import type { CellAlign, ChartBlock, TableBlock, TableCell, TableRow } from "../../paperwork/document/index.ts";
import type { ComposeContext } from "./compose-context.ts";
import { composeCaption, composeTable } from "./compose-table.ts";
import type { ChartShape, FlowBlock } from "./flow.ts";

/** Proportions of letters, not measures of the page: baseline within a line, half the height of a capital, ink of a column beside its neighbour. */
const BASELINE = 0.82;
const HALF_CAP = 0.33;
const COLUMN_GAP = 0.94;

/** A chart as rectangles, rules and texts; measures come from the profile. Its caption is an ordinary paragraph: with a number under it, else over it. */
export function composeChart(block: ChartBlock, context: ComposeContext): FlowBlock[] {
  const unit = block.unit === "" ? "" : `, ${block.unit}`;
  const drawn = block.form === "bar" ? bars(block, context) : columns(block, context);
  const data = block.data === true ? composeTable(dataTable(block), context).map((one) => apart(one, context)) : [];
  const below = block.number !== undefined;
  const caption = composeCaption(below ? "figure-caption" : "chart-caption", block.title + unit, block, context);
  const chart: FlowBlock = {
    type: "chart",
    alt: block.alt,
    widthMm: context.textWidthMm,
    heightMm: drawn.heightMm,
    shapes: drawn.shapes,
    ...(below || data.length > 0 ? { keepNext: true as const } : {}),
    ...(below ? { beforePt: context.profile.styles["chart-caption"].beforePt } : {}),
  };
  return [...(below ? [chart, { ...caption, keepNext: data.length > 0 }] : [caption, chart]), ...data];
}

/** The figures of the chart: a few categories across, many down. */
function dataTable({ form, label = "", categories, series }: ChartBlock): TableBlock {
  const cell = (text: string, align: CellAlign): TableCell => ({
    paragraphs: [[{ type: "text", text }]],
    span: 1,
    align,
  });
  const row = (head: string, values: readonly string[]): TableRow => ({
    kind: "data",
    cells: [cell(head, "left"), ...values.map((value) => cell(value, "right"))],
  });
  const names = series.map(({ name }) => name);
  const [head, rows] =
    form === "column"
      ? [row(label, categories), series.map(({ name, values }) => row(name, values.map(shown)))]
      : [
          row(label, names),
          categories.map((name, at) =>
            row(
              name,
              series.map(({ values }) => shown(values[at] ?? 0)),
            ),
          ),
        ];
  return { type: "table", caption: null, rowHead: 1, widths: null, header: [head], rows };
}

function apart(block: FlowBlock, { profile }: ComposeContext): FlowBlock {
  return block.type === "table" ? { ...block, beforePt: profile.styles["chart-caption"].beforePt } : block;
}

type Drawn = { readonly heightMm: number; readonly shapes: readonly ChartShape[] };

/** Horizontal bars: the name at the left in its own column, the value behind each bar. */
function bars(block: ChartBlock, context: ComposeContext): Drawn {
  const { barMm, gapMm, labelMm, fontPt, lineFactor, barShare, axisPt, insetMm } = context.profile.chart;
  const shapes: ChartShape[] = [];
  const lineMm = ptToMm(fontPt) * lineFactor;
  const valueMm =
    Math.max(...block.series.flatMap(({ values }) => values.map((value) => context.measure(shown(value), fontPt))), 0) +
    2 * insetMm;
  const roomMm = context.textWidthMm - labelMm - valueMm;
  const most = Math.max(1, ...block.series.flatMap(({ values }) => values));
  let y = legend(block, context, shapes);
  for (const [index, category] of block.categories.entries()) {
    const lines = wrap(category, labelMm - 3 * insetMm, (line) => context.measure(line, fontPt));
    const height = Math.max(lines.length * lineMm, block.series.length * barMm);
    const top = y + (height - lines.length * lineMm) / 2;
    for (const [at, line] of lines.entries())
      shapes.push(
        words(labelMm - 3 * insetMm, top + (at + BASELINE) * lineMm, { text: line, sizePt: fontPt, anchor: "end" }),
      );
    for (const [at, { values }] of block.series.entries()) {
      const value = values[index] ?? 0;
      const barTop = y + (height - block.series.length * barMm) / 2 + at * barMm;
      const width = (value / most) * roomMm;
      if (width > 0)
        shapes.push({
          type: "rect",
          x: labelMm,
          y: barTop + (barMm * (1 - barShare)) / 2,
          width,
          height: barMm * barShare,
          grey: greyOf(at, context.profile.chart.greys),
        });
      shapes.push(
        words(labelMm + width + insetMm, barTop + barMm * 0.5 + ptToMm(fontPt) * HALF_CAP, {
          text: shown(value),
          sizePt: fontPt,
          anchor: "start",
        }),
      );
    }
    y += height + gapMm;
  }
  shapes.push({
    type: "line",
    x1: labelMm,
    y1: legendHeight(block, context),
    x2: labelMm,
    y2: y - gapMm,
    widthPt: axisPt,
  });
  return { heightMm: y, shapes };
}

/** Standing columns with the names under the axis. */
function columns(block: ChartBlock, context: ComposeContext): Drawn {
  const { heightMm, fontPt, lineFactor, columnShare, axisPt, insetMm } = context.profile.chart;
  const shapes: ChartShape[] = [];
  const lineMm = ptToMm(fontPt) * lineFactor;
  const top = legend(block, context, shapes) + lineMm;
  const stepMm = context.textWidthMm / Math.max(1, block.categories.length);
  const names = block.categories.map((name) => wrap(name, stepMm - insetMm, (line) => context.measure(line, fontPt)));
  const nameLines = Math.max(1, ...names.map((lines) => lines.length));
  const foot = heightMm - nameLines * lineMm - 2 * insetMm;
  const most = Math.max(1, ...block.series.flatMap(({ values }) => values));
  for (const [index] of block.categories.entries()) {
    const left = index * stepMm + (stepMm * (1 - columnShare)) / 2;
    const width = (stepMm * columnShare) / Math.max(1, block.series.length);
    for (const [at, { values }] of block.series.entries()) {
      const value = values[index] ?? 0;
      const height = (value / most) * (foot - top);
      if (height > 0)
        shapes.push({
          type: "rect",
          x: left + at * width,
          y: foot - height,
          width: width * COLUMN_GAP,
          height,
          grey: greyOf(at, context.profile.chart.greys),
        });
      shapes.push(
        words(left + at * width + (width * COLUMN_GAP) / 2, foot - height - insetMm, {
          text: shown(value),
          sizePt: fontPt,
          anchor: "middle",
        }),
      );
    }
    for (const [at, line] of (names[index] ?? []).entries()) {
      shapes.push(
        words(index * stepMm + stepMm / 2, foot + insetMm + (at + BASELINE) * lineMm, {
          text: line,
          sizePt: fontPt,
          anchor: "middle",
        }),
      );
    }
  }
  shapes.push({ type: "line", x1: 0, y1: foot, x2: context.textWidthMm, y2: foot, widthPt: axisPt });
  return { heightMm, shapes };
}

function legendHeight(block: ChartBlock, { profile }: ComposeContext): number {
  return block.series.length > 1
    ? ptToMm(profile.chart.fontPt) * profile.chart.lineFactor + 2 * profile.chart.insetMm
    : 0;
}

/** Names of the series in one line over the chart; returns the height used. */
function legend(block: ChartBlock, context: ComposeContext, shapes: ChartShape[]): number {
  const height = legendHeight(block, context);
  if (height === 0) return 0;
  const { fontPt, greys, insetMm } = context.profile.chart;
  const side = ptToMm(fontPt) * BASELINE;
  let x = 0;
  for (const [index, { name }] of block.series.entries()) {
    shapes.push({ type: "rect", x, y: 0, width: side, height: side, grey: greyOf(index, greys) });
    shapes.push(words(x + side + insetMm, side, { text: name, sizePt: fontPt, anchor: "start" }));
    x += side + context.measure(name, fontPt) + 8 * insetMm;
  }
  return height;
}

type Words = Extract<ChartShape, { readonly type: "text" }>;

function words(x: number, y: number, look: Omit<Words, "type" | "x" | "y">): Words {
  return { type: "text", x, y, ...look };
}

function greyOf(series: number, greys: readonly number[]): number {
  return greys[series % greys.length] ?? 0;
}

function shown(value: number): string {
  return String(value).replace(".", ",").replace("-", "−");
}

/** Greedy wrapping at spaces; a word wider than the room stands alone. */
function wrap(text: string, widthMm: number, widthOf: (line: string) => number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/ +/)) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(`${last} ${word}`) <= widthMm) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
