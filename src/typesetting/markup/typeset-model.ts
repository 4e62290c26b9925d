import { type TypographyRule, typeset } from "../../language/index.ts";
import type { Block, DocumentModel, Inline, Inlines, Section } from "../../paperwork/document/index.ts";
import { mapInlines } from "./map-inlines.ts";

/** Stands for a blank to fill in among the characters of a paragraph. */
const OBJECT = "\ufffc";

/**
 * The one place where the finished tree is set by the rules of typography: every paragraph as a whole, whatever its words came from.
 * Changes no length and no structure.
 */
export function typesetModel(model: DocumentModel, off: ReadonlySet<TypographyRule>): DocumentModel {
  const set = (inlines: Inlines): Inlines => typesetInlines(inlines, off);
  const section = (one: Section): Section => ({
    ...one,
    title: typeset(one.title, off),
    blocks: (off.has("lists") ? one.blocks : punctuated(one.blocks)).map((block) => mapInlines(block, set)),
  });
  return { ...model, body: section(model.body), annexes: model.annexes.map(section) };
}

/** Items without a mark at their end get a semicolon, the last one of its list a full stop. */
function punctuated(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block, index) => {
    if (block.type !== "item") return block;
    const last = block.inlines.at(-1);
    if (last?.type !== "text" || !/[\p{L}\p{N}»“)%]$/u.test(last.text)) return block;
    const next = blocks[index + 1];
    const mark = next?.type === "item" && next.list === block.list ? ";" : ".";
    return { ...block, inlines: [...block.inlines.slice(0, -1), { ...last, text: last.text + mark }] };
  });
}

function typesetInlines(inlines: Inlines, off: ReadonlySet<TypographyRule>): Inlines {
  const text = inlines.map(flat).join("");
  const result = typeset(text, off);
  if (result === text) return inlines;
  let at = 0;
  const fill = (inline: Inline): Inline => {
    switch (inline.type) {
      case "text":
      case "reference": {
        const from = at;
        at += inline.text.length;
        return { ...inline, text: result.slice(from, at) };
      }
      case "blank":
      case "break":
        at++;
        return inline;
      default:
        return { ...inline, children: inline.children.map(fill) };
    }
  };
  return inlines.map(fill);
}

function flat(inline: Inline): string {
  switch (inline.type) {
    case "text":
    case "reference":
      return inline.text;
    case "blank":
      return OBJECT;
    case "break":
      return "\n";
    default:
      return inline.children.map(flat).join("");
  }
}
