import { type Flow, type FlowParagraph, isEntry, type Profile } from "../../flow/index.ts";
import type { Fonts } from "../../fonts/index.ts";
import type { LinePiece, Page, PlacedItem, PlacedLine } from "../../layout/index.ts";
import { type FontHost, type FontSet, hasHidden } from "./font-set.ts";
import { MarkedContent, type MarkedHost } from "./marked-content.ts";
import { changeRules, chartOperators, flip, ruleOperators, textOperators, widthOf } from "./paint.ts";
import { type PictureHost, PictureSet } from "./paint-picture.ts";
import { bookmarksOf, readingPlaces } from "./structure.ts";

/** What of the library pages need. */
export type PageHost = FontHost &
  PictureHost &
  MarkedHost & {
    readonly page: { readonly height: number; readonly dictionary: unknown };
    addPage(options: object): unknown;
    addContent(operators: string): unknown;
    addNamedDestination(name: string, ...args: unknown[]): unknown;
  };

/** What a painter paints, and with what. */
type Painted = {
  readonly fonts: Fonts;
  /** Faces of the file that it paints in. */
  readonly set: FontSet;
  readonly flow: Flow;
  /** What names of its places begin with. */
  readonly names: string;
};

/** Paints pages, and gathers what the structure tree and the bookmarks are made of. */
export class Painter {
  readonly content: MarkedContent;
  /** Where each section and each paragraph begins: page object and height from its foot, for bookmarks. */
  readonly targets = new Map<FlowParagraph | number, { readonly page: unknown; readonly top: number }>();
  readonly #host: PageHost;
  readonly #fonts: Fonts;
  readonly #places: ReadonlyMap<FlowParagraph, number>;
  readonly #bookmarks: ReadonlySet<string>;
  readonly #blanks: Profile["blanks"];
  readonly #set: FontSet;
  readonly #pictures: PictureSet;
  readonly #names: string;
  readonly #named = new Set<string>();

  constructor(host: PageHost, { fonts, set, flow, names }: Painted) {
    this.content = new MarkedContent(host, names);
    this.#names = names;
    this.#host = host;
    this.#fonts = fonts;
    this.#places = readingPlaces(flow);
    this.#bookmarks = bookmarksOf(flow);
    this.#blanks = flow.profile.blanks;
    this.#set = set;
    this.#pictures = new PictureSet(host, flow.profile.picture.dotsPerInch);
  }

  page({ section, widthPt, heightPt, number, running, items }: Page): void {
    this.#host.addPage({ size: [widthPt, heightPt], margin: 0 });
    this.#host.addContent(flip(heightPt));
    this.#target(section, heightPt);
    if (number !== null) this.#artifact([number], "Pagination");
    for (const item of this.#inReadingOrder(items)) this.#item(item);
    this.#artifact(running, "Pagination");
    this.#artifact(
      items.filter((item) => item.type === "rule"),
      "Layout",
    );
    this.content.close();
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

  /** Text and charts, each paragraph's lines on the page as one piece of marked content. */
  #item(item: PlacedItem): void {
    if (item.type === "chart") this.#chart(item);
    else if (item.type === "line" && item.owner !== null) this.#line(item, item.owner);
    // A repeated table head: seen, but read only once.
    else if (item.type === "line") this.#artifact([item], "Pagination");
  }

