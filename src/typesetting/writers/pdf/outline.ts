import { type Flow, type FlowParagraph, sectionHeadings } from "../../flow/index.ts";

type Item = {
  readonly addItem: (title: string, options?: object) => Item;
  readonly dictionary: { readonly data: { Dest?: unknown } };
};
/** What of the library the outline needs. */
export type OutlineHost = { readonly outline: Item & { options: object } };
type Target = { readonly page: unknown; readonly top: number };
type Targets = ReadonlyMap<FlowParagraph | number, Target>;

/** Bookmarks: every heading under the nearest one above its level; an annex without a heading by its name. */
export function addOutline(host: OutlineHost, flow: Flow, targets: Targets): void {
  const open: Item[] = [host.outline];
  for (const [index, section] of flow.sections.entries()) {
    const headings = sectionHeadings(section);
    if (!section.goesOn) open.length = 1;
    for (const heading of headings) {
      open.length = heading.outline;
      open.push(add(open.at(-1) ?? host.outline, headingText(heading), targets.get(heading)));
    }
    if (headings.length === 0 && index > 0 && !section.goesOn) add(host.outline, section.title, targets.get(index));
  }
}

function add(parent: Item, title: string, target: Target | undefined): Item {
  const item = parent.addItem(title, { expanded: true });
  if (target !== undefined) item.dictionary.data.Dest = [target.page, "XYZ", null, Math.round(target.top), null];
  return item;
}

function headingText(paragraph: FlowParagraph): string {
  const text = paragraph.runs.map((run) => (run.type === "text" || run.type === "reference" ? run.text : " ")).join("");
  return paragraph.label === null ? text : `${paragraph.label.text} ${text}`;
}
