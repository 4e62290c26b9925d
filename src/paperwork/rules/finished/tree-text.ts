import { type DocumentModel, inlinesText, isInlines } from "../../document/index.ts";

/** A run of words of a document: where it stands and what it says. */
export type TreeText = { readonly block: string; readonly role: string; readonly text: string };

/** Every run of words of a document, in reading order, whatever the shapes of its blocks: nested inlines are joined. */
export function treeTexts(model: DocumentModel): TreeText[] {
  const found: TreeText[] = [];
  for (const section of [model.body, ...model.annexes])
    for (const block of section.blocks) collect(block, block.type, "", found);
  return found.filter(({ text }) => text.trim() !== "");
}

function collect(value: unknown, block: string, role: string, found: TreeText[]): void {
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value;
    if (isInlines(list)) found.push({ block, role, text: inlinesText(list) });
    else for (const item of list) collect(item, block, role, found);
  } else if (typeof value === "object" && value !== null) {
    for (const [key, child] of Object.entries(value)) collect(child, block, key, found);
  }
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
