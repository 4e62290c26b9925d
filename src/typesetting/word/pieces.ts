import { type Element, type Node, XMLSerializer } from "@xmldom/xmldom";
import { attribute, childOf, elementsOf, isW, W } from "./xml.ts";

/** A part of a run: letters or one thing (a tab, a picture, a whole field), with the look of its run and the link that it stands in. */
export type Part = {
  readonly look: Element | undefined;
  readonly link: Element | undefined;
  readonly content: string | readonly Element[];
};

/** The smallest thing that is compared: a word, a sign, a space, a tab, a picture. Two are the same when their keys are. */
export type Piece = {
  readonly key: string;
  /** As it is read aloud; empty for a thing without words. */
  readonly text: string;
  readonly parts: readonly Part[];
  /** Bookmarks and the like that stand before it. */
  readonly markers: readonly Element[];
};

/** What a file tells of things that have no words of their own: a note, a picture. */
export type KeyOfThing = (thing: Element) => string;

/** Pieces of a paragraph, and the markers behind the last of them. */
export function piecesOf(
  paragraph: Element,
  keyOf: KeyOfThing,
): { readonly pieces: readonly Piece[]; readonly markers: readonly Element[] } {
  const reader = new PieceReader(keyOf, unclosed(paragraph));
  reader.read(paragraph, undefined);
  return reader.done();
}

class PieceReader {
  readonly #keyOf: KeyOfThing;
  readonly #pieces: { key: string; text: string; parts: Part[]; markers: Element[]; isWord: boolean }[] = [];
  #markers: Element[] = [];
  #field: { depth: number; runs: Element[]; text: string; code: string } | undefined;
  /** Runs of fields that go over several paragraphs. */
  readonly #unclosed: ReadonlySet<Element>;

  constructor(keyOf: KeyOfThing, unclosed: ReadonlySet<Element>) {
    [this.#keyOf, this.#unclosed] = [keyOf, unclosed];
  }

  read(parent: Node, link: Element | undefined): void {
    for (const one of elementsOf(parent)) {
      if (isW(one, "r")) this.#run(one, link);
      else if (isW(one, "hyperlink")) this.read(one, one);
      else if (isW(one, "fldSimple"))
        this.#thing([one], `field ${attribute(one, "instr").trim()} ${wordsIn(one)}`, wordsIn(one), undefined, link);
      else if (isW(one, "sdt")) this.#control(one, link);
      else if (isW(one, "smartTag", "customXml", "dir", "bdo")) this.read(one, link);
      else if (isW(one, "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd"))
        this.#markers.push(one);
      else if (!isW(one, "pPr", "proofErr", "permStart", "permEnd", "smartTagPr", "customXmlPr"))
        this.#thing([one], serialized(one), "", undefined, link);
    }
  }

  done(): { readonly pieces: readonly Piece[]; readonly markers: readonly Element[] } {
    return { pieces: this.#pieces, markers: this.#markers };
  }

  #run(run: Element, link: Element | undefined): void {
    if (this.#unclosed.has(run)) {
      this.#markers.push(run);
      return;
    }
    const look = childOf(run, "rPr");
    const mark = elementsOf(run).find((one) => isW(one, "fldChar"));
    const type = attribute(mark, "fldCharType");
    if (this.#field !== undefined || type === "begin") {
      this.#field ??= { depth: 0, runs: [], text: "", code: "" };
      this.#field.runs.push(run);
      this.#field.depth += type === "begin" ? 1 : type === "end" ? -1 : 0;
      this.#field.text += wordsIn(run);
      for (const one of elementsOf(run)) if (isW(one, "instrText")) this.#field.code += one.textContent;
      if (this.#field.depth === 0) this.#endField(link);
      return;
    }
    for (const one of elementsOf(run)) {
      if (
        isW(
          one,
          "rPr",
          "lastRenderedPageBreak",
          "annotationRef",
          "footnoteRef",
          "endnoteRef",
          "separator",
          "continuationSeparator",
        )
      ) {
        if (isW(one, "footnoteRef", "endnoteRef", "annotationRef"))
          this.#thing([one], one.localName ?? "", "", look, link);
        continue;
      }
      if (isW(one, "t")) this.#letters(one.textContent ?? "", look, link);
      else if (isW(one, "noBreakHyphen")) this.#sign("-", [one], look, link);
      else if (isW(one, "softHyphen")) this.#unseen([one], look, link);
      else if (isW(one, "br", "cr")) this.#thing([one], `break ${attribute(one, "type")}`, "\n", look, link);
      else if (isW(one, "tab")) this.#thing([one], "tab", "\t", look, link);
      else this.#thing([one], this.#keyOf(one), "", look, link);
    }
  }

  /** A field is one thing: its code, and its last result as it is read. */
  #endField(link: Element | undefined): void {
    const field = this.#field;
    this.#field = undefined;
    if (field !== undefined)
      this.#thing(field.runs, `field ${field.code.trim()} ${field.text}`, field.text, undefined, link);
  }

  /** A control with a blank or a check box is one thing; one around text is only a frame. */
  #control(control: Element, link: Element | undefined): void {
    const content = childOf(control, "sdtContent");
    const name = attribute(childOf(childOf(control, "sdtPr"), "alias"), "val");
    if (content === undefined) return;
    const text = wordsIn(content);
    this.#thing([control], `control ${name} ${plain(text)}`, text, undefined, link);
  }