  #line(line: PlacedLine, owner: FlowParagraph): void {
    this.#target(owner, this.#host.page.height - line.y + 20);
    if (owner.bookmark !== null) this.#destination(owner.bookmark, line.y - DESTINATION_RISE);
    if (isEntry(owner)) this.content.entry(line, owner);
    for (const [index, piece] of line.pieces.entries()) {
      if (piece.leader === true) {
        this.#artifact([{ ...line, pieces: [piece] }], "Layout");
        continue;
      }
      this.#open(piece, line.y, owner);
      if (piece.blank !== undefined) {
        // The space in a line to fill in parts what stands around it.
        this.#show({ ...piece, text: " " }, line.y);
        this.#rule(piece, line.y);
        continue;
      }
      this.#text(piece, line.y);
      for (const rule of changeRules(piece, line.y)) this.#host.addContent(ruleOperators(rule, this.#host.page.height));
      // A real space between the lines of a paragraph, so that extracted words do not run together.
      if (index === line.pieces.length - 1 && !line.continues) this.#show(lineEnd(piece), line.y);
    }
  }

  /** Opens the marked content that a piece of a paragraph belongs to. */
  #open(piece: LinePiece, y: number, owner: FlowParagraph): void {
    const { blank, checkBox, change, raised, href } = piece;
    if (blank !== undefined) this.content.blank(owner, blank.says);
    else if (checkBox !== undefined) this.content.checkBox(owner, checkBox.says);
    // The hyphen of a divided word belongs to the part before it.
    else if (change !== undefined && piece.hyphen === true) return;
    else if (change !== undefined) this.content.change(owner, change, piece.text);
    else if (raised?.note !== undefined) this.content.reference(owner);
    else if (href !== undefined && this.#leads(href)) this.content.link(piece, y, owner);
    else this.content.words(owner, raised !== undefined || (piece.label && owner.outline === null) ? "label" : "text");
  }

  /** Whether a link leads anywhere: no bookmark is where nothing could be marked. */
  #leads(href: string): boolean {
    return !href.startsWith("#") || this.#bookmarks.has(href.slice(1));
  }

  #target(key: FlowParagraph | number, top: number): void {
    if (!this.targets.has(key)) this.targets.set(key, { page: this.#host.page.dictionary, top });
  }

  /** Where links to a paragraph lead: the first line of it that is painted. */
  #destination(bookmark: string, y: number): void {
    if (this.#named.has(bookmark)) return;
    this.#named.add(bookmark);
    this.#host.addNamedDestination(this.#names + bookmark, "XYZ", 0, Math.round(y), null);
  }

  /** A piece with marks that must not show is painted without them and keeps them in its replacement text. */
  #text(piece: LinePiece, y: number): void {
    const hidden = piece.hyphen === true || hasHidden(piece.face, piece.text);
    if (hidden) this.#host.markContent("Span", { actual: piece.hyphen === true ? SOFT_HYPHEN : piece.text });
    this.#show(piece, y);
    if (hidden) this.#host.endMarkedContent();
  }

  #show(piece: LinePiece, y: number): void {
    this.#host.addContent(textOperators(piece, y, this.#host.page.height, this.#set));
  }

  /** The rule of a line to fill in. */
  #rule({ x, sizePt, blank }: LinePiece, y: number): void {
    const { dropShare, ruleShare } = this.#blanks;
    const at = y + sizePt * dropShare;
    const rule = { x1: x, y1: at, x2: x + (blank?.widthPt ?? 0), y2: at, widthPt: sizePt * ruleShare };
    this.#host.addContent(ruleOperators(rule, this.#host.page.height));
  }

  #chart({ chart, x, y }: Extract<PlacedItem, { readonly type: "chart" }>): void {
    const { picture } = chart;
    const { height } = this.#host.page;
    this.content.figure(chart);
    this.#host.addContent(
      picture === undefined
        ? chartOperators(chart, x, y, height, this.#fonts)
        : this.#pictures.operators(picture, chart, x, height - y),
    );
  }

  #artifact(items: readonly PlacedItem[], type: "Layout" | "Pagination"): void {
    if (items.length === 0) return;
    this.content.artifact(type);
    for (const item of items) {
      if (item.type === "rule") this.#host.addContent(ruleOperators(item, this.#host.page.height));
      else if (item.type === "line")
        for (const piece of item.pieces)
          if (piece.blank === undefined) this.#show(piece, item.y);
          else this.#rule(piece, item.y);
    }
  }
}

/** An unseen space behind the last glyph of a line. */
function lineEnd({ markPt: _, ...piece }: LinePiece): LinePiece {
  return { ...piece, x: piece.x + widthOf(piece), text: " ", spacing: 0 };
}

/** What a hyphen of division is to those who read the text of the file. @see ISO 32000-1, 14.8.2.2.3 */
const SOFT_HYPHEN = "\u00ad";

/** A link brings the line before its target into view too, pt. */
const DESTINATION_RISE = 24;
