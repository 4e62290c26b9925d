import type { Element, Node } from "@xmldom/xmldom";
import { align, type Pair, sharedWords } from "./align.ts";
import { compareWords, type Fate, type Hand, isGone, REVISION, type Stretch, writeWords } from "./mark-words.ts";
import { type KeyOfThing, type Piece, piecesOf } from "./pieces.ts";
import { attribute, childOf, elementsOf, isW, make, markOf, remove } from "./xml.ts";

/** Of two files: how things are compared, how changes are numbered, how what went is carried over. */
export type Sides = Hand & { readonly keyBefore: KeyOfThing; readonly keyAfter: KeyOfThing };

/** A paragraph, a table, a row or something else that has no words to compare. */
type Block = {
  readonly element: Element;
  readonly kind: "p" | "tbl" | "tr" | "other";
  readonly text: string;
  readonly words: readonly string[];
  readonly pieces: readonly Piece[];
  readonly markers: readonly Element[];
  /** Of the bookmarks in a paragraph. */
  readonly names: readonly string[];
};

/** Writes what two containers (a body, a cell, a header) say into the later one, with the changes marked. */
export function markBlocks(before: Element, after: Element, sides: Sides): void {
  const [one, other] = [blocksOf(before, sides.keyBefore), blocksOf(after, sides.keyAfter)];
  const pairs = closeAtEnd(align(one, other, { keyOf, likeness }));
  const moves = movedPairs(pairs);
  const tail = elementsOf(after).find((element) => isW(element, "sectPr")) ?? null;
  const written: { readonly element: Element; readonly fate: Fate }[] = [];
  for (const pair of pairs) {
    const { before: from, after: to } = pair;
    const name = moves.get(pair);
    if (from !== undefined && to !== undefined) {
      markPair(from, to, sides);
      written.push({ element: to.element, fate: "same" });
    } else if (to !== undefined) {
      const fate = name === undefined ? "inserted" : "moveTo";
      markWhole(to, fate, sides);
      if (name !== undefined) range(to.element, "moveTo", name, sides);
      written.push({ element: to.element, fate });
    } else if (from !== undefined) {
      const fate = name === undefined ? "deleted" : "moveFrom";
      const element = sides.carry(from.element);
      const last = written.at(-1)?.element;
      // What went stands behind what it stood behind, in a frame too.
      (last?.parentNode ?? after).insertBefore(element, nextOf(last, after, tail));
      for (const section of [...element.getElementsByTagNameNS(element.namespaceURI, "sectPr")]) remove(section);
      markWhole(blockOf(element, sides.keyBefore), fate, sides);
      if (name !== undefined) range(element, "moveFrom", name, sides);
      written.push({ element, fate });
    }
  }
  settleLastMark(written);
}

/** Before what does the next block go? */
function nextOf(last: Element | undefined, container: Element, tail: Element | null): Node | null {
  if (last === undefined) return elementsOf(container).find((one) => !isW(one, "tcPr", "pPr")) ?? tail;
  let next = last.nextSibling;
  // A moved paragraph's range ends behind it.
  while (isW(next, "moveFromRangeEnd", "moveToRangeEnd")) next = next.nextSibling;
  return next;
}

function blocksOf(container: Element, key: KeyOfThing): Block[] {
  return elementsOf(container)
    .filter((element) => !isW(element, "sectPr", "tcPr", "bookmarkStart", "bookmarkEnd", "proofErr"))
    .flatMap((element) =>
      isW(element, "sdt") && childOf(element, "sdtContent") !== undefined
        ? blocksOf(freed(element), key)
        : [blockOf(element, key)],
    );
}

/** A frame around paragraphs is let go, so that what is in it can be compared. */
function freed(control: Element): Element {
  return childOf(control, "sdtContent") as Element;
}

function blockOf(element: Element, key: KeyOfThing): Block {
  if (isW(element, "p")) {
    const { pieces, markers } = piecesOf(element, key);
    const section = childOf(childOf(element, "pPr"), "sectPr") === undefined ? "" : "\0section";
    return {
      element,
      kind: "p",
      pieces,
      markers,
      text: pieces.map((one) => one.key).join("") + section,
      words: wordsOf(pieces),
      names: namesOf(element),
    };
  }
  const kind = isW(element, "tbl") ? "tbl" : isW(element, "tr") ? "tr" : "other";
  const inside =
    kind === "other"
      ? []
      : [...element.getElementsByTagNameNS(element.namespaceURI, "p")].map((one) => piecesOf(one, key).pieces);
  const text =
    kind === "other"
      ? (element.textContent ?? "")
      : inside.map((pieces) => pieces.map((one) => one.key).join("")).join("\n");
  return { element, kind, pieces: [], markers: [], text, words: inside.flatMap(wordsOf), names: [] };
}