  #letters(text: string, look: Element | undefined, link: Element | undefined): void {
    for (const [letters] of text.matchAll(/[\p{L}\p{N}\p{M}]+|[\s\S]/gu)) {
      const part: Part = { look, link, content: letters };
      if (/^[\p{L}\p{N}\p{M}]/u.test(letters)) this.#word(letters, part);
      else if (UNSEEN.test(letters)) this.#unseen(letters, look, link);
      else this.#push(plain(letters), plain(letters), [part], false);
    }
  }

  #word(letters: string, part: Part): void {
    const last = this.#pieces.at(-1);
    if (last?.isWord !== true || this.#markers.length > 0) this.#push(letters, letters, [part], true);
    else {
      last.key += letters;
      last.text += letters;
      last.parts.push(part);
    }
  }

  /** An optional hyphen and other unseen signs belong to the piece before them and are not compared. */
  #unseen(content: string | readonly Element[], look: Element | undefined, link: Element | undefined): void {
    const last = this.#pieces.at(-1);
    if (last === undefined) this.#push("", "", [{ look, link, content }], true);
    else last.parts.push({ look, link, content });
  }

  #sign(sign: string, content: readonly Element[], look: Element | undefined, link: Element | undefined): void {
    this.#push(sign, sign, [{ look, link, content }], false);
  }

  #thing(
    content: readonly Element[],
    key: string,
    text: string,
    look: Element | undefined,
    link: Element | undefined,
  ): void {
    this.#push(`\0${key}`, text, [{ look, link, content }], false);
  }

  #push(key: string, text: string, parts: Part[], isWord: boolean): void {
    this.#pieces.push({ key, text, parts, markers: this.#markers, isWord });
    this.#markers = [];
  }
}

/** Letters and tabs inside. */
function wordsIn(element: Element): string {
  return [...element.getElementsByTagNameNS(W, "*")]
    .map((one) =>
      isW(one, "t")
        ? (one.textContent ?? "")
        : isW(one, "tab") && isW(one.parentNode, "r")
          ? "\t"
          : isW(one, "br", "cr")
            ? "\n"
            : "",
    )
    .join("");
}

/** Runs of fields that begin or end in another paragraph (a table of contents): their marks and codes. */
function unclosed(paragraph: Element): Set<Element> {
  const open: Element[][] = [];
  const loose: Element[] = [];
  for (const run of paragraph.getElementsByTagNameNS(W, "r")) {
    const type = attribute(
      elementsOf(run).find((one) => isW(one, "fldChar")),
      "fldCharType",
    );
    const isMark = type !== "" || elementsOf(run).some((one) => isW(one, "instrText"));
    if (type === "begin") open.push([run]);
    else if (isMark && open.length === 0) loose.push(run);
    else if (type === "end") open.pop();
    else if (isMark) open.at(-1)?.push(run);
  }
  return new Set([...loose, ...open.flat()]);
}

/** Optional hyphens, word joiners, spaces without width: they say where a line may end, and no more. */
const UNSEEN = /^[\u00ad\u2060\u200b-\u200d\ufeff]$/;

/** Spaces and hyphens that only differ in where a line may end are one sign. */
export function plain(text: string): string {
  return text
    .replace(/[\u00a0\u202f\u2007-\u200a]/g, " ")
    .replace(/\u2011/g, "-")
    .replace(/[\u00ad\u2060\u200b-\u200d\ufeff]/g, "");
}

/** An element without the numbers that each program gives anew. */
export function serialized(element: Element): string {
  return new XMLSerializer()
    .serializeToString(element)
    .replace(/ (?:w:id|id|r:id|r:embed|w14:\w+|w:rsid\w*|xmlns(?::\w+)?)="[^"]*"/g, "");
}
