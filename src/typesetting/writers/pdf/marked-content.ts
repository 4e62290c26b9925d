import { writtenAddress } from "../../../paperwork/document/index.ts";
import type { FlowChange, FlowChart, FlowEntry, FlowParagraph } from "../../flow/index.ts";
import type { LinePiece, PlacedLine } from "../../layout/index.ts";
import { widthOf } from "./paint.ts";
import { keepPage } from "./pdfkit-corrections.ts";
import type { Content, Element, Marked, StructureHost } from "./structure.ts";

/** What of the library marked content needs. */
export type MarkedHost = StructureHost & {
  readonly page: unknown;
  markContent(tag: string, options?: object): unknown;
  markStructureContent(tag: string): Content;
  endMarkedContent(): unknown;
  annotate(x: number, y: number, width: number, height: number, options: object): unknown;
};

/** What marked content belongs to, null for what is not read; `link` is its element where it is a link. */
type Open = {
  readonly owner: FlowParagraph | FlowChart | null;
  readonly tag?: "label" | "text";
  readonly href?: string;
  readonly link?: Element;
};

/** The marked content of pages: one piece of it is open at a time, the next one closes it. Gathers what the structure tree holds. */
export class MarkedContent {
  readonly marked: Marked = { texts: new Map(), labels: new Map(), charts: new Map(), links: new Map() };
  readonly #host: MarkedHost;
  readonly #names: string;
  #open: Open | null = null;

  /** @param names what names of places begin with */
  constructor(host: MarkedHost, names: string) {
    this.#host = host;
    this.#names = names;
  }

  /** Opens the label or the text of a paragraph unless it is open already. */
  words(owner: FlowParagraph, tag: "label" | "text"): void {
    if (this.#open?.owner === owner && this.#open.tag === tag) return;
    this.close();
    append(
      tag === "label" ? this.marked.labels : this.marked.texts,
      owner,
      this.#host.markStructureContent(tag === "label" ? "Lbl" : "P"),
    );
    this.#open = { owner, tag };
  }

  /** The mark of a footnote: Reference > Lbl in its place among the words. @see ISO 32000-1, 14.8.4.4.1 */
  reference(owner: FlowParagraph): void {
    this.#element(owner, { type: "Lbl", around: this.#host.struct("Reference") });
  }

  /** A line to fill in: a field for print that says what it is for. @see ISO 32000-1, 14.8.5.6 */
  blank(owner: FlowParagraph, says: string): void {
    const form = this.#element(owner, { type: "Form", alt: says });
    form.dictionary.data.A = { O: "PrintField", Role: "tv", Desc: new String(says) };
  }

  /** A check box: its sign says what it is. @see ISO 32000-1, 14.9.3 */
  checkBox(owner: FlowParagraph, says: string): void {
    this.#element(owner, { type: "Span", alt: says });
  }

  /** What came or went: its words say so, and how they are shown. @see ISO 32000-1, 14.8.5.4.4 */
  change(owner: FlowParagraph, { line, says }: FlowChange, text: string): void {
    const span = this.#element(owner, { type: "Span", alt: `${says}: ${text}` });
    span.dictionary.data.A = { O: "Layout", TextDecorationType: line === "under" ? "Underline" : "LineThrough" };
  }

  /** A link among the words; what goes on over lines is one link with a place in each. @see ISO 14289-1, 7.18.5 */
  link(piece: LinePiece, y: number, owner: FlowParagraph): void {
    const { href = "", x, sizePt, text } = piece;
    const open = this.#open?.owner === owner && this.#open.href === href ? this.#open.link : undefined;
    const link = open ?? this.#element(owner, { type: "Link" });
    keepPage(link, this.#host);
    this.#open = { owner, href, link };
    if (piece.hyphen === true) return;
    const inside = href.startsWith("#");
    this.#host.annotate(x, y - sizePt, widthOf(piece), sizePt * 1.25, {
      Subtype: "Link",
      A: inside ? { S: "GoTo", D: new String(this.#names + href.slice(1)) } : { S: "URI", URI: new String(href) },
      Contents: new String(inside ? text : writtenAddress(href)),
      structParent: link,
    });
  }

  /** The whole line of a table of contents leads to its page. @see ISO 14289-1, 7.18.5 */
  entry(line: PlacedLine, owner: FlowEntry): void {
    const link = this.marked.links.get(owner) ?? this.#host.struct("Link");
    this.marked.links.set(owner, link);
    keepPage(link, this.#host);
    const first = line.pieces[0];
    const last = line.pieces.at(-1);
    if (first === undefined || last === undefined) return;
    const end = last.x + (last.face.widthOf(last.text) * last.sizePt) / 1000;
    this.#host.annotate(first.x, line.y - first.sizePt, end - first.x, first.sizePt * 1.25, {
      Subtype: "Link",
      A: { S: "GoTo", D: new String(this.#names + owner.leader.target) },
      Contents: new String(owner.runs.map((run) => (run.type === "break" ? " " : run.text)).join("")),
      structParent: link,
    });
  }

  figure(owner: FlowChart): void {
    this.close();
    append(this.marked.charts, owner, this.#host.markStructureContent("Figure"));
    this.#open = { owner };
  }

  /** What is seen and not read. */
  artifact(type: "Layout" | "Pagination"): void {
    this.close();
    this.#host.markContent("Artifact", { type });
    this.#open = { owner: null };
  }

  close(): void {
    if (this.#open !== null) this.#host.endMarkedContent();
    this.#open = null;
  }

  /** Opens an element of its own among the words of a paragraph, inside the one around it. */
  #element(
    owner: FlowParagraph,
    { type, alt, around }: { readonly type: string; readonly alt?: string; readonly around?: Element },
  ): Element {
    this.close();
    const element = this.#host.struct(type, { alt });
    element.add(this.#host.markStructureContent(type));
    append(this.marked.texts, owner, around?.add(element) ?? element);
    this.#open = { owner };
    return element;
  }
}

function append<K>(map: Map<K, Content[]>, key: K, content: Content): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [content]);
  else known.push(content);
}
