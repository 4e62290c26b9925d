import type { Root } from "mdast";
import { directiveFromMarkdown } from "mdast-util-directive";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { directive } from "micromark-extension-directive";
import { gfmTable } from "micromark-extension-gfm-table";

/** Constructs of Markdown that documents have no use for: their signs are ordinary text. */
const DISABLED = `codeIndented codeFenced codeText htmlFlow htmlText autolink labelStartImage labelStartLink
  definition blockQuote thematicBreak setextUnderline hardBreakEscape hardBreakTrailing`.split(/\s+/);

/** Markdown with tables and directives → mdast. */
export function parseMarkdown(text: string): Root {
  return fromMarkdown(text, {
    extensions: [directive(), gfmTable(), { disable: { null: DISABLED } }],
    mdastExtensions: [directiveFromMarkdown(), gfmTableFromMarkdown()],
  });
}
