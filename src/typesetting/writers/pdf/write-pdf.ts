import PDFDocument from "pdfkit";
import { writtenAddress } from "../../../paperwork/document/index.ts";
import {
  type CheckBox,
  type Flow,
  type FlowChart,
  type FlowEntry,
  type FlowParagraph,
  isEntry,
  type Profile,
} from "../../flow/index.ts";
import type { Fonts } from "../../fonts/index.ts";
import type { Layout, LinePiece, Page, PlacedItem, PlacedLine } from "../../layout/index.ts";
import { type FontHost, FontSet, hasHidden } from "./font-set.ts";
import { type Gatherable, gather } from "./gather.ts";
import { addOutline, type OutlineHost } from "./outline.ts";
import { chartOperators, flip, ruleOperators, textOperators } from "./paint.ts";
import { type PictureHost, PictureSet } from "./paint-picture.ts";
import { type Correctable, correct, PRODUCER } from "./pdfkit-corrections.ts";
import {
  bookmarksOf,
  buildStructure,
  type Content,
  type Marked,
  readingPlaces,
  type StructureHost,
} from "./structure.ts";

/** What we use of pdfkit's document beyond its published types. */
type Host = FontHost &
  PictureHost &
  StructureHost &
  Correctable &
  OutlineHost &
  Gatherable & {
    readonly page: { readonly height: number; readonly dictionary: unknown };
    addPage(options: object): unknown;
    markContent(tag: string, options?: object): unknown;
    markStructureContent(tag: string): Content;
    annotate(x: number, y: number, width: number, height: number, options: object): unknown;
    addNamedDestination(name: string, ...args: unknown[]): unknown;
    endMarkedContent(): unknown;
    end(): void;
  };

/**
 * Paints a layout as PDF/A-2a and PDF/UA-1: embedded subsets, tags in reading order, language, title, bookmarks, XMP.
 * The same layout gives the same bytes: the only date is the document's own.
 */
export async function writePdf(layout: Layout, flow: Flow, fonts: Fonts): Promise<Uint8Array> {
  const { meta } = flow;
  const document = new PDFDocument({
    autoFirstPage: false,
    bufferPages: false,
    pdfVersion: "1.7",
    subset: "PDF/A-2a" as "PDF/A-2",
    tagged: true,
    lang: meta.language,
    displayTitle: true,
    font: null as unknown as string,
    info: {
      Title: meta.title,
      Author: meta.author,
      Creator: PRODUCER,
      Producer: PRODUCER,
      CreationDate: new Date(`${meta.date ?? "1970-01-01"}T12:00:00Z`),
    },
  }) as unknown as Host;
  const bytes = gather(document);
  correct(document, meta);
  const painter = new Painter(document, fonts, flow);
  for (const page of layout.pages) painter.page(page);
  buildStructure(document, flow, painter.marked);
  addOutline(document, flow, painter.targets);
  document.end();
  return bytes;
}

/** What marked content belongs to; `link` is its element where it is a link. */
type Open = {
  readonly owner: FlowParagraph;
  readonly tag: "label" | "text" | "reference" | "link";
  readonly href?: string;
  readonly link?: ReturnType<Host["struct"]>;
};

class Painter {
  readonly marked: Marked = { texts: new Map(), labels: new Map(), charts: new Map(), links: new Map() };
  /** Where each paragraph begins: page object and height from its foot, for bookmarks. */
  readonly targets = new Map<FlowParagraph | number, { readonly page: unknown; readonly top: number }>();
  readonly #document: Host;
  readonly #fonts: Fonts;
  readonly #places: ReadonlyMap<FlowParagraph, number>;
  readonly #bookmarks: ReadonlySet<string>;
  readonly #blanks: Profile["blanks"];
  readonly #set: FontSet;
  readonly #pictures: PictureSet;
  readonly #named = new Set<string>();
  /** The marked content that is open now. */
  #open: Open | null = null;

  constructor(document: Host, fonts: Fonts, flow: Flow) {
    this.#document = document;
    this.#fonts = fonts;
    this.#places = readingPlaces(flow);
    this.#bookmarks = bookmarksOf(flow);
    this.#blanks = flow.profile.blanks;
    this.#set = new FontSet(document, fonts);
    this.#pictures = new PictureSet(document, flow.profile.picture.dotsPerInch);
  }

  page(page: Page): void {
    this.#document.addPage({ size: [page.widthPt, page.heightPt], margin: 0 });
    this.#document.addContent(flip(page.heightPt));
    if (!this.targets.has(page.section))
      this.targets.set(page.section, { page: this.#document.page.dictionary, top: page.heightPt });
    if (page.number !== null) this.#artifact([page.number], page.heightPt, "Pagination");
    this.#texts(page);
    this.#artifact(page.running, page.heightPt, "Pagination");
    this.#artifact(
      page.items.filter((item) => item.type === "rule"),
      page.heightPt,
    );
  }

  /** Text and charts in reading order, each paragraph's lines on the page as one piece of marked content. */
  #texts(page: Page): void {
    for (const item of this.#inReadingOrder(page.items)) {
      if (item.type === "chart") {
        this.#close();
        this.#chart(item.chart, item.x, item.y, page.heightPt);
      } else if (item.type === "line" && item.owner !== null) {
        this.#line(item, item.owner, page.heightPt);
      } else if (item.type === "line") {
        // A repeated table head: seen, but read only once.
        this.#close();
        this.#artifact([item], page.heightPt, "Pagination");
      }
    }
    this.#close();
  }

