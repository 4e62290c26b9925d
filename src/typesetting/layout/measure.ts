import { consecutiveTwips, mmToPt, mmToWholePt, ptToMm } from "../../base/units/index.ts";
import { type Handlers, handle } from "../../paperwork/document/index.ts";
import {
  type FlowBlock,
  type FlowCell,
  type FlowChart,
  type FlowParagraph,
  type FlowTable,
  isEntry,
  type Profile,
  styleOf,
} from "../flow/index.ts";
import { type Fonts, faceOf } from "../fonts/index.ts";
import { breakLines, type Line } from "./break-lines.ts";
import { withLeader } from "./contents.ts";
import { spanRows } from "./span-rows.ts";

/** A block with its lines broken and heights known; nothing is on a page yet. Lengths in pt. */
export type Measured = MeasuredParagraph | MeasuredTable | MeasuredChart | { readonly type: "page-break" };

/** A paragraph broken into lines; heights in pt. */
export type MeasuredParagraph = {
  readonly type: "paragraph";
  readonly source: FlowParagraph;
  readonly lines: readonly Line[];
  /** From one line to the next. What the multiple adds stands under a line: the first one begins at the very top, the last one may end at the very foot. */
  readonly pitch: number;
  /** Height of a line alone. */
  readonly lineHeight: number;
  /** From the top of a line to its baseline. */
  readonly baseline: number;
  readonly before: number;
  readonly after: number;
  readonly keepNext: boolean;
  readonly keepLines: boolean;
  /** Footnotes that each line refers to, broken to the width of the page; absent: none. */
  readonly notes?: readonly (readonly MeasuredParagraph[])[];
};
/** A cell with its paragraphs broken to its width; lengths in pt. */
export type MeasuredCell = {
  readonly source: FlowCell;
  readonly x: number;
  readonly width: number;
  readonly paragraphs: readonly MeasuredParagraph[];
  readonly height: number;
  /** Height of all rows that a merged cell goes down over; absent: it stands in its row alone. */
  readonly down?: number;
  /** It goes down over more rows than a page holds: the pages show how high each part of it is. */
  readonly goesOver?: true;
};
/** A row as high as its highest cell, pt. */
export type MeasuredRow = {
  readonly cells: readonly MeasuredCell[];
  readonly height: number;
  readonly keepNext: boolean;
  /** No page holds it: it may be parted. */
  readonly splits?: boolean;
};
/** A table with the heights of its rows, pt. */
export type MeasuredTable = {
  readonly type: "table";
  readonly source: FlowTable;
  readonly x: number;
  readonly padding: number;
  readonly verticalPadding: number;
  readonly rule: number;
  /** Height of the lowest border. */
  readonly edge: number;
  readonly before: number;
  readonly rows: readonly MeasuredRow[];
};
/** A chart, its height and the space around it, pt. */
type MeasuredChart = {
  readonly type: "chart";
  readonly source: FlowChart;
  readonly height: number;
  readonly before: number;
  readonly after: number;
};

/**
 * Pitch of a line: its height by the font in whole twips, times the multiple of the style, rounded down. 14 pt at 1.5 gives 24.15 pt, 13 pt at 1.15 gives 17.15 pt.
 */
export function linePitch(sizePt: number, multiple: number, fonts: Fonts): number {
  return Math.floor(fonts.regular.lineTwips(sizePt) * multiple + 1e-6) / 20;
}

/** Lines that paragraphs were broken into before: the spacing of lines does not change them. */
export type KnownLines = WeakMap<FlowParagraph, Line[]>;

/** By what blocks are measured: the styles of a profile, a width in pt, the fonts. */
export type Setting = {
  readonly profile: Profile;
  readonly widthPt: number;
  readonly fonts: Fonts;
  readonly known: KnownLines;
};

/** Heights of a block of the flow. */
export function measureBlock(block: FlowBlock, setting: Setting): Measured {
  return handle(MEASURES, block, setting);
}

const MEASURES: Handlers<FlowBlock, Measured, [Setting]> = {
  paragraph: measureParagraph,
  table: measureTable,
  chart: (source) => ({
    type: "chart",
    source,
    height: mmToPt(source.heightMm),
    before: source.beforePt ?? 0,
    after: source.afterPt ?? 0,
  }),
  "page-break": (pageBreak) => pageBreak,
};

