import type { Document, Element } from "@xmldom/xmldom";
import { childOf, elementsOf, isW, markOf, remove, unwrap, W } from "./xml.ts";

/** What is done with changes: taken in, or taken back. */
export type Settlement = "accept" | "reject";

/**
 * Takes all tracked changes of a part in, or takes them back, as Word does: text, marks of paragraphs, rows, moves; of looks that were changed
 * the new ones stay (`reject`: the same, for looks are not what is compared).
 *
 * @see ECMA-376, part 1, 17.13.5
 */
export function settle(part: Document, how: Settlement): void {
  const [kept, dropped] = how === "accept" ? [ADDED, TAKEN] : [TAKEN, ADDED];
  for (const name of CHANGED_LOOKS) for (const one of all(part, name)) remove(one);
  for (const row of all(part, "tr")) {
    const properties = childOf(row, "trPr");
    for (const mark of properties === undefined ? [] : elementsOf(properties).filter((one) => isW(one, "ins", "del"))) {
      if (isW(mark, ...dropped)) remove(row);
      remove(mark);
    }
  }
  for (const table of all(part, "tbl"))
    if (!elementsOf(table).some((one) => isW(one, "tr", "sdt", "customXml"))) remove(table);
  const joined = all(part, "p").filter((paragraph) => markOf(paragraph, ...dropped) !== undefined);
  for (const name of RANGES) for (const one of all(part, name)) remove(one);
  for (const name of dropped) for (const one of all(part, name).filter(holdsText)) remove(one);
  for (const name of kept) for (const one of all(part, name).filter(holdsText)) unwrap(one);
  for (const name of ["delText", "delInstrText"])
    for (const one of all(part, name)) rename(one, name === "delText" ? "t" : "instrText");
  for (const paragraph of joined) joinToNext(paragraph);
  for (const paragraph of all(part, "p")) {
    const mark = markOf(paragraph, ...ADDED, ...TAKEN);
    if (mark !== undefined) remove(mark);
  }
}

const ADDED = ["ins", "moveTo"];
const TAKEN = ["del", "moveFrom"];
const CHANGED_LOOKS = [
  "rPrChange",
  "pPrChange",
  "sectPrChange",
  "tblPrChange",
  "tblGridChange",
  "trPrChange",
  "tcPrChange",
  "tblPrExChange",
  "numberingChange",
];
const RANGES = ["moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"];

function all(part: Document, name: string): Element[] {
  return [...part.getElementsByTagNameNS(W, name)];
}

/** A mark in properties holds nothing; what changed in a text holds runs. */
function holdsText(one: Element): boolean {
  return !isW(one.parentNode, "rPr", "trPr", "tcPr", "numPr");
}

/** A paragraph whose mark goes: what is left of it stands before the words of the next one; before a table, or at the end, an empty one goes whole. */
function joinToNext(paragraph: Element): void {
  const inside = elementsOf(paragraph).filter((one) => !isW(one, "pPr"));
  let next = paragraph.nextSibling;
  while (next !== null && next.nodeType !== 1) next = next.nextSibling;
  if (!isW(next, "p")) {
    if (!inside.some((one) => isW(one, "r", "hyperlink", "sdt", "fldSimple"))) remove(paragraph);
    return;
  }
  const before = elementsOf(next).find((one) => !isW(one, "pPr")) ?? null;
  for (const one of inside) next.insertBefore(one, before);
  remove(paragraph);
}

function rename(element: Element, name: string): void {
  const renamed = element.ownerDocument?.createElementNS(W, `w:${name}`);
  if (renamed === undefined) return;
  for (const one of [...element.attributes]) renamed.setAttributeNS(one.namespaceURI, one.nodeName, one.value);
  while (element.firstChild !== null) renamed.appendChild(element.firstChild);
  element.parentNode?.replaceChild(renamed, element);
}
