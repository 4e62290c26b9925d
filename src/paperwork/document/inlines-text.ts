import { type Handlers, handle } from "./handlers.ts";
import type { FootnoteInline, Inline, Inlines } from "./model.ts";

/** Text of a paragraph: a break is a line feed, a blank to fill in is nothing. */
export function inlinesText(inlines: Inlines): string {
  return textWithBlanks(inlines, "");
}

/** Text of a paragraph with `blank` in place of every blank to fill in. */
export function textWithBlanks(inlines: Inlines, blank: string): string {
  return inlines.map((inline) => handle(TEXT, inline, blank)).join("");
}

const inner = ({ children }: { readonly children: Inlines }, blank: string): string => textWithBlanks(children, blank);

const TEXT: Handlers<Inline, string, [blank: string]> = {
  text: ({ text }) => text,
  strong: inner,
  emphasis: inner,
  unconfirmed: inner,
  reference: ({ text }) => text,
  blank: (_, blank) => blank,
  footnote: ({ text }) => text,
  break: () => "\n",
};

/** The footnotes of a paragraph, in order. */
export function footnotesOf(inlines: Inlines): readonly FootnoteInline[] {
  return inlines.flatMap((inline) =>
    inline.type === "footnote" ? inline : "children" in inline ? footnotesOf(inline.children) : [],
  );
}

/** True for the inlines of a paragraph, whatever block of a tree they are found in; an empty list is none. */
export function isInlines(value: readonly unknown[]): value is Inlines {
  return value.length > 0 && value.every((item) => typeof item === "object" && item !== null && isInline(item));
}

/** True for what the table of inlines knows. */
function isInline(item: { readonly type?: unknown }): item is Inline {
  return typeof item.type === "string" && Object.hasOwn(TEXT, item.type);
}
