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
