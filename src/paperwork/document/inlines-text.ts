import { type Handlers, handle } from "./handlers.ts";
import type { BlankInline, CheckBoxInline, FootnoteInline, Inline, Inlines } from "./model.ts";

/** What stands in place of a blank to fill in or a check box. */
type OfBlank = (blank: BlankInline | CheckBoxInline) => string;

/** Text of a paragraph: a break is a line feed, a blank to fill in is its label, a check box its sign. */
export function inlinesText(inlines: Inlines): string {
  return textWithBlanks(inlines, (blank) => (blank.type === "check-box" ? checkBoxSign(blank) : (blank.label ?? "")));
}

/** The sign that a check box is printed as: both are in Times New Roman and the families that stand for it, equally wide. */
export function checkBoxSign({ checked }: Pick<CheckBoxInline, "checked">): string {
  return checked ? "■" : "□";
}

/** Text of a paragraph with what stands in place of every blank to fill in and check box. */
export function textWithBlanks(inlines: Inlines, ofBlank: OfBlank): string {
  return inlines.map((inline) => handle(TEXT, inline, ofBlank)).join("");
}

const inner = ({ children }: { readonly children: Inlines }, ofBlank: OfBlank): string =>
  textWithBlanks(children, ofBlank);

const TEXT: Handlers<Inline, string, [OfBlank]> = {
  text: ({ text }) => text,
  strong: inner,
  emphasis: inner,
  unconfirmed: inner,
  reference: ({ text }) => text,
  link: inner,
  blank: (blank, ofBlank) => ofBlank(blank),
  "check-box": (box, ofBlank) => ofBlank(box),
  footnote: ({ text }) => text,
  break: () => "\n",
};

/** Addresses that the links of a paragraph lead to, as a reader would write them. */
export function addressesOf(inlines: Inlines): string[] {
  return inlines.flatMap((inline) => {
    if (!("children" in inline)) return [];
    const inside = addressesOf(inline.children);
    return inline.type === "link" && !inline.href.startsWith("#") ? [writtenAddress(inline.href), ...inside] : inside;
  });
}

/** An address without `mailto:` and the escapes of addresses: «school@example.org». */
export function writtenAddress(href: string): string {
  const address = href.replace(/^mailto:/, "");
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

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
