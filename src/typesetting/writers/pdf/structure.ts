import type { Flow, FlowBlock, FlowCell, FlowChart, FlowParagraph, FlowTable } from "../../flow/index.ts";

/** A piece of marked content, as pdfkit hands it out. */
export type Content = object;
/** A structure element of pdfkit. */
export type Element = {
  add(child: Element | Content): Element;
  end(): void;
  readonly dictionary: { readonly data: { [key: string]: unknown } };
};
/** What of the library the structure tree needs. */
export type StructureHost = {
  struct(type: string, options?: object): Element;
  addStructure(element: Element): unknown;
};

/** Marked content by what it shows: the text of paragraphs and their labels, and charts. */
export type Marked = {
  readonly texts: Map<FlowParagraph, Content[]>;
  readonly labels: Map<FlowParagraph, Content[]>;
  readonly charts: Map<FlowChart, Content[]>;
  /** The element of the links of a paragraph, made when its first line is painted. */
  readonly links: Map<FlowParagraph, Element>;
};
/** Marked content with the tag of each heading. */
type Tagged = Marked & { readonly levels: ReadonlyMap<FlowParagraph, string> };

/**
 * Builds the structure tree in reading order: Document > Sect > headings, paragraphs, lists (L > LI > Lbl, LBody), tables with scoped
 * header cells, figures with text. Layout tables give only their paragraphs.
 */
export function buildStructure(host: StructureHost, flow: Flow, marked: Marked): void {
  const root = host.struct("Document");
  const levels = headingTags(flow);
  for (const section of flow.sections) {
    const sect = host.struct("Sect");
    addBlocks(host, sect, section.blocks, { ...marked, levels });
    if (section.code !== null) addChart(host, sect, section.code, marked);
    root.add(sect);
  }
  host.addStructure(root);
  root.end();
}

function addBlocks(host: StructureHost, parent: Element, blocks: readonly FlowBlock[], marked: Tagged): void {
  let open: ListStack = [];
  let contents: Element | null = null;
  for (const block of blocks) {
    if (block.type === "paragraph" && (block.role === "clause" || block.role === "item")) {
      open = addItem(host, parent, open, block, marked);
      continue;
    }
    open = [];
    if (block.type === "paragraph" && block.role === "contents") {
      contents ??= contentsElement(host, parent);
      addEntry(host, contents, block, marked);
      continue;
    }
    contents = null;
    if (block.type === "paragraph") addParagraph(host, parent, block, marked);
    else if (block.type === "table") addTable(host, parent, block, marked);
    else if (block.type === "chart") addChart(host, parent, block, marked);
  }
}

function contentsElement(host: StructureHost, parent: Element): Element {
  const element = host.struct("TOC");
  parent.add(element);
  return element;
}

/** TOC > TOCI > Reference > Link with the text and its annotation. @see ISO 32000-1, 14.8.4.3 */
function addEntry(host: StructureHost, parent: Element, paragraph: FlowParagraph, marked: Tagged): void {
  const item = host.struct("TOCI");
  const reference = host.struct("Reference");
  const link = marked.links.get(paragraph) ?? host.struct("Link");
  for (const content of marked.texts.get(paragraph) ?? []) link.add(content);
  reference.add(link);
  item.add(reference);
  parent.add(item);
}

/** The lists an item may still join, outermost first. */
type ListStack = readonly {
  readonly list: string;
  readonly level: number;
  readonly element: Element;
  readonly body: Element;
}[];

function addItem(
  host: StructureHost,
  parent: Element,
  open: ListStack,
  paragraph: FlowParagraph,
  marked: Tagged,
): ListStack {
  const { label } = paragraph;
  if (label === null) {
    addParagraph(host, parent, paragraph, marked);
    return [];
  }
  const same = open.findIndex(({ list, level }) => list === label.list && level === label.level);
  const outer =
    same >= 0 ? open.slice(0, same) : open.filter(({ list, level }) => list !== label.list || level < label.level);
  const holder = outer.at(-1)?.body ?? parent;
  const element = same >= 0 ? (open[same]?.element ?? host.struct("L")) : host.struct("L");
  if (same < 0) holder.add(element);
  const item = host.struct("LI");
  const lbl = host.struct("Lbl");
  for (const content of marked.labels.get(paragraph) ?? []) lbl.add(content);
  const body = host.struct("LBody");
  for (const content of marked.texts.get(paragraph) ?? []) body.add(content);
  item.add(lbl);
  item.add(body);
  element.add(item);
  return [...outer, { list: label.list, level: label.level, element, body }];
}

/** Levels of headings without gaps: a subheading with no heading over it is of the first level. @see ISO 14289-1, 7.4.2 */
function headingTags(flow: Flow): Map<FlowParagraph, string> {
  const tags = new Map<FlowParagraph, string>();
  let deepest = 0;
  for (const section of flow.sections) {
    for (const block of section.blocks) {
      if (block.type !== "paragraph" || (block.role !== "heading-1" && block.role !== "heading-2")) continue;
      deepest = Math.min(block.role === "heading-1" ? 1 : 2, deepest + 1);
      tags.set(block, `H${deepest}`);
    }
  }
  return tags;
}

function addParagraph(host: StructureHost, parent: Element, paragraph: FlowParagraph, marked: Tagged): void {
  const contents = [...(marked.labels.get(paragraph) ?? []), ...(marked.texts.get(paragraph) ?? [])];
  if (contents.length === 0) return;
  const element = host.struct(marked.levels.get(paragraph) ?? "P");
  for (const content of contents) element.add(content);
  parent.add(element);
}

function addTable(host: StructureHost, parent: Element, table: FlowTable, marked: Tagged): void {
  if (table.semantics === "layout") {
    for (const row of table.rows)
      for (const cell of row.cells)
        for (const paragraph of cell.paragraphs) addParagraph(host, parent, paragraph, marked);
    return;
  }
  const element = host.struct("Table");
  if (table.summary !== null) element.dictionary.data["A"] = { O: "Table", Summary: new String(table.summary) };
  for (const row of table.rows) {
    const tr = host.struct("TR");
    for (const cell of row.cells) tr.add(cellElement(host, cell, marked));
    element.add(tr);
  }
  parent.add(element);
}

const SCOPES = { column: "Column", row: "Row" } as const;

function cellElement(host: StructureHost, cell: FlowCell, marked: Tagged): Element {
  const element = host.struct(cell.scope === null ? "TD" : "TH");
  const attributes: { [name: string]: unknown } = { O: "Table" };
  if (cell.scope !== null) attributes["Scope"] = SCOPES[cell.scope];
  if (cell.span > 1) attributes["ColSpan"] = cell.span;
  if (Object.keys(attributes).length > 1) element.dictionary.data["A"] = attributes;
  for (const paragraph of cell.paragraphs) addParagraph(host, element, paragraph, marked);
  return element;
}

function addChart(host: StructureHost, parent: Element, chart: FlowChart, marked: Marked): void {
  const element = host.struct("Figure", { alt: chart.alt });
  for (const content of marked.charts.get(chart) ?? []) element.add(content);
  parent.add(element);
}
