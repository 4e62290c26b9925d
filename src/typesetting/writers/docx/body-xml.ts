import { escapeXml } from "../../../base/text/index.ts";
import { consecutiveTwips, mmToTwips, ptToTwips } from "../../../base/units/index.ts";
import { type Handlers, handle } from "../../../paperwork/document/index.ts";
import {
  type FlowBlock,
  type FlowCell,
  type FlowChart,
  type FlowEntry,
  type FlowParagraph,
  type FlowRow,
  type FlowTable,
  isEntry,
} from "../../flow/index.ts";
import { bookmarkName, inlineXml, isSequence, type RunContext, runsXml } from "./inline-xml.ts";
import { eachXml } from "./part-xml.ts";
import { FIELD_END, fieldStart, fieldXml, sizeXml, textXml } from "./run-xml.ts";
import { BEHIND_TABLE_STYLE, CHART_STYLE, CONTENTS_ANNEX_STYLE, outlineOf, TABLE_STYLES } from "./styles.ts";

/** What the body needs of the other parts. */
export type BodyContext = RunContext & {
  /** `w:numPr` of a paragraph beside its style's. */
  readonly numberOf: (paragraph: FlowParagraph) => string;
  /** `w:drawing` of a chart. */
  readonly drawingOf: (chart: FlowChart) => string;
};

/** The body of a section as WordprocessingML. */
export function bodyXml(blocks: readonly FlowBlock[], context: BodyContext): string {
  return eachXml(blocks, (block, index) =>
    isEntry(block)
      ? contentsXml(block, context, { opens: !isEntry(blocks[index - 1]), closes: !isEntry(blocks[index + 1]) })
      : handle(BLOCKS, block, context, { above: blocks[index - 1], next: blocks[index + 1] }),
  );
}