function measureParagraph(paragraph: FlowParagraph, { profile, widthPt, fonts, known }: Setting): MeasuredParagraph {
  const { sides } = paragraph;
  const own = styleOf(paragraph, profile);
  const style =
    sides === undefined ? own : { ...own, leftMm: own.leftMm + sides.leftMm, rightMm: own.rightMm + sides.rightMm };
  const { hyphenation } = profile;
  const lines = known.get(paragraph) ?? breakLines(paragraph, style, { widthPt, fonts, hyphenation });
  known.set(paragraph, lines);
  const face = faceOf(fonts, style.bold, style.italic);
  const pitch = linePitch(style.sizePt, style.line, fonts);
  const lineHeight = linePitch(style.sizePt, Math.min(1, style.line), fonts);
  const noted = paragraph.runs.some((run) => run.type === "note" && run.note !== undefined);
  const notesOf = ({ pieces }: Line): MeasuredParagraph[] =>
    pieces.flatMap(({ raised }) =>
      raised?.note === undefined ? [] : [measureParagraph(raised.note, { profile, widthPt, fonts, known })],
    );
  return {
    type: "paragraph",
    ...(noted && { notes: lines.map(notesOf) }),
    source: paragraph,
    lines: isEntry(paragraph) ? withLeader(lines, paragraph.leader, { style, widthPt, face }) : lines,
    pitch,
    lineHeight,
    baseline: lineHeight - fonts.regular.descent * style.sizePt,
    before: paragraph.beforePt ?? style.beforePt,
    after: paragraph.afterPt ?? style.afterPt,
    keepNext: style.keepNext || paragraph.keepNext,
    keepLines: style.keepLines,
  };
}

function measureTable(table: FlowTable, { profile, fonts, known }: Setting): MeasuredTable {
  const padding = mmToWholePt(table.paddingMm);
  const vertical = mmToWholePt(table.verticalPaddingMm);
  const columns = consecutiveTwips(table.columnsMm).map((twips) => twips / 20);
  const ruled = table.rows.some(({ cells }) => cells.some(({ rules }) => rules === "all"));
  const rows = table.rows.map((row): MeasuredRow => {
    let column = 0;
    const cells = row.cells.map((cell): MeasuredCell => {
      const x = sum(columns, 0, column);
      const width = sum(columns, column, column + cell.span);
      column += cell.span;
      const paragraphs = cell.paragraphs.map((one) =>
        measureParagraph(one, { profile, widthPt: width - 2 * padding, fonts, known }),
      );
      return { source: cell, x, width, paragraphs, height: stackHeight(paragraphs) };
    });
    const bordered = ruled || row.cells.some(({ rules }) => rules !== "none");
    const height =
      Math.max(
        mmToWholePt(row.heightMm ?? 0),
        ...cells.map((cell) => ((cell.source.rows ?? 1) === 1 ? cell.height : 0)),
      ) +
      (bordered ? table.rulePt : 0) +
      2 * vertical;
    return { cells, height, keepNext: row.keepNext };
  });
  const around = (ruled ? table.rulePt : 0) + 2 * vertical;
  const spanned = spanRows(rows, around);
  return {
    type: "table",
    source: grownHead(table, (index) => {
      const { height } = spanned[index] as MeasuredRow;
      return height > (rows[index] as MeasuredRow).height ? height - around : null;
    }),
    x: mmToWholePt(table.indentMm),
    padding,
    verticalPadding: vertical,
    rule: table.rulePt,
    edge: ruled ? table.rulePt : 0,
    before: table.beforePt,
    rows: spanned,
  };
}

/**
 * The table with the height of each row of its head that a merged cell made higher, without rules and padding: word processors work it
 * out on the first page only, and cut the words of the cell where they repeat the head.
 */
function grownHead(table: FlowTable, grown: (index: number) => number | null): FlowTable {
  const heights = table.rows.slice(0, table.headerRows).map((_, index) => grown(index));
  if (heights.every((height) => height === null)) return table;
  const rows = table.rows.map((row, index) => {
    const height = heights[index] ?? null;
    return height === null ? row : { ...row, heightMm: ptToMm(height) };
  });
  return { ...table, rows };
}

/** Height of paragraphs one under another in a cell. */
export function stackHeight(paragraphs: readonly MeasuredParagraph[]): number {
  return paragraphs.reduce(
    (total, one, index) =>
      total + spaceBetween(paragraphs[index - 1]?.after ?? 0, one.before) + one.lines.length * one.pitch + one.after,
    0,
  );
}

/** Space that a paragraph adds before itself: of the space after the one above and its own space before only the larger counts. */
export function spaceBetween(afterAbove: number, before: number): number {
  return Math.max(0, before - afterAbove);
}

/** Values from a place up to another one together. */
function sum(values: readonly number[], from: number, to: number): number {
  let total = 0;
  for (let index = from; index < to; index++) total += values[index] ?? 0;
  return total;
}
