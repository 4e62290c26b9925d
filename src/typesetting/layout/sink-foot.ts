import { mmToWholePt } from "../../base/units/index.ts";
import type { Flow, FlowBlock, FlowParagraph } from "../flow/index.ts";
import type { PlacedItem, PlacedLine, Unnumbered } from "./layout.ts";

/** A word processor that rounds otherwise must not push the last line over to another page, pt. */
const SPARE = 2;
/** Letters hang so far below their line, in times their size. */
const DESCENT = 0.25;

/**
 * The flow with the paragraphs of the style `foot` (place and year of a cover) moved to the lower margin of their page: the space before the
 * first of them takes all that is free below the last one. The same flow when there are none.
 */
export function sinkFoot(flow: Flow, pages: readonly Unnumbered[]): Flow {
  const spaces = new Map<FlowBlock, number>();
  for (const { section, items } of pages) {
    const last = items.findLast(isOwned);
    if (last?.owner.style !== "foot") continue;
    const first = items.find((item): item is Owned => isOwned(item) && item.owner.style === "foot");
    const page = flow.sections[section]?.page;
    if (first === undefined || page === undefined) continue;
    const style = flow.profile.styles.foot;
    const bottom = mmToWholePt(page.heightMm) - mmToWholePt(page.bottomMm);
    const free = Math.floor(bottom - last.y - style.sizePt * DESCENT - SPARE);
    if (free > 0) spaces.set(first.owner, (first.owner.beforePt ?? style.beforePt) + free);
  }
  if (spaces.size === 0) return flow;
  const sunk = (block: FlowBlock): FlowBlock => {
    const beforePt = spaces.get(block);
    return beforePt === undefined || block.type !== "paragraph" ? block : { ...block, beforePt };
  };
  return { ...flow, sections: flow.sections.map((section) => ({ ...section, blocks: section.blocks.map(sunk) })) };
}

function isOwned(item: PlacedItem): item is Owned {
  return item.type === "line" && item.owner !== null;
}

type Owned = PlacedLine & { readonly owner: FlowParagraph };
