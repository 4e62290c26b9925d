import { doubledStops, type TypographyRule, typeset, withoutDoubledStops } from "../../language/index.ts";
import {
  type Block,
  type DocumentModel,
  type Inlines,
  inlinesText,
  mapInlines,
  mapLeaves,
  type Section,
  textWithBlanks,
} from "../../paperwork/document/index.ts";

/** Stands for a blank to fill in among the characters of a paragraph. */
const OBJECT = "\ufffc";

/**
 * The one place where the finished tree is set by the rules of typography: every paragraph as a whole, whatever its words came from.
 * Changes no structure; the marks of list items and a doubled full stop are all that changes a length.
 */
export function typesetModel(model: DocumentModel, off: ReadonlySet<TypographyRule>): DocumentModel {
  const set = (inlines: Inlines): Inlines => typesetInlines(inlines, off);
  const words = (text: string): string => (off.has("stops") ? text : withoutDoubledStops(text));
  const section = (one: Section): Section => ({
    ...one,
    title: inlinesText(set([{ type: "text", text: one.title }])),
    blocks: (off.has("lists") ? one.blocks : punctuated(one.blocks)).map((block) => mapInlines(block, set, words)),
  });
  return { ...model, body: section(model.body), annexes: model.annexes.map(section) };
}

/** Items without a mark at their end get a semicolon, the last one of its list a full stop. */
function punctuated(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block, index) => {
    // What may be marked is an answer by itself.
    if (block.type !== "item" || block.marker === "check-box") return block;
    const last = block.inlines.at(-1);
    if (last?.type !== "text" || !/[\p{L}\p{N}»“)%]$/u.test(last.text)) return block;
    const next = blocks[index + 1];
    const mark = next?.type === "item" && next.list === block.list ? ";" : ".";
    return { ...block, inlines: [...block.inlines.slice(0, -1), { ...last, text: last.text + mark }] };
  });
}

function typesetInlines(inlines: Inlines, off: ReadonlySet<TypographyRule>): Inlines {
  const text = textWithBlanks(inlines, () => OBJECT);
  const result = typeset(text, off);
  const dropped = off.has("stops") ? [] : doubledStops(result);
  if (result === text && dropped.length === 0) return inlines;
  const units = result.split("");
  for (const at of dropped) units[at] = "";
  let at = 0;
  return mapLeaves(inlines, (leaf) => {
    const from = at;
    at += "text" in leaf ? leaf.text.length : 1;
    if (!("text" in leaf)) return leaf;
    const set = units.slice(from, at).join("");
    return set === "" && leaf.text !== "" ? null : { ...leaf, text: set };
  });
}