/** All entries are the result of one field, so that Word can make them anew; each one leads to its heading. @see ISO/IEC 29500-1, 17.16.5.68 */
function contentsXml(
  entry: FlowEntry,
  context: BodyContext,
  { opens, closes }: { readonly opens: boolean; readonly closes: boolean },
): string {
  const name = bookmarkName(entry.leader.target, context);
  const text = runsXml(entry.runs, context);
  const page = fieldXml(`PAGEREF ${name} \\h`, textXml({ text: entry.leader.text }));
  const link = `<w:hyperlink w:history="1" w:anchor="${name}">${text}<w:r><w:tab/></w:r>${page}</w:hyperlink>`;
  const open = opens ? fieldStart('TOC \\o "1-2" \\h \\z \\u') : "";
  const style = entry.leader.level === 1 ? CONTENTS_ANNEX_STYLE : entry.style;
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${open}${link}${closes ? FIELD_END : ""}</w:p>`;
}

type Around = { readonly above: FlowBlock | undefined; readonly next: FlowBlock | undefined };

const BLOCKS: Handlers<FlowBlock, string, [BodyContext, Around]> = {
  paragraph: (paragraph, context, { above }) =>
    paragraphXml(paragraph, context, above?.type === "page-break" ? { breaks: true } : {}),
  // Two tables in a row would merge into one; and a section may not end with a table.
  table: (table, context, { next }) =>
    (table.beforePt > 0 ? betweenXml(table.beforePt) : "") +
    tableXml(table, context) +
    (next === undefined ? BEHIND_TABLE : ""),
  chart: (chart, { drawingOf }) =>
    chartParagraph(drawingOf(chart), keepNextXml(chart.keepNext === true) + spacingXml(chart) + leftXml(chart.leftMm)),
  "page-break": (_, __, { next }) => (next?.type === "paragraph" && !isEntry(next) ? "" : PAGE_BREAK),
};

/** The paragraph without which no section can end behind a table. */
export const BEHIND_TABLE = `<w:p><w:pPr><w:pStyle w:val="${BEHIND_TABLE_STYLE}"/></w:pPr></w:p>`;
const PAGE_BREAK = `<w:p><w:pPr><w:pStyle w:val="${BEHIND_TABLE_STYLE}"/></w:pPr><w:r><w:br w:type="page"/></w:r></w:p>`;

function leftXml(leftMm = 0): string {
  return leftMm === 0 ? "" : `<w:ind w:left="${mmToTwips(leftMm)}"/>`;
}

/** A height that what is written there may exceed. */
function betweenXml(heightPt: number): string {
  return `<w:p><w:pPr><w:pStyle w:val="${BEHIND_TABLE_STYLE}"/><w:keepNext/><w:spacing w:line="${ptToTwips(heightPt)}" w:lineRule="atLeast"/></w:pPr></w:p>`;
}

/** A paragraph that is a picture, with what it says beside its style. */
export function chartParagraph(drawing: string, properties: string): string {
  return `<w:p><w:pPr><w:pStyle w:val="${CHART_STYLE}"/>${properties}</w:pPr><w:r>${drawing}</w:r></w:p>`;
}

/** `keepNext`: its row is kept; `breaks`: it begins a page. */
type Paging = Partial<Pick<FlowRow, "keepNext" | "loose">> & { readonly breaks?: boolean };

function paragraphXml(
  paragraph: FlowParagraph,
  context: BodyContext,
  { keepNext = false, loose, breaks }: Paging = {},
): string {
  const { bookmark, sizePt } = paragraph;
  const { tabs, indent, align } = context.placeOf(paragraph);
  // The order of these elements is prescribed. @see ISO/IEC 29500-1, 17.3.1.26
  const properties =
    `<w:pStyle w:val="${paragraph.style}"/>` +
    keepNextXml(paragraph.keepNext || keepNext, paragraph.loose || loose) +
    (breaks ? "<w:pageBreakBefore/>" : "") +
    context.numberOf(paragraph) +
    tabs +
    spacingXml(paragraph) +
    indent +
    align +
    outlineXml(paragraph) +
    // The mark at the end of the paragraph is of the size of its letters: it may be all that there is.
    (sizePt === undefined ? "" : `<w:rPr>${sizeXml(sizePt)}</w:rPr>`);
  const own = sizePt === undefined ? context : { ...context, sizePt };
  const text = eachXml(paragraph.runs, (run) => {
    const xml = inlineXml(run, own);
    return bookmark !== null && isSequence(run) ? bookmarked(bookmark, xml, context) : xml;
  });
  const whole = bookmark !== null && !paragraph.runs.some(isSequence);
  return `<w:p><w:pPr>${properties}</w:pPr>${whole ? bookmarked(bookmark, text, context) : text}</w:p>`;
}

/** The level of a heading where it is not that of its style; the last one is that of body text. @see ISO/IEC 29500-1, 17.3.1.20 */
function outlineXml({ outline, style, unlisted }: FlowParagraph): string {
  const level = unlisted ? null : outline;
  return level === outlineOf(style) ? "" : `<w:outlineLvl w:val="${(level ?? 10) - 1}"/>`;
}

/** What the layout let go is not bound by its style either. */
function keepNextXml(keepNext: boolean, loose = false): string {
  return loose ? '<w:keepNext w:val="0"/>' : keepNext ? "<w:keepNext/>" : "";
}

function spacingXml({ beforePt = null, afterPt = null }: Partial<Pick<FlowParagraph, "beforePt" | "afterPt">>): string {
  const attributes = [
    beforePt === null ? "" : ` w:before="${ptToTwips(beforePt)}"`,
    afterPt === null ? "" : ` w:after="${ptToTwips(afterPt)}"`,
  ].join("");
  return attributes === "" ? "" : `<w:spacing${attributes}/>`;
}

function bookmarked(id: string, runs: string, context: BodyContext): string {
  const name = bookmarkName(id, context);
  const number = context.bookmarks.get(id) ?? 0;
  return `<w:bookmarkStart w:id="${number}" w:name="${name}"/>${runs}<w:bookmarkEnd w:id="${number}"/>`;
}

function tableXml(table: FlowTable, context: BodyContext): string {
  const columns = consecutiveTwips(table.columnsMm);
  const width = columns.reduce((sum, one) => sum + one, 0);
  const side = mmToTwips(table.paddingMm);
  const level = mmToTwips(table.verticalPaddingMm);
  const margin = (name: string, twips: number): string => `<w:${name} w:type="dxa" w:w="${twips}"/>`;
  const properties = [
    `<w:tblStyle w:val="${TABLE_STYLES[table.semantics]}"/><w:tblW w:type="dxa" w:w="${width}"/><w:tblInd w:type="dxa" w:w="${mmToTwips(table.indentMm)}"/><w:tblLayout w:type="fixed"/>`,
    `<w:tblCellMar>${margin("top", level)}${margin("left", side)}${margin("bottom", level)}${margin("right", side)}</w:tblCellMar>`,
    lookXml(table),
    table.summary === null ? "" : `<w:tblDescription w:val="${escapeXml(table.summary)}"/>`,
  ].join("");
  const grid = eachXml(columns, (one) => `<w:gridCol w:w="${one}"/>`);
  const own = { columns, table, borders: bordersXml(table.rulePt) };
  const rows = eachXml(table.rows, (row, index) =>
    rowXml(row, index < table.headerRows && table.repeatsHead !== false, own, context),
  );
  return `<w:tbl><w:tblPr>${properties}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows}</w:tbl>`;
}

/**
 * Whether the first row holds headings of columns and the first column headings of rows; a table that only places things has neither.
 * @see ISO/IEC 29500-1, 17.4.55
 */
function lookXml({ headerRows, rows }: FlowTable): string {
  const [row, column] = [headerRows > 0, rows.some(({ cells }) => cells[0]?.scope === "row" && cells.length > 1)];
  const bits = 0x0600 + (row ? 0x20 : 0) + (column ? 0x80 : 0);
  return `<w:tblLook w:val="0${bits.toString(16).toUpperCase()}" w:firstRow="${Number(row)}" w:lastRow="0" w:firstColumn="${Number(column)}" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>`;
}

/** Borders of the cells that have any. */
type Ruled = { readonly borders: string };

/** The borders around a cell. */
function bordersXml(rulePt: number): string {
  const rule = `w:val="single" w:sz="${Math.round(rulePt * 8)}" w:space="0" w:color="000000"`;
  return `<w:tcBorders>${eachXml(["top", "left", "bottom", "right"], (edge) => `<w:${edge} ${rule}/>`)}</w:tcBorders>`;
}

function rowXml(
  row: FlowRow,
  head: boolean,
  { columns, table, borders }: { readonly columns: readonly number[]; readonly table: FlowTable } & Ruled,
  context: BodyContext,
): string {
  let column = 0;
  const cells = eachXml(row.cells, (cell) => {
    let width = 0;
    for (const end = column + cell.span; column < end; column++) width += columns[column] ?? 0;
    return cellXml(cell, { width, borders }, row, context);
  });
  // The height of a row there is that of its text and the padding above and below.
  const least = mmToTwips((row.heightMm ?? 0) + 2 * table.verticalPaddingMm);
  const height = row.heightMm === undefined ? "" : `<w:trHeight w:val="${least}" w:hRule="atLeast"/>`;
  return `<w:tr><w:trPr>${row.splits ? "" : "<w:cantSplit/>"}${height}${head ? "<w:tblHeader/>" : ""}</w:trPr>${cells}</w:tr>`;
}

function cellXml(
  cell: FlowCell,
  { width, borders }: { readonly width: number } & Ruled,
  row: FlowRow,
  context: BodyContext,
): string {
  const ruled = cell.rules === "all" ? borders : "";
  const span = cell.span > 1 ? `<w:gridSpan w:val="${cell.span}"/>` : "";
  const properties = `<w:tcW w:type="dxa" w:w="${width}"/>${span}${mergeXml(cell)}${ruled}<w:vAlign w:val="${cell.vertical}"/>`;
  const content = eachXml(cell.paragraphs, (paragraph) => paragraphXml(paragraph, context, row));
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${content === "" ? `<w:p><w:pPr><w:pStyle w:val="cell"/></w:pPr></w:p>` : content}</w:tc>`;
}

/** A cell that goes down over rows opens there; each row has a cell of its own for it. @see ISO/IEC 29500-1, 17.4.84 */
function mergeXml({ rows = 1 }: FlowCell): string {
  return rows === 1 ? "" : rows === 0 ? "<w:vMerge/>" : '<w:vMerge w:val="restart"/>';
}
