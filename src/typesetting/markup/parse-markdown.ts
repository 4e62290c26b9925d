import type { Root } from "mdast";
import { directiveFromMarkdown } from "mdast-util-directive";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { directive } from "micromark-extension-directive";
import { gfmTable } from "micromark-extension-gfm-table";

/** Indents of a template are the way it is typed; so are spaces at the end of a line that a condition leaves there. */
const INDENTS = ["codeIndented", "hardBreakTrailing"];

/**
 * Markdown with tables and directives → mdast. Everything of CommonMark is understood, so that what documents do not use is found
 * where it stands. `typed`: the text is as its author typed it, and two spaces at the end of a line are meant.
 */
export function parseMarkdown(text: string, { typed = false } = {}): Root {
  return fromMarkdown(text, {
    extensions: [directive(), gfmTable(), { disable: { null: typed ? INDENTS.slice(0, 1) : INDENTS } }],
    mdastExtensions: [directiveFromMarkdown(), gfmTableFromMarkdown()],
  });
}
