import type { DocumentModel } from "../../document/index.ts";

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
    if (value.length > 0 && value.every(isInline)) found.push({ block, role, text: value.map(inlineText).join("") });
    else for (const item of value) collect(item, block, role, found);
  } else if (typeof value === "object" && value !== null) {
    for (const [key, child] of Object.entries(value)) collect(child, block, key, found);
  }
}

const INLINES = new Set(["text", "strong", "emphasis", "reference", "blank", "break", "link"]);

function isInline(value: unknown): boolean {
  return typeof value === "object" && value !== null && INLINES.has(String((value as { type?: unknown }).type));
}

function inlineText(value: unknown): string {
  const { type, text, children } = value as { type: string; text?: unknown; children?: unknown };
  if (type === "break") return "\n";
  if (Array.isArray(children)) return children.map(inlineText).join("");
  return typeof text === "string" ? text : "";
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
