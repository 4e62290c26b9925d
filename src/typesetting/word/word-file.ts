import { DOMParser, type Document, type Element, XMLSerializer } from "@xmldom/xmldom";
import { unzipSync } from "fflate";
import { TextError, text } from "../../base/diagnostics/index.ts";
import { packZip } from "../../base/zip/index.ts";
import { attribute, elementsOf, R, W } from "./xml.ts";

/** The file is no DOCX that can be read; says why. */
export class NoWordFile extends TextError {
  override readonly name = "NoWordFile";
}

/** A file of a word processor: its parts by path, and the parsed ones among them. */
export class WordFile {
  readonly #parts: Map<string, Uint8Array | string>;
  readonly #parsed = new Map<string, Document>();

  /** @throws NoWordFile */
  constructor(bytes: Uint8Array) {
    this.#parts = new Map(Object.entries(unpack(bytes)));
    if (!this.#parts.has(DOCUMENT)) throw new NoWordFile(text("в нём нет текста Word", "it holds no text of Word"));
    // A file may hold a second text, and show that one.
    const main = this.#relations("").find((one) => one.getAttribute("Type")?.endsWith("/officeDocument"));
    if (main !== undefined && main.getAttribute("Target")?.replace(/^\//, "") !== DOCUMENT)
      throw new NoWordFile(
        text(
          "его текст лежит не там, где его держит Word; сохраните его в Word заново",
          "its text lies where Word does not keep it; save it anew in Word",
        ),
      );
    if (this.document.documentElement?.namespaceURI !== W)
      throw new NoWordFile(
        text(
          "он сохранён в строгом варианте Open XML; сохраните его в Word как обычный документ .docx",
          "it is strict Open XML; save it in Word as an ordinary .docx document",
        ),
      );
    if (this.document.getElementsByTagNameNS(W, "body").length === 0)
      throw new NoWordFile(text("в нём нет текста Word", "it holds no text of Word"));
  }

  /** The text. */
  get document(): Document {
    const document = this.part(DOCUMENT);
    if (document === undefined) throw new NoWordFile(text("в нём нет текста Word", "it holds no text of Word"));
    return document;
  }

  /** A part as a tree, or undefined where there is none. What is changed in the tree goes into `pack`. @throws NoWordFile */
  part(path: string): Document | undefined {
    const parsed = this.#parsed.get(path);
    if (parsed !== undefined) return parsed;
    const bytes = this.#parts.get(path);
    if (bytes === undefined) return undefined;
    if (bytes.length > MOST_XML)
      throw new NoWordFile(
        text(
          "внутри часть больше 8 МБ: столько текста в документе не бывает",
          "a part of it is over 8 MB: no text is that long",
        ),
      );
    const document = parseXml(typeof bytes === "string" ? bytes : new TextDecoder().decode(bytes));
    this.#parsed.set(path, document);
    return document;
  }

  /** The bytes of a part. */
  bytes(path: string): Uint8Array | string | undefined {
    return this.#parts.get(path);
  }

  /** Adds a part that is no XML. */
  add(path: string, bytes: Uint8Array | string): void {
    this.#parts.set(path, bytes);
  }

  /** What a relation of a part leads to: the path of a part. */
  target(id: string, of: string): string | undefined {
    const relation = this.#relations(of).find((one) => one.getAttribute("Id") === id);
    const to = relation?.getAttribute("Target") ?? undefined;
    if (to === undefined || relation?.getAttribute("TargetMode") === "External") return undefined;
    return to.startsWith("/") ? to.slice(1) : `word/${to}`;
  }

  /** The part that a kind of relation leads to from the text: `footnotes`, `comments`. */
  related(kind: string): string | undefined {
    const relation = this.#relations(DOCUMENT).find((one) => one.getAttribute("Type")?.endsWith(`/${kind}`));
    return relation === undefined ? undefined : this.target(relation.getAttribute("Id") ?? "", DOCUMENT);
  }

  /** The type of the relation that leads there. */
  relatedType(kind: string): string | undefined {
    return (
      this.#relations(DOCUMENT)
        .find((one) => one.getAttribute("Type")?.endsWith(`/${kind}`))
        ?.getAttribute("Type") ?? undefined
    );
  }

  /** Adds a relation to a part, of the same type as another file has, and gives its id. */
  relate(path: string, type: string, of: string): string {
    const at = relationsOf(of);
    if (!this.#parts.has(at)) this.add(at, NO_RELATIONS);
    const relations = this.part(at)?.documentElement;
    if (relations === null || relations === undefined) return "";
    const taken = new Set(this.#relations(of).map((one) => one.getAttribute("Id")));
    let number = taken.size + 1;
    while (taken.has(`rId${number}`)) number += 1;
    const relation = relations.ownerDocument?.createElementNS(relations.namespaceURI, "Relationship");
    if (relation === undefined) return "";
    relation.setAttribute("Id", `rId${number}`);
    relation.setAttribute("Type", type);
    relation.setAttribute("Target", path.replace(/^word\//, ""));
    relations.appendChild(relation);
    return `rId${number}`;
  }

  /** Headers and footers by the number of their section and their type (`header default`). */
  edges(): Map<string, string> {
    const edges = new Map<string, string>();
    for (const [index, section] of [...this.document.getElementsByTagNameNS(W, "sectPr")].entries())
      for (const one of elementsOf(section)) {
        const path = this.target(one.getAttributeNS(R, "id") ?? "", DOCUMENT);
        if (path !== undefined && /^(header|footer)Reference$/.test(one.localName ?? ""))
          edges.set(`${index} ${one.localName} ${attribute(one, "type")}`, path);
      }
    return edges;
  }

  /** The parts that hold words and may hold changes: the text first, headers and footers, notes. */
  wordParts(): string[] {
    const notes = ["footnotes", "endnotes"]
      .map((kind) => this.related(kind))
      .filter((path): path is string => path !== undefined);
    return [DOCUMENT, ...new Set(this.edges().values()), ...notes].filter((path) => this.part(path) !== undefined);
  }

  /** The type of a relation of a part. */
  relationType(id: string, of: string): string | undefined {
    const relation = this.#relations(of).find((one) => one.getAttribute("Id") === id);
    return relation?.getAttribute("Type") ?? undefined;
  }

  /** Title of the document as its properties have it; empty where there is none. */
  get title(): string {
    return this.#property("title");
  }

  /** Who saved it last and on which day (YYYY-MM-DD, or empty), as its properties have it. */
  saved(): { readonly author: string; readonly date: string } {
    const author = this.#property("lastModifiedBy") || this.#property("creator") || "trc";
    const date = /^\d{4}-\d\d-\d\d/.exec(this.#property("modified") || this.#property("created"))?.[0] ?? "";
    return { author, date };
  }

  #property(name: string): string {
    const properties = this.part("docProps/core.xml")?.documentElement;
    if (properties === null || properties === undefined) return "";
    return (
      elementsOf(properties)
        .find((one) => one.localName === name)
        ?.textContent?.trim() ?? ""
    );
  }

  /** The file with what was changed in its trees. */
  pack(): Uint8Array {
    const parts = new Map(this.#parts);
    for (const [path, document] of this.#parsed)
      parts.set(path, DECLARATION + new XMLSerializer().serializeToString(document.documentElement as Element));
    const first = (path: string): number => (path === "[Content_Types].xml" ? 0 : 1);
    return packZip(parts, { order: (a, b) => first(a) - first(b) || (a < b ? -1 : 1) });
  }

  #relations(of: string): Element[] {
    const relations = this.part(relationsOf(of))?.documentElement;
    return relations === null || relations === undefined ? [] : elementsOf(relations);
  }
}

/** The part with the text. */
export const DOCUMENT = "word/document.xml";
/** Where the relations of a part stand. */
export const relationsOf = (part: string): string => part.replace(/([^/]*)$/, "_rels/$1.rels");
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const NO_RELATIONS = `${DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>`;
/** More than any text of an office unpacks to; a bomb does. */
const MOST_BYTES = 256 * 1024 * 1024;
/** A tree takes thirty times the bytes of its part; the text of a thousand pages is shorter. */
const MOST_XML = 8 * 1024 * 1024;

function unpack(bytes: Uint8Array): { [path: string]: Uint8Array } {
  let total = 0;
  const filter = ({ name, originalSize }: { name: string; originalSize: number }): boolean => {
    total += originalSize;
    if (total > MOST_BYTES) throw new NoWordFile(text("внутри больше 256 МБ", "there are more than 256 MB inside"));
    return !name.endsWith("/");
  };
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    if (error instanceof NoWordFile) throw error;
    throw new NoWordFile(text("это не файл DOCX или он повреждён", "it is no DOCX file, or a damaged one"));
  }
}

function parseXml(source: string): Document {
  // A part of Word has no document type; one that has could make entities of itself.
  if (/<!DOCTYPE/i.test(source)) throw damaged();
  const onError = (): never => {
    throw damaged();
  };
  try {
    return new DOMParser({ onError }).parseFromString(source.replace(/^\uFEFF/, ""), "text/xml");
  } catch {
    throw damaged();
  }
}

const damaged = (): NoWordFile => new NoWordFile(text("его XML повреждён", "its XML is damaged"));
