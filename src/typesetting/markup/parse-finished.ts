import type { Root } from "mdast";
import { parseMarkdown } from "./parse-markdown.ts";
import { type Refused, refusedMarkup } from "./refused-markup.ts";

/** A finished text of a section: what it was parsed to and what of it documents do not use. Nobody changes either. */
export type ParsedText = { readonly tree: Root; readonly refused: readonly Refused[] };

/** Characters of the texts that are kept: those of a large centre. What is parsed of them takes some 10 MB. */
const KEPT = 200_000;
/** The texts looked at last, the latest at the end. */
const known = new Map<string, ParsedText>();
let length = 0;

/** Parses a finished text. Values stand in it as tokens, so that papers of one kind are often the same text: the next centre's, too. */
export function parseFinished(text: string): ParsedText {
  const before = known.get(text);
  const tree = before?.tree ?? parseMarkdown(text);
  const parsed = before ?? { tree, refused: refusedMarkup(tree, text, "finished") };
  if (!known.delete(text)) length += text.length;
  known.set(text, parsed);
  for (const [oldest] of known) {
    if (length <= KEPT) break;
    known.delete(oldest);
    length -= oldest.length;
  }
  return parsed;
}
