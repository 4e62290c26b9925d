import type { Root } from "mdast";
import { directiveFromMarkdown } from "mdast-util-directive";
import { type CompileContext, fromMarkdown, type Handle } from "mdast-util-from-markdown";
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
    mdastExtensions: [directivesWithDoubles(), gfmFootnoteFromMarkdown(), gfmTableFromMarkdown()],
  });
}

/** Directives that know the attributes which are written `twice`: of these the parser keeps the last one only. */
function directivesWithDoubles(): ReturnType<typeof directiveFromMarkdown> {
  const { exit, ...rest } = directiveFromMarkdown();
  const noticed = Object.entries(exit ?? {}).map(([token, handle]) => [
    token,
    token.endsWith("Attributes") && handle !== undefined ? noticing(handle) : handle,
  ]);
  return { ...rest, exit: Object.fromEntries(noticed) };
}

function noticing(handle: Handle): Handle {
  return function (this: CompileContext, token) {
    const names = (this.data.directiveAttributes ?? []).map(([name]) => name);
    handle.call(this, token);
    const twice = names.filter((name, index) => names.indexOf(name) < index);
    if (twice.length > 0) Object.assign(this.stack.at(-1) ?? {}, { twice });
  };
}
