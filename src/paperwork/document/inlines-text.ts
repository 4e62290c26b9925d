import type { Inline, Inlines } from "./model.ts";

/** Text of a paragraph: a break is a line feed, a blank to fill in is nothing. */
export function inlinesText(inlines: Inlines): string {
  return inlines.map(inlineText).join("");
}

function inlineText(inline: Inline): string {
  switch (inline.type) {
    case "text":
    case "reference":
      return inline.text;
    case "strong":
    case "emphasis":
    case "doubtful":
      return inlinesText(inline.children);
    case "break":
      return "\n";
    case "blank":
      return "";
  }
}

/** Every kind of inline; the compiler names the one that is missing. */
const INLINE_TYPES: { readonly [type in Inline["type"]]: true } = {
  text: true,
  strong: true,
  emphasis: true,
  doubtful: true,
  reference: true,
  blank: true,
  break: true,
};

/** True for the inlines of a paragraph, whatever block of a tree they are found in; an empty list is none. */
export function isInlines(value: readonly unknown[]): value is Inlines {
  return value.length > 0 && value.every((item) => typeof item === "object" && item !== null && isInlineType(item));
}

function isInlineType(item: { readonly type?: unknown }): boolean {
  return typeof item.type === "string" && Object.hasOwn(INLINE_TYPES, item.type);
}
