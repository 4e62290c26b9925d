import {
  AlignmentType,
  BookmarkEnd,
  BookmarkStart,
  BorderStyle,
  ImageRun,
  InternalHyperlink,
  type IParagraphOptions,
  LineRuleType,
  PageBreak,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from "docx";
import type {
  FlowBlock,
  FlowCell,
  FlowChart,
  FlowParagraph,
  FlowRow,
  FlowRun,
  FlowTable,
  Profile,
} from "../../flow/index.ts";
import type { Fonts } from "../../fonts/index.ts";
import { mmToTwips, ptToTwips } from "../../units/index.ts";
import { chartPicture } from "./chart-picture.ts";
import { SPACER_STYLE } from "./styles.ts";

/** What the blocks of one document share. */
export type BlockContext = {
  readonly profile: Profile;
  readonly fonts: Fonts;
  /** Number of each bookmark, given in order of first use. */
  readonly bookmarks: Map<string, number>;
};

export function docxBlocks(blocks: readonly FlowBlock[], context: BlockContext): (Paragraph | Table)[] {
  return blocks.flatMap((block, index) => docxBlock(block, context, index === blocks.length - 1));
}

function docxBlock(block: FlowBlock, context: BlockContext, last: boolean): (Paragraph | Table)[] {
  switch (block.type) {
    case "paragraph":
      return [docxParagraph(block, context, false)];
    case "table":
      return [
        ...(block.beforePt > 0 ? [spacer(block.beforePt, true)] : []),
        docxTable(block, context),
        // Two tables in a row would merge into one; and a section may not end with a table.
        spacer(last ? 1 : Math.max(1, block.afterPt), block.rows.at(-1)?.keepNext ?? false),
      ];
    case "chart":
      return [chart(block, context)];
    case "page-break":
      return [new Paragraph({ style: SPACER_STYLE, children: [new PageBreak()] })];
  }
}

function spacer(heightPt: number, keepNext: boolean): Paragraph {
  return new Paragraph({
    style: SPACER_STYLE,
    keepNext,
    spacing: { line: ptToTwips(heightPt), lineRule: LineRuleType.EXACT },
  });
}

function docxParagraph(paragraph: FlowParagraph, context: BlockContext, keepNext: boolean): Paragraph {
  const children = paragraph.runs.flatMap((run) => docxRun(run, context));
  const options: IParagraphOptions = {
    style: paragraph.style,
    children: paragraph.bookmark === null ? children : bookmarked(paragraph.bookmark, children, context),
    ...(paragraph.label === null
      ? {}
      : { numbering: { reference: paragraph.label.list, level: paragraph.label.level } }),
    ...(paragraph.outline === null ? {} : { outlineLevel: paragraph.outline - 1 }),
    ...(paragraph.keepNext || keepNext ? { keepNext: true } : {}),
    ...(paragraph.beforePt === null ? {} : { spacing: { before: ptToTwips(paragraph.beforePt) } }),
  };
  return new Paragraph(options);
}

function docxRun(run: FlowRun, context: BlockContext): ParagraphChild[] {
  switch (run.type) {
    case "text":
      return [textRun(run.text, run.bold, run.italic)];
    case "reference":
      return [
        new InternalHyperlink({
          anchor: bookmarkName(run.target, context),
          children: [textRun(run.text, run.bold, run.italic)],
        }),
      ];
    case "break":
      return [new TextRun({ break: 1 })];
  }
}

function textRun(text: string, bold: boolean, italic: boolean): TextRun {
  return new TextRun({ text, ...(bold ? { bold: true } : {}), ...(italic ? { italics: true } : {}) });
}

function bookmarked(id: string, children: readonly ParagraphChild[], context: BlockContext): ParagraphChild[] {
  const name = bookmarkName(id, context);
  const number = context.bookmarks.get(id) ?? 0;
  // The types of the library leave the two halves of a bookmark out of what a paragraph may hold; its own Bookmark numbers them by a global counter.
  const halves = [new BookmarkStart(name, number), new BookmarkEnd(number)] as unknown as readonly [
    ParagraphChild,
    ParagraphChild,
  ];
  return [halves[0], ...children, halves[1]];
}

/** Word admits Latin letters, digits and underscores, at most 40 of them. */
function bookmarkName(id: string, { bookmarks }: BlockContext): string {
  const number = bookmarks.get(id) ?? bookmarks.size + 1;
  bookmarks.set(id, number);
  return `_clause_${number}`;
}

const NO_BORDER = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
const NO_BORDERS = { top: NO_BORDER, bottom: NO_BORDER, left: NO_BORDER, right: NO_BORDER };

function docxTable(table: FlowTable, context: BlockContext): Table {
  const columns = twipColumns(table.columnsMm);
  const padding = mmToTwips(table.paddingMm);
  return new Table({
    rows: table.rows.map((row, index) => docxRow(row, index < table.headerRows, columns, context)),
    width: { size: columns.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: columns,
    indent: { size: mmToTwips(table.indentMm), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    margins: {
      left: padding,
      right: padding,
      top: mmToTwips(table.verticalPaddingMm),
      bottom: mmToTwips(table.verticalPaddingMm),
      marginUnitType: WidthType.DXA,
    },
    borders: { ...NO_BORDERS, insideHorizontal: NO_BORDER, insideVertical: NO_BORDER },
  });
}

/** Whole twips that add up to the width of the table. */
function twipColumns(columnsMm: readonly number[]): number[] {
  let at = 0;
  let before = 0;
  return columnsMm.map((width) => {
    at += width;
    const edge = mmToTwips(at);
    const own = edge - before;
    before = edge;
    return own;
  });
}

function docxRow(row: FlowRow, head: boolean, columns: readonly number[], context: BlockContext): TableRow {
  let column = 0;
  const children = row.cells.map((cell) => {
    const width = columns.slice(column, column + cell.span).reduce((sum, one) => sum + one, 0);
    column += cell.span;
    return docxCell(cell, width, row.keepNext, context);
  });
  return new TableRow({ children, tableHeader: head, cantSplit: true });
}

const VERTICAL = {
  top: VerticalAlignTable.TOP,
  center: VerticalAlignTable.CENTER,
  bottom: VerticalAlignTable.BOTTOM,
} as const;

function docxCell(cell: FlowCell, width: number, keepNext: boolean, context: BlockContext): TableCell {
  const rule = {
    style: BorderStyle.SINGLE,
    size: Math.round(context.profile.table.rulePt * 8),
    color: "000000",
  } as const;
  const borders =
    cell.rules === "all"
      ? { top: rule, bottom: rule, left: rule, right: rule }
      : cell.rules === "bottom"
        ? { ...NO_BORDERS, bottom: rule }
        : NO_BORDERS;
  return new TableCell({
    children:
      cell.paragraphs.length === 0
        ? [new Paragraph({})]
        : cell.paragraphs.map((paragraph) => docxParagraph(paragraph, context, keepNext)),
    width: { size: width, type: WidthType.DXA },
    columnSpan: cell.span,
    verticalAlign: VERTICAL[cell.vertical],
    borders,
  });
}

/** A picture with its text alternative; the paragraph around it adds next to nothing to its height. */
function chart(block: FlowChart, { fonts }: BlockContext): Paragraph {
  const picture = chartPicture(block, fonts);
  const image = new ImageRun({
    type: "png",
    data: picture,
    transformation: { width: (block.widthMm / 25.4) * 96, height: (block.heightMm / 25.4) * 96 },
    altText: { name: block.alt.slice(0, 60), title: block.alt.slice(0, 120), description: block.alt },
  });
  return new Paragraph({
    alignment: AlignmentType.LEFT,
    spacing: { before: 0, after: 0 },
    run: { size: 2 },
    children: [image],
  });
}
