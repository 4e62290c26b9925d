import type { Document, Element } from "@xmldom/xmldom";
import { WordFile } from "./word-file.ts";
import { elementsOf, unwrap } from "./xml.ts";

/** Namespace of what a reader may choose from (ECMA-376, part 3, 10). */
const MC = "http://schemas.openxmlformats.org/markup-compatibility/2006";
/** Namespaces that Word of today understands. */
const UNDERSTOOD = /^http:\/\/schemas\.(?:microsoft\.com\/office\/(?:word|drawing)\/20\d\d\/|openxmlformats\.org\/)/;

/** Leaves of every choice of a part what Word shows: the first that asks for nothing it does not understand, else what stands in for them. */
function chooseAlternatives(part: Document): void {
  for (const one of [...part.getElementsByTagNameNS(MC, "AlternateContent")]) {
    const ways = elementsOf(one).filter(({ namespaceURI }) => namespaceURI === MC);
    const chosen =
      ways.find((way) => way.localName === "Choice" && isUnderstood(way)) ??
      ways.find(({ localName }) => localName === "Fallback");
    for (const way of ways) if (way !== chosen) one.removeChild(way);
    if (chosen !== undefined) unwrap(chosen);
    unwrap(one);
  }
}

/** A file as Word shows it: nothing in it is to be chosen from. @throws NoWordFile */
export function shownFile(bytes: Uint8Array): WordFile {
  const file = new WordFile(bytes);
  for (const path of file.wordParts()) chooseAlternatives(file.part(path) as Document);
  return file;
}

function isUnderstood(choice: Element): boolean {
  const prefixes = (choice.getAttribute("Requires") ?? "").split(/\s+/).filter((prefix) => prefix !== "");
  return prefixes.every((prefix) => UNDERSTOOD.test(choice.lookupNamespaceURI(prefix) ?? ""));
}
