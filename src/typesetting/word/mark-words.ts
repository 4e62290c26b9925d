import type { Element, Node } from "@xmldom/xmldom";
import { diffArrays } from "diff";
import type { Part, Piece } from "./pieces.ts";
import { childOf, elementsOf, isW, make } from "./xml.ts";

/** What became of a stretch of pieces. */
export type Fate = "same" | "deleted" | "inserted" | "moveFrom" | "moveTo";
/** Is it of the earlier file alone, in this place? */
export function isGone(fate: Fate): boolean {
  return fate === "deleted" || fate === "moveFrom";
}

/** A stretch of pieces with one fate. */
export type Stretch = { readonly fate: Fate; readonly pieces: readonly Piece[] };
/** What changes are written with. */
export type Hand = {
  /** Makes the element that holds changed runs, with the next number, the author and the day. */
  readonly revision: (near: Node, name: "ins" | "del" | "moveFrom" | "moveTo") => Element;
  /** Is told before the changes of each paragraph. */
  readonly nextParagraph: () => void;
  /** A copy of a node of the earlier file that can stand in the later one. */
  readonly carry: <Kind extends Node>(node: Kind) => Kind;
};

/** The element that a fate is written with. */
export const REVISION = { deleted: "del", inserted: "ins", moveFrom: "moveFrom", moveTo: "moveTo" } as const;

/** Which pieces stayed, went and came; a lone space or sign between two changes belongs to them, so that a phrase changes as a whole. */
export function compareWords(before: readonly Piece[], after: readonly Piece[]): Stretch[] {
  const stretches: { fate: Fate; before: Piece[]; after: Piece[] }[] = [];
  let [at, to] = [0, 0];
  for (const { added, removed, count = 0 } of diffArrays(
    before.map(({ key }) => key),
    after.map(({ key }) => key),
  )) {
    const fate = added ? "inserted" : removed ? "deleted" : "same";
    stretches.push({
      fate,
      before: added ? [] : before.slice(at, at + count),
      after: removed ? [] : after.slice(to, to + count),
    });
    if (!added) at += count;
    if (!removed) to += count;
  }
  const out: Stretch[] = [];
  let [gone, come]: [Piece[], Piece[]] = [[], []];
  const flush = (): void => {
    // What both end in has stayed.
    const kept: Piece[] = [];
    while (gone.length > 0 && gone.at(-1)?.key === come.at(-1)?.key) {
      gone.pop();
      kept.unshift(come.pop() as Piece);
    }
    if (gone.length > 0) out.push({ fate: "deleted", pieces: gone });
    if (come.length > 0) out.push({ fate: "inserted", pieces: come });
    if (kept.length > 0) out.push({ fate: "same", pieces: kept });
    [gone, come] = [[], []];
  };
  for (const [index, one] of stretches.entries()) {
    const between = index > 0 && index < stretches.length - 1 && gone.length + come.length > 0;
    if (one.fate === "same" && !(between && isSeam(one.after))) {
      flush();
      out.push({ fate: "same", pieces: one.after });
    } else {
      gone.push(...one.before);
      come.push(...one.after);
    }
  }
  flush();
  return out;
}

function isSeam(pieces: readonly Piece[]): boolean {
  return pieces.length <= 2 && pieces.every(({ text, markers }) => /^[ ,–-]$/.test(text) && markers.length === 0);
}

/** Writes stretches into an emptied paragraph. */
export function writeWords(
  paragraph: Element,
  stretches: readonly Stretch[],
  markers: readonly Element[],
  hand: Hand,
): void {
  const writer = new RunWriter(paragraph, hand);
  for (const { fate, pieces } of stretches)
    for (const piece of pieces) {
      if (!isGone(fate)) for (const one of piece.markers) writer.marker(one);
      for (const part of piece.parts) writer.part(part, fate);
    }
  for (const one of markers) writer.marker(one);
}

