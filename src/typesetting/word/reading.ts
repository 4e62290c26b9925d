import type { Document, Element } from "@xmldom/xmldom";
import { shownFile } from "./alternatives.ts";
import { piecesOf, plain } from "./pieces.ts";
import { settle } from "./settle.ts";
import { isW, W } from "./xml.ts";

/**
 * What a file says, a paragraph or a table cell's paragraph a line, with its tracked changes taken in; empty ones are left out, numbers of lists are not
 * among the words, spaces and hyphens that only say where a line may end are plain.
 *
 * @throws NoWordFile
 */
export function wordLines(bytes: Uint8Array): string[] {
  const file = shownFile(bytes);
  settle(file.document, "accept");
  return linesOf(file.document);
}

/** Lines of a part whose changes are settled. */
export function linesOf(part: Document): string[] {
  return [...part.getElementsByTagNameNS(W, "p")].map(lineOf).filter((line) => line.trim() !== "");
}

/** The words of a paragraph whose changes are settled. */
export function lineOf(paragraph: Element): string {
  return plain(
    piecesOf(paragraph, (thing) => (isW(thing, "sym") ? "?" : ""))
      .pieces.map(({ text }) => text)
      .join(""),
  );
}
