import { type Handlers, handle } from "../../../paperwork/document/index.ts";
import {
  type Flow,
  type FlowBlock,
  type FlowCell,
  type FlowChart,
  type FlowParagraph,
  type FlowRow,
  type FlowTable,
  paragraphsIn,
  tableParagraphs,
} from "../../flow/index.ts";

/** A piece of marked content, as pdfkit hands it out. */
export type Content = object;
/** A structure element of pdfkit. */
export type Element = {
  add(child: Element | Content): Element;
  end(): void;
  readonly dictionary: { readonly data: { A?: object; ID?: object } };
};
/** What of the library the structure tree needs. */
export type StructureHost = {
  struct(type: string, options?: object): Element;
  addStructure(element: Element): unknown;
  getStructTreeRoot(): { readonly data: { IDTree?: object } };
};

/** Marked content by what it shows: the text of paragraphs and their labels, and charts. */
export type Marked = {
  readonly texts: Map<FlowParagraph, Content[]>;
  readonly labels: Map<FlowParagraph, Content[]>;
  readonly charts: Map<FlowChart, Content[]>;
  /** The element of the links of a paragraph, made when its first line is painted. */
  readonly links: Map<FlowParagraph, Element>;
};
/** Marked content, and what builds elements of it. */
type Tree = Marked & {
  readonly host: StructureHost;
  /** Elements of the footnotes of the file, in order. */
  readonly notes: Element[];
};
/** What the next block may go on with. */
type Open = { readonly lists: ListStack; readonly contents: Element | null; readonly caption: FlowParagraph | null };

const CLOSED: Open = { lists: [], contents: null, caption: null };

/**
 * Builds the structure tree in reading order: Document > Sect > headings, paragraphs, lists (L > LI > Lbl, LBody), tables with scoped
 * header cells, figures with text. Layout tables give only their paragraphs.
 *
 * @param notes elements of the footnotes of the file; those of this document are added
 */
export function buildStructure(host: StructureHost, flow: Flow, marked: Marked, notes: Element[]): void {
  const root = host.struct("Document");
  const tree: Tree = { ...marked, host, notes };
  let sect = host.struct("Sect");
  for (const [index, section] of flow.sections.entries()) {
    if (index > 0 && !section.goesOn) {
      root.add(sect);
      sect = host.struct("Sect");
    }
    let open = CLOSED;
    for (const block of section.blocks) open = handle(BLOCKS, block, tree, sect, open);
    if (section.code !== null) addChart(section.code, tree, sect);
  }
  root.add(sect);
  host.addStructure(root);
  root.end();
}

/** Lets the footnotes of a file be found by their names. */
export function nameNotes(host: StructureHost, notes: readonly Element[]): void {
  if (notes.length > 0) host.getStructTreeRoot().data.IDTree = idTree(notes);
}

const BLOCKS: Handlers<FlowBlock, Open, [Tree, parent: Element, Open]> = {
  paragraph: (paragraph, tree, parent, { lists, contents }) => {
    const { label, role } = paragraph;
    if (label !== null && (role === "clause" || role === "item"))
      return { ...CLOSED, lists: addItem(paragraph, tree, parent, lists) };
    if (role === "caption") return { ...CLOSED, caption: paragraph };
    if (role !== "contents") return addParagraph(paragraph, tree, parent);
    const holder = contents ?? added(tree, parent, "TOC");
    addEntry(paragraph, tree, holder);
    return { ...CLOSED, contents: holder };
  },
  table: (table, tree, parent, { caption }) => addTable(table, caption, tree, parent),
  chart: addChart,
  "page-break": () => CLOSED,
};

/** A new element in its place, with what it holds. */
function added({ host }: Tree, parent: Element, type: string, contents: readonly Content[] = []): Element {
  const element = host.struct(type);
  for (const content of contents) element.add(content);
  parent.add(element);
  return element;
}

/** TOC > TOCI > Reference > Link with the text and its annotation. @see ISO 32000-1, 14.8.4.3 */
function addEntry(paragraph: FlowParagraph, tree: Tree, parent: Element): void {
  const reference = added(tree, added(tree, parent, "TOCI"), "Reference");
  const link = tree.links.get(paragraph) ?? tree.host.struct("Link");
  for (const content of tree.texts.get(paragraph) ?? []) link.add(content);
  reference.add(link);
}

/** The lists an item may still join, outermost first. */
type ListStack = readonly {
  readonly list: string;
  readonly level: number;
  readonly element: Element;
  readonly body: Element;
}[];

function addItem(paragraph: FlowParagraph, tree: Tree, parent: Element, open: ListStack): ListStack {
  const { list = "", level = 0 } = paragraph.label ?? {};
  const same = open.findIndex((one) => one.list === list && one.level === level);
  const outer = same >= 0 ? open.slice(0, same) : open.filter((one) => one.list !== list || one.level < level);
  const element = open[same]?.element ?? addList(paragraph, tree, outer.at(-1)?.body ?? parent);
  const item = added(tree, element, "LI");
  if (paragraph.label?.text !== "") added(tree, item, "Lbl", tree.labels.get(paragraph));
  const body = added(tree, item, "LBody", tree.texts.get(paragraph));
  addNotes(paragraph, tree, body);
  return [...outer, { list, level, element, body }];
}

