import { type Flow, type FlowParagraph, sectionHeadings } from "../../flow/index.ts";

type Item = {
  readonly addItem: (title: string, options?: object) => Item;
  readonly dictionary: { readonly data: { Dest?: unknown } };
};
/** What of the library the outline needs. */
export type OutlineHost = { readonly outline: Item & { options: object } };
type Target = { readonly page: unknown; readonly top: number };
type Targets = ReadonlyMap<FlowParagraph | number, Target>;

/**
 * Bookmarks: every heading under the nearest one above its level; an annex without a heading by its name.
 *
 * @param several whether it is one of several documents: all of them stand under its title
 */
export function addOutline(host: OutlineHost, flow: Flow, targets: Targets, several: boolean): void {
  const root = several ? add(host.outline, flow.meta.title, targets.get(0)) : host.outline;
  const open: Item[] = [root];
  for (const [index, section] of flow.sections.entries()) {
    const headings = sectionHeadings(section);
    if (!section.goesOn) open.length = 1;
    for (const heading of headings) {
      open.length = heading.outline;
      open.push(add(open.at(-1) ?? root, headingText(heading), targets.get(heading)));
    }
    if (headings.length === 0 && index > 0 && !section.goesOn) add(root, section.title, targets.get(index));
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
