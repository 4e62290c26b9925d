import {
  type Block,
  type CellAlign,
  inlinesText,
  type Numbered,
  type TableBlock,
  type TableCell,
  type TableRow,
} from "../../paperwork/document/index.ts";
import type { StyleName } from "../../paperwork/schemas/index.ts";
import type { ComposeContext } from "./compose-context.ts";
import type { FlowBlock, FlowCell, FlowParagraph, FlowRow } from "./flow.ts";
import { measureColumns } from "./measure-columns.ts";
import { paragraph, styled, textRun } from "./paragraph.ts";

/** Behind these a table without a caption stands apart; titles have space of their own. */
const TEXT: ReadonlySet<Block["type"]> = new Set(["paragraph", "clause", "item"]);

/** A table under a caption of no more rows and letters than this stands on one sheet. */
const WHOLE = { rows: 5, letters: 500 };

/** A data table over the whole text width, with its caption before it and its head repeated on every page. */
export function composeTable(block: TableBlock, context: ComposeContext, previous?: Block): FlowBlock[] {
  const { profile } = context;
  const { caption, rowHead } = block;
  const { columnsMm, paddingMm, scale } = measureColumns(block, context);
  const whole = caption !== null && isShort(block.rows);
  return [
    ...(caption === null ? [] : [{ ...composeCaption("caption", caption, block, context), role: "caption" as const }]),
    {
      type: "table",
      semantics: "data",
      indentMm: 0,
      columnsMm,
      paddingMm,
      verticalPaddingMm: profile.table.verticalPaddingMm,
      rulePt: profile.table.rulePt,
      headerRows: block.header.length,
      rows: scaled(
        keptSpans([
          ...block.header.map((row) => headRow(row, context)),
          ...block.rows.map((row, index) =>
            bodyRow(row, { rowHead, next: block.rows[index + 1]?.kind, whole }, context),
          ),
        ]),
        scale,
        context,
      ),
      summary:
        caption ??
        block.header
          .flatMap(({ cells }) => cells.map(({ paragraphs }) => paragraphs.map(inlinesText).join(" ")))
          .filter((words) => words !== "")
          .join("; "),
      beforePt: caption === null && previous !== undefined && TEXT.has(previous.type) ? profile.table.beforePt : 0,
      afterPt: profile.table.afterPt,
    },
  ];
}

/** The caption of a table or a chart; its number is a run of its own, and what references aim at. */
export function composeCaption(
  style: StyleName,
  words: string,
  { number, id }: Numbered,
  { targets }: ComposeContext,
): FlowParagraph {
  const at = number === undefined ? -1 : words.search(new RegExp(`(?<![\\d.])${number}(?![\\d])`));
  if (number === undefined || at < 0) return paragraph(style, [textRun(words)]);
  const [before, after] = [words.slice(0, at), words.slice(at + number.length)];
  const runs = [textRun(before), { ...textRun(number), sequence: before.trim() }, textRun(after)];
  return {
    ...paragraph(
      style,
      runs.filter(({ text }) => text !== ""),
    ),
    bookmark: id !== undefined && targets.has(id) ? id : null,
  };
}

/** Rows that a merged cell goes down over stay together. */
function keptSpans(rows: readonly FlowRow[]): FlowRow[] {
  let last = -1;
  return rows.map((row, index) => {
    last = Math.max(last, ...row.cells.map(({ rows: down = 1 }) => index + down - 1));
    return last > index ? { ...row, keepNext: true } : row;
  });
}

/** Rows in letters of this share of the size of their styles, in whole half-points. */
function scaled(rows: readonly FlowRow[], scale: number, { profile: { styles } }: ComposeContext): readonly FlowRow[] {
  if (scale === 1) return rows;
  const smaller = (one: FlowParagraph): FlowParagraph => ({
    ...one,
    sizePt: Math.floor(styles[one.style].sizePt * scale * 2 + 1e-6) / 2,
  });
  return rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => ({ ...cell, paragraphs: cell.paragraphs.map(smaller) })),
  }));
}

function headRow(row: TableRow, context: ComposeContext): FlowRow {
  return {
    cells: row.cells.map((cell) => cellOf(cell, { style: "cell-head", scope: "column", vertical: "center" }, context)),
    keepNext: true,
  };
}

const STYLES: { readonly [kind in TableRow["kind"]]: { readonly [align in CellAlign]: StyleName } } = {
  data: { left: "cell", center: "cell-center", right: "cell-right" },
  group: { left: "cell-group", center: "cell-group", right: "cell-group" },
  total: { left: "cell-total", center: "cell-total-right", right: "cell-total-right" },
};

function isShort(rows: readonly TableRow[]): boolean {
  const letters = rows.flatMap(({ cells }) => cells.flatMap(({ paragraphs }) => paragraphs.map(inlinesText))).join("");
  return rows.length <= WHOLE.rows && letters.length <= WHOLE.letters;
}

type Neighbours = {
  readonly rowHead: number | undefined;
  readonly next: TableRow["kind"] | undefined;
  readonly whole: boolean;
};

/** @param next the row below, which a heading of rows is bound to, and every row where the table is `whole`; a total is never alone on its sheet */
function bodyRow(row: TableRow, { rowHead, next, whole }: Neighbours, context: ComposeContext): FlowRow {
  let column = 0;
  return {
    cells: row.cells.map((cell) => {
      const from = column;
      column += cell.span;
      const heads = row.kind === "group" || (rowHead !== undefined && rowHead > from && rowHead <= column);
      const empty = cell.paragraphs.every((inlines) => inlinesText(inlines).trim() === "");
      const style = STYLES[row.kind][cell.align];
      return cellOf(cell, { style, scope: heads && !empty ? "row" : null, vertical: "top" }, context);
    }),
    keepNext: next === "total" || ((whole || row.kind === "group") && next !== undefined),
  };
}

function cellOf(
  { paragraphs, span, rows }: TableCell,
  { style, scope, vertical }: Pick<FlowCell, "scope" | "vertical"> & { readonly style: StyleName },
  context: ComposeContext,
): FlowCell {
  const own = rows === 0 ? [paragraph(style, [])] : paragraphs.map((inlines) => styled(style, inlines, context));
  const cell = { paragraphs: own, span, scope, vertical, rules: "all" as const };
  return rows === undefined ? cell : { ...cell, rows };
}