/** A list says how its items are marked; a dash is nearest to a disc, a check box is none of the signs that it may name. @see ISO 32000-1, 14.8.5.5 */
function addList({ label }: FlowParagraph, tree: Tree, parent: Element): Element {
  const element = added(tree, parent, "L");
  const { format = "decimal" } = label ?? {};
  element.dictionary.data.A = { O: "List", ListNumbering: NUMBERINGS[format] };
  return element;
}

const NUMBERINGS = { decimal: "Decimal", paren: "Decimal", dash: "Disc", "check-box": "None" } as const;

function addParagraph(paragraph: FlowParagraph, tree: Tree, parent: Element): Open {
  const contents = [...(tree.labels.get(paragraph) ?? []), ...(tree.texts.get(paragraph) ?? [])];
  const type = paragraph.outline === null ? "P" : `H${paragraph.outline}`;
  if (contents.length > 0) addNotes(paragraph, tree, added(tree, parent, type, contents));
  return CLOSED;
}

/** The footnotes of a paragraph behind its words, each with a name of its own: Note > Lbl, P. @see ISO 14289-1, 7.9 */
function addNotes({ runs }: FlowParagraph, tree: Tree, parent: Element): void {
  for (const run of runs) {
    if (run.type !== "note" || run.note === undefined) continue;
    const note = added(tree, parent, "Note");
    note.dictionary.data.ID = noteId(tree.notes.push(note));
    added(tree, note, "Lbl", tree.labels.get(run.note));
    added(tree, note, "P", tree.texts.get(run.note));
  }
}

/** Names sort as texts. */
function noteId(number: number): object {
  return new String(`note-${String(number).padStart(5, "0")}`);
}

/** Where elements with names are found by them. @see ISO 32000-1, 7.9.6 */
function idTree(notes: readonly Element[]): object {
  return { Names: notes.flatMap(({ dictionary }, index) => [noteId(index + 1), dictionary]) };
}

function addTable(table: FlowTable, caption: FlowParagraph | null, tree: Tree, parent: Element): Open {
  if (table.semantics === "layout") for (const one of inReadingOrder(table)) addParagraph(one, tree, parent);
  else {
    const element = tree.host.struct("Table");
    if (caption !== null) added(tree, element, "Caption", tree.texts.get(caption));
    addRows(table.rows.slice(0, table.headerRows), "THead", tree, element);
    addRows(table.rows.slice(table.headerRows), "TBody", tree, element);
    parent.add(element);
  }
  return CLOSED;
}

function addRows(rows: readonly FlowRow[], type: "THead" | "TBody", tree: Tree, table: Element): void {
  if (rows.length === 0) return;
  const part = added(tree, table, type);
  for (const { cells } of rows) {
    const row = added(tree, part, "TR");
    for (const cell of cells) if (cell.rows !== 0) addCell(cell, tree, row);
  }
}

/** Names of the places that links may lead to. */
export function bookmarksOf({ sections }: Flow): ReadonlySet<string> {
  const paragraphs = sections.flatMap(({ blocks }) => paragraphsIn(blocks));
  return new Set(paragraphs.flatMap(({ bookmark }) => bookmark ?? []));
}

/** Places in the order of reading of the paragraphs that are not read as they lie on the sheet: those of tables that are read by columns, or have cells merged downwards, which may go on beside and below the rows that are read after them. */
export function readingPlaces(flow: Flow): ReadonlyMap<FlowParagraph, number> {
  const tables = flow.sections.flatMap(({ blocks }) => blocks).filter((one) => one.type === "table");
  const apart = tables.filter(({ reading, rows }) => reading === "columns" || rows.some(hasMerged));
  const read = apart.flatMap(inReadingOrder);
  return new Map(read.map((paragraph, place) => [paragraph, place]));
}

function hasMerged({ cells }: FlowTable["rows"][number]): boolean {
  return cells.some(({ rows = 1 }) => rows > 1);
}

/** Cells that stand under one another belong together where a table is read by columns. */
function inReadingOrder(table: FlowTable): FlowParagraph[] {
  if (table.reading !== "columns") return tableParagraphs(table);
  return table.columnsMm.flatMap((_, column) => table.rows.flatMap(({ cells }) => cells[column]?.paragraphs ?? []));
}

const SCOPES = { column: "Column", row: "Row" } as const;

function addCell(cell: FlowCell, tree: Tree, row: Element): void {
  const element = tree.host.struct(cell.scope === null ? "TD" : "TH");
  const { rows = 1 } = cell;
  if (cell.scope !== null || cell.span > 1 || rows > 1)
    element.dictionary.data.A = {
      O: "Table",
      ...(cell.scope === null ? {} : { Scope: SCOPES[cell.scope] }),
      ...(cell.span > 1 ? { ColSpan: cell.span } : {}),
      ...(rows > 1 ? { RowSpan: rows } : {}),
    };
  row.add(element);
  for (const paragraph of cell.paragraphs) addParagraph(paragraph, tree, element);
}

function addChart(chart: FlowChart, tree: Tree, parent: Element): Open {
  const element = tree.host.struct("Figure", { alt: chart.alt });
  for (const content of tree.charts.get(chart) ?? []) element.add(content);
  parent.add(element);
  return CLOSED;
}