const wordsOf = (pieces: readonly Piece[]): string[] =>
  pieces.filter((one) => one.text.trim() !== "" || one.text === "").map((one) => one.key);
const keyOf = ({ kind, text }: Block): string => `${kind}\0${text}`;

function likeness(before: Block, after: Block): number {
  if (before.kind !== after.kind || before.kind === "other") return 0;
  // What is referred to by one name is one clause, whatever became of its words.
  if (before.names.some((name) => after.names.includes(name))) return SAME_NAME;
  const shared = sharedWords(before.words, after.words);
  // Two empty paragraphs are alike, but no reason to tear apart what has words.
  return before.words.length === 0 && after.words.length === 0 ? 0.36 : shared;
}

const SAME_NAME = 0.8;

/** Bookmarks of a paragraph. */
function namesOf(paragraph: Element): string[] {
  return elementsOf(paragraph)
    .filter((one) => isW(one, "bookmarkStart"))
    .map((one) => attribute(one, "name"));
}

/** A container ends in a paragraph that cannot go: where the last one went and another came, it is that one with other words. */
function closeAtEnd(pairs: Pair<Block>[]): Pair<Block>[] {
  const last =
    pairs.length - 1 - [...pairs].reverse().findIndex((pair) => pair.before !== undefined && pair.after !== undefined);
  const from = pairs.length > 0 && last < pairs.length ? last + 1 : 0;
  const tail = pairs.slice(from);
  const gone = tail.findLastIndex((pair) => pair.before !== undefined);
  const come = tail.findLastIndex((pair) => pair.after !== undefined);
  const [one, other] = [tail[gone]?.before, tail[come]?.after];
  if (one?.kind !== "p" || other?.kind !== "p") return pairs;
  return [
    ...pairs.slice(0, from),
    ...tail.filter((_, index) => index !== gone && index !== come),
    { before: one, after: other },
  ];
}

/** Paragraphs of at least this many words that went in one place and came in another were moved. */
const WORDS_OF_A_MOVE = 4;

function movedPairs(pairs: readonly Pair<Block>[]): Map<Pair<Block>, string> {
  const gone = new Map<string, Pair<Block>[]>();
  const come = new Map<string, Pair<Block>[]>();
  for (const pair of pairs) {
    const block = pair.before === undefined ? pair.after : pair.after === undefined ? pair.before : undefined;
    if (block === undefined || block.kind !== "p" || block.words.length < WORDS_OF_A_MOVE) continue;
    const side = pair.before === undefined ? come : gone;
    side.set(block.text, [...(side.get(block.text) ?? []), pair]);
  }
  const moves = new Map<Pair<Block>, string>();
  for (const [text, [from, ...others]] of gone) {
    const [to, ...more] = come.get(text) ?? [];
    if (from === undefined || to === undefined || others.length + more.length > 0) continue;
    const name = `move${moves.size / 2 + 1}`;
    moves.set(from, name).set(to, name);
  }
  return moves;
}

function range(element: Element, name: "moveFrom" | "moveTo", move: string, { revision }: Sides): void {
  const start = revision(element, name);
  const opened = make(element, `${name}RangeStart`);
  for (const one of [...start.attributes]) opened.setAttributeNS(one.namespaceURI, one.nodeName, one.value);
  opened.setAttributeNS(element.namespaceURI, "w:name", move);
  const closed = make(element, `${name}RangeEnd`, { id: attribute(start, "id") });
  element.parentNode?.insertBefore(opened, element);
  element.parentNode?.insertBefore(closed, element.nextSibling);
}

function markPair(before: Block, after: Block, sides: Sides): void {
  if (before.text === after.text) return;
  if (after.kind === "p") writePieces(after.element, compareWords(before.pieces, after.pieces), after.markers, sides);
  else if (after.kind === "tbl") markRows(before.element, after.element, sides);
}

function writePieces(paragraph: Element, stretches: readonly Stretch[], markers: readonly Element[], hand: Hand): void {
  for (const one of elementsOf(paragraph).filter((element) => !isW(element, "pPr"))) remove(one);
  hand.nextParagraph();
  writeWords(paragraph, stretches, markers, hand);
}

