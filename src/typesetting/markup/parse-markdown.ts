import type { Root } from "mdast";
import { directiveFromMarkdown } from "mdast-util-directive";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFootnoteFromMarkdown } from "mdast-util-gfm-footnote";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { directive } from "micromark-extension-directive";
import { gfmFootnote } from "micromark-extension-gfm-footnote";
import { gfmTable } from "micromark-extension-gfm-table";

/**
 * Markdown with tables and directives → mdast. Everything of CommonMark is understood, so that what documents do not use is found
 * where it stands; only indents of a template are no more than the way it is typed.
 */
export function parseMarkdown(text: string): Root {
  return fromMarkdown(text, {
    extensions: [directive(), gfmFootnote(), gfmTable(), { disable: { null: ["codeIndented"] } }],
    mdastExtensions: [directiveFromMarkdown(), gfmFootnoteFromMarkdown(), gfmTableFromMarkdown()],
  });
}
