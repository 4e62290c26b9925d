import type { Flow, FlowBlock, FlowParagraph } from "../../flow/index.ts";

type Item = {
  readonly addItem: (title: string, options?: object) => Item;
  readonly dictionary: { readonly data: { Dest?: unknown } };
};
/** What of the library the outline needs. */
export type OutlineHost = { readonly outline: Item & { options: object } };
type Targets = ReadonlyMap<FlowParagraph | number, { readonly page: unknown; readonly top: number }>;

/** Bookmarks: the headings of the body, and every annex with its own headings. */
export function addOutline(host: OutlineHost, flow: Flow, targets: Targets): void {
  let parent: Item = host.outline;
  for (const [index, section] of flow.sections.entries()) {
    if (index > 0 && !section.goesOn) parent = add(host.outline, section.title, targets.get(index));
    // The title of an annex is its own entry already.
    for (const block of section.blocks)
      if (isHeading(block) && block.role !== "title") add(parent, headingText(block), targets.get(block));
  }
}

function isHeading(block: FlowBlock): block is FlowParagraph {
  return block.type === "paragraph" && block.outline !== null;
}

function add(parent: Item, title: string, target: { readonly page: unknown; readonly top: number } | undefined): Item {
  const item = parent.addItem(title, { expanded: true });
  if (target !== undefined) item.dictionary.data.Dest = [target.page, "XYZ", null, Math.round(target.top), null];
  return item;
}

function headingText(paragraph: FlowParagraph): string {
  const text = paragraph.runs.map((run) => (run.type === "text" || run.type === "reference" ? run.text : " ")).join("");
  return paragraph.label === null ? text : `${paragraph.label.text} ${text}`;
}
