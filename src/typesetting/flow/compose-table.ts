import {
  type CellAlign,
  inlinesText,
  type TableBlock,
  type TableCell,
  type TableRow,
} from "../../paperwork/document/index.ts";
import type { StyleName } from "../../paperwork/schemas/index.ts";
import type { ComposeContext } from "./compose-context.ts";
import type { FlowBlock, FlowCell, FlowRow } from "./flow.ts";
import { measureColumns } from "./measure-columns.ts";
import { paragraph, styled, textRun } from "./paragraph.ts";

/** A data table over the whole text width, with its caption before it and its head repeated on every page. */
export function composeTable(block: TableBlock, context: ComposeContext): FlowBlock[] {
  const { profile, textWidthMm } = context;
  const caption =
    block.caption === null ? [] : [{ ...paragraph("caption", [textRun(block.caption)]), role: "caption" as const }];
  return [
    ...caption,
    {
      type: "table",
      semantics: "data",
      indentMm: 0,
      columnsMm: block.widths === null ? measureColumns(block, context) : shares(block.widths, textWidthMm),
      paddingMm: profile.table.paddingMm,
      verticalPaddingMm: profile.table.verticalPaddingMm,
      rulePt: profile.table.rulePt,
      headerRows: block.header.length,
      rows: [...block.header.map((row) => headRow(row, context)), ...block.rows.map((row) => bodyRow(row, context))],
      summary:
        block.caption ??
        block.header
          .flatMap(({ cells }) => cells.map(({ paragraphs }) => paragraphs.map(inlinesText).join(" ")))
          .join("; "),
      beforePt: 0,
      afterPt: profile.table.afterPt,
    },
  ];
}

function shares(widths: readonly number[], textWidth: number): number[] {
  const sum = widths.reduce((total, width) => total + width, 0);
  return widths.map((width) => (width / sum) * textWidth);
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

function bodyRow(row: TableRow, context: ComposeContext): FlowRow {
  const scope = row.kind === "group" ? "row" : null;
  return {
    cells: row.cells.map((cell) =>
      cellOf(cell, { style: STYLES[row.kind][cell.align], scope, vertical: "top" }, context),
    ),
    keepNext: row.kind === "group",
  };
}

function cellOf(
  { paragraphs, span }: TableCell,
  { style, ...look }: Pick<FlowCell, "scope" | "vertical"> & { readonly style: StyleName },
  context: ComposeContext,
): FlowCell {
  return { paragraphs: paragraphs.map((inlines) => styled(style, inlines, context)), span, ...look, rules: "all" };
}