  /** Lines of a table that is read by columns follow one another so; all else stays in its place. */
  #inReadingOrder(items: readonly PlacedItem[]): readonly PlacedItem[] {
    const placeOf = (item: PlacedItem): number | undefined =>
      item.type === "line" && item.owner !== null ? this.#places.get(item.owner) : undefined;
    const moved = items.filter((item) => placeOf(item) !== undefined);
    if (moved.length === 0) return items;
    const read = moved.sort((a, b) => (placeOf(a) ?? 0) - (placeOf(b) ?? 0)).values();
    return items.map((item) => (placeOf(item) === undefined ? item : (read.next().value ?? item)));
  }

  #line(line: PlacedLine, owner: FlowParagraph, heightPt: number): void {
    if (!this.targets.has(owner))
      this.targets.set(owner, { page: this.#document.page.dictionary, top: heightPt - line.y + 20 });
    if (owner.bookmark !== null) this.#destination(owner.bookmark, line.y - DESTINATION_RISE);
    if (isEntry(owner)) this.#link(line, owner);
    for (const [index, piece] of line.pieces.entries()) {
      if (piece.leader === true) {
        this.#close();
        this.#document.markContent("Artifact", { type: "Layout" });
        this.#document.addContent(textOperators(piece, line.y, heightPt, this.#set));
        this.#document.endMarkedContent();
        continue;
      }
      if (piece.blank !== undefined) {
        this.#blank(piece, { owner, y: line.y, heightPt });
        continue;
      }
      if (piece.checkBox !== undefined) this.#checkBox(piece.checkBox, owner);
      else if (piece.raised?.note !== undefined) this.#reference(owner);
      else if (piece.href !== undefined && this.#leads(piece.href)) this.#live(piece, line.y, owner);
      else this.#mark(owner, piece.raised !== undefined || (piece.label && owner.outline === null) ? "label" : "text");
      this.#text(piece, line.y, heightPt);
      // A real space between the lines of a paragraph, so that extracted words do not run together.
      if (index === line.pieces.length - 1 && !line.continues)
        this.#document.addContent(this.#lineEnd(piece, line.y, heightPt));
    }
  }

  /** The mark of a footnote: Reference > Lbl in its place among the words. @see ISO 32000-1, 14.8.4.4.1 */
  #reference(owner: FlowParagraph): void {
    this.#close();
    const [reference, label] = [this.#document.struct("Reference"), this.#document.struct("Lbl")];
    label.add(this.#document.markStructureContent("Lbl"));
    reference.add(label);
    append(this.marked.texts, owner, reference);
    this.#open = { owner, tag: "reference" };
  }

  /** A line to fill in: a field for print that says what it is for; the space in it parts what stands around it. @see ISO 32000-1, 14.8.5.6 */
  #blank(
    piece: LinePiece,
    { owner, y, heightPt }: { readonly owner: FlowParagraph; readonly y: number; readonly heightPt: number },
  ): void {
    this.#close();
    const says = piece.blank?.says ?? "";
    const form = this.#document.struct("Form", { alt: says });
    form.dictionary.data.A = { O: "PrintField", Role: "tv", Desc: new String(says) };
    form.add(this.#document.markStructureContent("Form"));
    append(this.marked.texts, owner, form);
    this.#open = { owner, tag: "reference" };
    this.#document.addContent(textOperators({ ...piece, text: " " }, y, heightPt, this.#set));
    this.#document.addContent(this.#rule(piece, y, heightPt));
  }

  /** A check box: its sign says what it is. @see ISO 32000-1, 14.9.3 */
  #checkBox({ says }: CheckBox, owner: FlowParagraph): void {
    this.#close();
    const span = this.#document.struct("Span", { alt: says });
    span.add(this.#document.markStructureContent("Span"));
    append(this.marked.texts, owner, span);
    this.#open = { owner, tag: "reference" };
  }

  #rule({ x, sizePt, blank }: LinePiece, y: number, heightPt: number): string {
    const { dropShare, ruleShare } = this.#blanks;
    const at = y + sizePt * dropShare;
    const x2 = x + (blank?.widthPt ?? 0);
    return ruleOperators({ x1: x, y1: at, x2, y2: at, widthPt: sizePt * ruleShare }, heightPt);
  }

  /** Where links to a paragraph lead: the first line of it that is painted. */
  #destination(bookmark: string, y: number): void {
    if (this.#named.has(bookmark)) return;
    this.#named.add(bookmark);
    this.#document.addNamedDestination(bookmark, "XYZ", 0, Math.round(y), null);
  }

  /** Whether a link leads anywhere: no bookmark is where nothing could be marked. */
  #leads(href: string): boolean {
    return !href.startsWith("#") || this.#bookmarks.has(href.slice(1));
  }

  /** A link among the words; what goes on over lines is one link with a place in each. @see ISO 14289-1, 7.18.5 */
  #live(piece: LinePiece, y: number, owner: FlowParagraph): void {
    const { href = "", x, sizePt, text } = piece;
    if (this.#open?.link === undefined || this.#open.owner !== owner || this.#open.href !== href) {
      this.#close();
      const link = this.#document.struct("Link");
      link.add(this.#document.markStructureContent("Link"));
      append(this.marked.texts, owner, link);
      this.#open = { owner, tag: "link", href, link };
    }
    if (piece.hyphen === true) return;
    const inside = href.startsWith("#");
    this.#document.annotate(x, y - sizePt, widthOf(piece), sizePt * 1.25, {
      Subtype: "Link",
      A: inside ? { S: "GoTo", D: new String(href.slice(1)) } : { S: "URI", URI: new String(href) },
      Contents: new String(inside ? text : writtenAddress(href)),
      structParent: this.#open.link,
    });
  }

  /** The whole line of a table of contents leads to its page. @see ISO 14289-1, 7.18.5 */
  #link(line: PlacedLine, owner: FlowEntry): void {
    const link = this.marked.links.get(owner) ?? this.#document.struct("Link");
    this.marked.links.set(owner, link);
    const first = line.pieces[0];
    const last = line.pieces.at(-1);
    if (first === undefined || last === undefined) return;
    const end = last.x + (last.face.widthOf(last.text) * last.sizePt) / 1000;
    this.#document.annotate(first.x, line.y - first.sizePt, end - first.x, first.sizePt * 1.25, {
      Subtype: "Link",
      A: { S: "GoTo", D: new String(owner.leader.target) },
      Contents: new String(owner.runs.map((run) => (run.type === "break" ? " " : run.text)).join("")),
      structParent: link,
    });
  }

  /** A piece with marks that must not show is painted without them and keeps them in its replacement text. */
  #text(piece: LinePiece, y: number, heightPt: number): void {
    const operators = textOperators(piece, y, heightPt, this.#set);
    const hidden = piece.hyphen === true || hasHidden(piece.face, piece.text);
    if (hidden) this.#document.markContent("Span", { actual: piece.hyphen === true ? SOFT_HYPHEN : piece.text });
    this.#document.addContent(operators);
    if (hidden) this.#document.endMarkedContent();
  }

  /** Opens marked content for a paragraph's label or text unless it is open already. */
  #mark(owner: FlowParagraph, tag: "label" | "text"): void {
    if (this.#open?.owner === owner && this.#open.tag === tag) return;
    this.#close();
    append(
      tag === "label" ? this.marked.labels : this.marked.texts,
      owner,
      this.#document.markStructureContent(tag === "label" ? "Lbl" : "P"),
    );
    this.#open = { owner, tag };
  }

  #close(): void {
    if (this.#open !== null) this.#document.endMarkedContent();
    this.#open = null;
  }

  /** An unseen space behind the last glyph of a line. */
  #lineEnd({ markPt: _, ...piece }: LinePiece, y: number, heightPt: number): string {
    return textOperators(
      {
        ...piece,
        x: piece.x + widthOf(piece),
        text: " ",
        spacing: 0,
      },
      y,
      heightPt,
      this.#set,
    );
  }

  #chart(chart: FlowChart, x: number, y: number, heightPt: number): void {
    append(this.marked.charts, chart, this.#document.markStructureContent("Figure"));
    const { picture } = chart;
    this.#document.addContent(
      picture === undefined
        ? chartOperators(chart, x, y, heightPt, this.#fonts)
        : this.#pictures.operators(picture, chart, x, heightPt - y),
    );
    this.#document.endMarkedContent();
  }

  #artifact(items: readonly PlacedItem[], heightPt: number, type = "Layout"): void {
    if (items.length === 0) return;
    this.#document.markContent("Artifact", { type });
    for (const item of items) {
      if (item.type === "rule") this.#document.addContent(ruleOperators(item, heightPt));
      else if (item.type === "line")
        for (const piece of item.pieces)
          this.#document.addContent(
            piece.blank === undefined
              ? textOperators(piece, item.y, heightPt, this.#set)
              : this.#rule(piece, item.y, heightPt),
          );
    }
    this.#document.endMarkedContent();
  }
}

function widthOf({ face, text, sizePt, spacing }: LinePiece): number {
  return (face.widthOf(text) * sizePt) / 1000 + spacing * (text.match(/ /g)?.length ?? 0);
}

/** What a hyphen of division is to those who read the text of the file. @see ISO 32000-1, 14.8.2.2.3 */
const SOFT_HYPHEN = "\u00ad";

/** A link brings the line before its target into view too, pt. */
const DESTINATION_RISE = 24;

function append<K>(map: Map<K, Content[]>, key: K, content: Content): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [content]);
  else known.push(content);
}