function markRows(before: Element, after: Element, sides: Sides): void {
  const rows = (table: Element, key: KeyOfThing): Block[] =>
    elementsOf(table)
      .filter((one) => isW(one, "tr"))
      .map((one) => blockOf(one, key));
  const pairs = align(rows(before, sides.keyBefore), rows(after, sides.keyAfter), {
    keyOf: (row) => `${shapeOf(row.element)}\0${row.text}`,
    likeness: likeRows,
  });
  let last: Element | undefined;
  for (const { before: from, after: to } of pairs) {
    if (from !== undefined && to !== undefined) {
      const cells = cellsOf(from.element);
      if (from.text !== to.text)
        for (const [index, cell] of cellsOf(to.element).entries()) markBlocks(cells[index] as Element, cell, sides);
      last = to.element;
    } else if (to !== undefined) {
      markRow(to.element, "inserted", sides);
      last = to.element;
    } else if (from !== undefined) {
      const row = sides.carry(from.element);
      after.insertBefore(
        row,
        last === undefined ? (elementsOf(after).find((one) => isW(one, "tr")) ?? null) : last.nextSibling,
      );
      markRow(row, "deleted", sides);
      last = row;
    }
  }
}

const cellsOf = (row: Element): Element[] => elementsOf(row).filter((one) => isW(one, "tc"));

/** Spans of the cells of a row: rows of other shapes are not put against each other. */
function shapeOf(row: Element): string {
  return cellsOf(row)
    .map((cell) => {
      const properties = childOf(cell, "tcPr");
      const down = childOf(properties, "vMerge");
      return `${attribute(childOf(properties, "gridSpan"), "val") || 1}${down === undefined ? "" : attribute(down, "val") || "continue"}`;
    })
    .join(" ");
}

function likeRows(before: Block, after: Block): number {
  return shapeOf(before.element) === shapeOf(after.element)
    ? Math.max(sharedWords(before.words, after.words), before.words.length + after.words.length === 0 ? 1 : 0)
    : 0;
}

function markRow(row: Element, fate: "deleted" | "inserted", sides: Sides): void {
  const properties =
    childOf(row, "trPr") ??
    row.insertBefore(make(row, "trPr"), elementsOf(row).find((one) => !isW(one, "tblPrEx")) ?? null);
  properties.appendChild(sides.revision(row, REVISION[fate]));
  const key = isGone(fate) ? sides.keyBefore : sides.keyAfter;
  for (const cell of cellsOf(row)) {
    const blocks = blocksOf(cell, key);
    for (const block of blocks) markWhole(block, fate, sides);
    const last = blocks.at(-1)?.element;
    if (last !== undefined) unmark(last);
  }
}

/** Marks all of a paragraph or table. */
function markWhole({ kind, element, pieces, markers }: Block, fate: Exclude<Fate, "same">, sides: Sides): void {
  if (kind === "p") {
    writePieces(element, [{ fate, pieces }], isGone(fate) ? [] : markers, sides);
    markParagraph(element, sides.revision(element, REVISION[fate]));
  } else if (kind === "tbl")
    for (const row of elementsOf(element).filter((one) => isW(one, "tr")))
      markRow(row, isGone(fate) ? "deleted" : "inserted", sides);
}

/** The mark of a paragraph went or came: it stands first in the look of the mark. */
function markParagraph(paragraph: Element, mark: Element): void {
  const properties = childOf(paragraph, "pPr") ?? paragraph.insertBefore(make(paragraph, "pPr"), paragraph.firstChild);
  const behind = elementsOf(properties).find((one) => isW(one, "sectPr", "pPrChange")) ?? null;
  const look = childOf(properties, "rPr") ?? properties.insertBefore(make(paragraph, "rPr"), behind);
  look.insertBefore(mark, look.firstChild);
}

/** Takes the mark off, with the look that held nothing else. */
function unmark(paragraph: Element): Element | undefined {
  const mark = markOf(paragraph, ...Object.values(REVISION));
  const look = mark?.parentNode;
  if (mark !== undefined) remove(mark);
  if (look !== undefined && look !== null && elementsOf(look).length === 0) remove(look);
  return mark;
}

/** The last mark of a container stays; where paragraphs at its end came or went, it is the mark before them that did. */
function settleLastMark(written: readonly { readonly element: Element; readonly fate: Fate }[]): void {
  const first = written.findLastIndex(({ fate }) => fate === "same") + 1;
  const tail = written.slice(first);
  const before = written[first - 1];
  const last = tail.at(-1);
  if (last === undefined || !isW(last.element, "p") || tail.some(({ element }) => !isW(element, "p"))) return;
  const mark = unmark(last.element);
  if (mark !== undefined && before !== undefined && isW(before.element, "p")) markParagraph(before.element, mark);
}