class RunWriter {
  readonly #paragraph: Element;
  readonly #hand: Hand;
  #link: { source: Element | undefined; element: Element } | undefined;
  #fate: { fate: Fate; element: Element } | undefined;
  #run: { look: Element | undefined; fate: Fate; element: Element } | undefined;

  constructor(paragraph: Element, hand: Hand) {
    this.#paragraph = paragraph;
    this.#hand = hand;
  }

  marker(marker: Element): void {
    this.#close();
    this.#paragraph.appendChild(this.#own(marker));
  }

  part({ look, link, content }: Part, fate: Fate): void {
    // Of what went, words are kept, not where a link or a field leads.
    const source = isGone(fate) ? undefined : link;
    if (this.#link?.source !== source || this.#link === undefined) {
      this.#close();
      this.#link = { source, element: source === undefined ? this.#paragraph : this.#open(source) };
    }
    if (this.#fate?.fate !== fate) {
      this.#run = undefined;
      const element = fate === "same" ? this.#link.element : this.#hand.revision(this.#paragraph, REVISION[fate]);
      if (fate !== "same") this.#link.element.appendChild(element);
      this.#fate = { fate, element };
    }
    if (typeof content === "string") this.#letters(content, look, fate);
    else this.#things(content, look, fate);
  }

  #things(content: readonly Element[], look: Element | undefined, fate: Fate): void {
    for (const one of content) {
      if (isW(one, "r")) this.#whole(one, fate);
      else if (isW(one, "sdt", "fldSimple")) this.#control(one, fate);
      else this.#runOf(look, fate).appendChild(isGone(fate) ? this.#hand.carry(one) : this.#own(one));
    }
  }

  #letters(letters: string, look: Element | undefined, fate: Fate): void {
    const run = this.#runOf(look, fate);
    const name = fate === "deleted" ? "delText" : "t";
    const last = elementsOf(run).at(-1);
    const text = last !== undefined && isW(last, name) ? last : (run.appendChild(make(run, name)) as Element);
    if (text.textContent === "") text.setAttribute("xml:space", "preserve");
    text.appendChild((run.ownerDocument as NonNullable<typeof run.ownerDocument>).createTextNode(letters));
  }

  /** A run as it is: of a field. Of one that went, only its words. */
  #whole(run: Element, fate: Fate): void {
    this.#run = undefined;
    if (!isGone(fate)) {
      this.#fate?.element.appendChild(this.#own(run));
      return;
    }
    for (const one of elementsOf(run)) {
      if (isW(one, "t")) this.#letters(one.textContent ?? "", childOf(run, "rPr"), fate);
      else if (!isW(one, "rPr", "fldChar", "instrText"))
        this.#runOf(childOf(run, "rPr"), fate).appendChild(this.#hand.carry(one));
    }
  }

  /** A control that stayed is kept; of one that went or came, its runs: a change may not hold a frame. */
  #control(control: Element, fate: Fate): void {
    if (fate === "same") {
      this.#close();
      this.#paragraph.appendChild(this.#own(control));
      return;
    }
    for (const run of [...control.getElementsByTagNameNS(control.namespaceURI, "r")]) this.#whole(run, fate);
  }

  #runOf(look: Element | undefined, fate: Fate): Element {
    if (this.#run !== undefined && this.#run.look === look && this.#run.fate === fate) return this.#run.element;
    const element = make(this.#paragraph, "r");
    if (look !== undefined) element.appendChild(this.#own(look));
    this.#fate?.element.appendChild(element);
    this.#run = { look, fate, element };
    return element;
  }

  #open(link: Element): Element {
    const element = this.#own(link, false);
    this.#paragraph.appendChild(element);
    return element;
  }

  #close(): void {
    [this.#link, this.#fate, this.#run] = [undefined, undefined, undefined];
  }

  #own<Kind extends Node>(node: Kind, deep = true): Kind {
    return (this.#paragraph.ownerDocument as NonNullable<Element["ownerDocument"]>).importNode(node, deep);
  }
}
