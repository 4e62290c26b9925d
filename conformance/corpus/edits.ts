import type { Block, DocumentModel, TableBlock, TableRow } from "../../src/paperwork/document/index.ts";
import type { Random } from "./random.ts";
import { phrase } from "./text.ts";

/** The document as somebody has edited it: words, paragraphs, items, rows and whole tables went, came, moved. */
export function editedDocument(model: DocumentModel, random: Random): DocumentModel {
  const edited = <Part extends { readonly blocks: readonly Block[] }>(part: Part): Part => ({
    ...part,
    blocks: editBlocks(part.blocks, random),
  });
  const annexes = model.annexes.map(edited);
  return { ...model, body: edited(model.body), annexes };
}

function editBlocks(blocks: readonly Block[], random: Random): Block[] {
  const kept = blocks.flatMap((block): Block[] => {
    if (!isFree(block)) return [editWords(block, random)];
    if (random.chance(0.1)) return [];
    if (random.chance(0.1)) return [block, withWords(block, random)];
    if (block.type === "table") return [random.chance(0.6) ? editRows(block, random) : block];
    return [editWords(block, random)];
  });
  // A paragraph that went from one place and came in another.
  const from = kept.findIndex((block) => block.type === "paragraph" && isFree(block));
  const to = kept.findLastIndex((block) => block.type === "paragraph" && isFree(block));
  if (from >= 0 && to > from && random.chance(0.3)) kept.splice(to, 0, ...kept.splice(from, 1));
  return kept.length > 0 ? kept : [...blocks];
}

/** What nothing else refers to and no number depends on. */
function isFree(block: Block): boolean {
  if (block.type === "table") return block.id === undefined && block.caption === null;
  return (block.type === "paragraph" && block.role === "text") || (block.type === "item" && block.marker === "dash");
}

function withWords<Kind extends Block>(block: Kind, random: Random): Kind {
  return "inlines" in block ? { ...block, inlines: [{ type: "text", text: phrase(random, 3, 30) }] } : block;
}

function editRows(table: TableBlock, random: Random): TableBlock {
  const whole = table.rows.every(({ cells }) => cells.every((cell) => (cell.rows ?? 1) === 1));
  if (!whole) return table;
  const rows = table.rows.flatMap((row): TableRow[] => {
    if (random.chance(0.1) && table.rows.length > 1) return [];
    const edited = random.chance(0.3) ? editWords(row, random) : row;
    return random.chance(0.1) ? [edited, editWords(row, random)] : [edited];
  });
  return { ...table, rows: rows.length > 0 ? rows : table.rows };
}

/** Every text of a thing, with some of its words changed. */
function editWords<Thing>(thing: Thing, random: Random): Thing {
  if (Array.isArray(thing)) return thing.map((one) => editWords(one, random)) as Thing;
  if (typeof thing !== "object" || thing === null) return thing;
  if ("type" in thing && thing.type === "text" && "text" in thing && typeof thing.text === "string")
    return random.chance(0.3) ? ({ ...thing, text: changed(thing.text, random) } as Thing) : thing;
  if ("type" in thing && (thing.type === "reference" || thing.type === "link" || thing.type === "footnote"))
    return thing;
  return Object.fromEntries(
    Object.entries(thing).map(([key, value]) => [key, INSIDE.has(key) ? editWords(value, random) : value]),
  ) as Thing;
}

/** Where words stand. */
const INSIDE = new Set([
  "inlines",
  "children",
  "cells",
  "paragraphs",
  "lines",
  "post",
  "name",
  "people",
  "heading",
  "parties",
  "title",
]);

function changed(text: string, random: Random): string {
  const words = text.split(" ");
  const at = random.int(0, words.length - 1);
  if (random.chance(0.3) && words.length > 2) words.splice(at, random.int(1, 2));
  else if (random.chance(0.5)) words.splice(at, 0, phrase(random, 1, 4));
  else words[at] = phrase(random, 1, 1);
  return words.join(" ").trim() || text;
}
