import type { CellAlign, TableBlock, TableCell, TableRow } from "../document/index.ts";
import { inlinesText } from "../document/index.ts";
import type { ComposeContext } from "./compose-flow.ts";
import type { FlowBlock, FlowCell, FlowRow } from "./flow.ts";
import { paragraph, runsOf, textRun } from "./paragraph.ts";
import type { StyleName } from "./profile.ts";

/** A data table over the whole text width, with its caption before it and its head repeated on every page. */
export function composeTable(block: TableBlock, { profile, textWidthMm }: ComposeContext): FlowBlock[] {
  const sum = block.widths.reduce((total, width) => total + width, 0);
  const caption = block.caption === null ? [] : [{ ...paragraph("caption", [textRun(block.caption)]), role: "caption" as const }];
  return [
    ...caption,
    {
      type: "table",
      semantics: "data",
      indentMm: 0,
      columnsMm: block.widths.map((width) => (width / sum) * textWidthMm),
      paddingMm: profile.table.paddingMm,
      headerRows: block.header.length,
      rows: [...block.header.map(headRow), ...block.rows.map(bodyRow)],
      summary: block.caption ?? block.header.flatMap(({ cells }) => cells.map(({ paragraphs }) => paragraphs.map(inlinesText).join(" "))).join("; "),
      beforePt: 0,
      afterPt: profile.table.afterPt,
    },
  ];
}

function headRow(row: TableRow): FlowRow {
  return { cells: row.cells.map((cell) => cellOf(cell, "cell-head", "column", "center")), keepNext: true };
}

const STYLES: { readonly [kind in TableRow["kind"]]: { readonly [align in CellAlign]: StyleName } } = {
  data: { left: "cell", center: "cell-center", right: "cell-right" },
  group: { left: "cell-group", center: "cell-group", right: "cell-group" },
  total: { left: "cell-total", center: "cell-total-right", right: "cell-total-right" },
};

function bodyRow(row: TableRow): FlowRow {
  const scope = row.kind === "group" ? "row" : null;
  return { cells: row.cells.map((cell) => cellOf(cell, STYLES[row.kind][cell.align], scope, "top")), keepNext: row.kind === "group" };
}

function cellOf(cell: TableCell, style: StyleName, scope: FlowCell["scope"], vertical: FlowCell["vertical"]): FlowCell {
  return { paragraphs: cell.paragraphs.map((inlines) => paragraph(style, runsOf(inlines))), span: cell.span, scope, vertical, rules: "all" };
}
