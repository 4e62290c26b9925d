import { type DocumentModel, footnotesOf, inlinesText, isInlines } from "../../document/index.ts";

/** A run of words of a document: where it stands and what it says. */
export type TreeText = { readonly block: string; readonly role: string; readonly text: string };

/** Every run of words of a document, in reading order, whatever the shapes of its blocks: nested inlines are joined. */
export function treeTexts({ body, annexes }: Pick<DocumentModel, "body" | "annexes">): TreeText[] {
  return [body, ...annexes].flatMap(sectionTexts);
}

/** Several rules ask for the words of every document. */
const KNOWN = new WeakMap<DocumentModel["body"], readonly TreeText[]>();

function sectionTexts(section: DocumentModel["body"]): readonly TreeText[] {
  const before = KNOWN.get(section);
  if (before !== undefined) return before;
  const texts = section.blocks
    .flatMap((block) => textsIn(block, block.type, ""))
    .filter(({ text }) => text.trim() !== "");
  KNOWN.set(section, texts);
  return texts;
}

function textsIn(value: unknown, block: string, role: string): TreeText[] {
  if (typeof value !== "object" || value === null) return [];
  if (!Array.isArray(value)) return Object.entries(value).flatMap(([key, child]) => textsIn(child, block, key));
  const list: readonly unknown[] = value;
  return isInlines(list)
    ? [
        { block, role, text: inlinesText(list) },
        ...footnotesOf(list).flatMap(({ note }) => textsIn(note, block, "note")),
      ]
    : list.flatMap((item) => textsIn(item, block, role));
}

/** Numbers of the clauses and headings of a section: `1`, `1.1`, `2`. */
export function clauseNumbers(section: DocumentModel["body"]): ReadonlySet<string> {
  return new Set(
    section.blocks.flatMap((block) => {
      const label = (block.type === "clause" || block.type === "heading") && block.label !== null ? block.label : null;
      return label === null ? [] : [label.replace(/\.$/, "")];
    }),
  );
}
