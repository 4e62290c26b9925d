import { type Block, type Inline, type Inlines, mapInlines, mapLeaves, textWithBlanks } from "../document/index.ts";

/** Stands for a blank to fill in or a check box among the characters of a paragraph: no words hold it. */
const OBJECT = "\ufffc";

/** What is put in place of what. */
export type Substitution = { readonly before: string; readonly after: string };

/** So often the words stand in the blocks, whatever the kind of their spaces, inner quotation marks and hyphens. */
export function countWords(blocks: readonly Block[], words: string): number {
  let count = 0;
  for (const block of blocks)
    mapInlines(block, (inlines) => {
      count += rangesOf(inlines, words).length;
      return inlines;
    });
  return count;
}

/** The blocks with other words in place of these, wherever they stand in them. */
export function substitute(blocks: readonly Block[], { before, after }: Substitution): Block[] {
  return blocks.map((block) => mapInlines(block, (inlines) => substituted(inlines, before, after)));
}

type Range = { readonly start: number; readonly end: number };

/** Where the words stand in a paragraph: not inside of longer words. */
function rangesOf(inlines: Inlines, words: string): Range[] {
  const text = alike(textWithBlanks(inlines, () => OBJECT));
  const wanted = alike(words).trim();
  const ranges: Range[] = [];
  for (let start = text.indexOf(wanted); wanted !== "" && start !== -1; start = text.indexOf(wanted, start + 1)) {
    const end = start + wanted.length;
    if (start < (ranges.at(-1)?.end ?? 0)) continue;
    if (!joins(text[start - 1], text[start]) && !joins(text[end - 1], text[end])) ranges.push({ start, end });
  }
  return ranges;
}

const LETTER = /[\p{L}\p{N}]/u;

/** True where two neighbouring characters are of one word. */
function joins(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && LETTER.test(a) && LETTER.test(b);
}

/** The text, character by character, without what typography has chosen. */
function alike(text: string): string {
  return text
    .replace(/[\s\u00a0\u202f]/g, " ")
    .replace(/„/g, "«")
    .replace(/“/g, "»")
    .replace(/\u2011/g, "-");
}

/** Words that begin with a mark which no space stands before. */
export const CLOSING = /^[,.;:!?)»]/;

function substituted(inlines: Inlines, before: string, after: string): Inlines {
  const ranges = rangesOf(inlines, before).map((range) => withSpace(inlines, range, after));
  if (ranges.length === 0) return inlines;
  let at = 0;
  return mapLeaves(inlines, (leaf): Inline | null => {
    const from = at;
    const text = "text" in leaf ? leaf.text : OBJECT;
    at += text.length;
    const touching = ranges.filter(({ start, end }) => start < at && end > from);
    if (!("text" in leaf) || touching.length === 0) return leaf;
    let rest = text;
    for (const { start, end } of touching.toReversed()) {
      // What takes the place of words over several parts stands in the first of them.
      const put = start >= from ? after : "";
      rest = rest.slice(0, Math.max(0, start - from)) + put + rest.slice(end - from);
    }
    if (rest === "") return null;
    // A reference whose words were put by hand is none any more.
    return leaf.type === "text" ? { ...leaf, text: rest } : { type: "text", text: rest };
  });
}

/**
 * Words that go take the space before them with them, at the beginning of a paragraph the one after. So do those that a closing mark takes the place of:
 * «слова «и конкурсов» заменить словами «, конкурсов»».
 */
function withSpace(inlines: Inlines, { start, end }: Range, after: string): Range {
  if (after !== "" && !CLOSING.test(after)) return { start, end };
  const text = alike(textWithBlanks(inlines, () => OBJECT));
  if (text[start - 1] === " ") return { start: start - 1, end };
  return after === "" && text[end] === " " ? { start, end: end + 1 } : { start, end };
}
