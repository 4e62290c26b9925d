import type { ParagraphStyle } from "../../paperwork/schemas/index.ts";
import { type Flow, type FlowBlock, type FlowEntry, isEntry } from "../flow/index.ts";
import type { Face } from "../fonts/index.ts";
import type { Line } from "./break-lines.ts";
import type { LinePiece, Unnumbered } from "./layout.ts";

/** The flow with the numbers of the pages that its table of contents leads to; the same flow when nothing changed. */
export function fillContents(flow: Flow, pages: readonly Unnumbered[]): Flow {
  const leads = flow.sections.some(({ blocks }) => blocks.some(isEntry));
  if (!leads) return flow;
  const numbers = pagesOfTargets(pages);
  let changed = false;
  const fill = (block: FlowBlock): FlowBlock => {
    if (!isEntry(block)) return block;
    const text = String(numbers.get(block.leader.target) ?? "");
    if (text === block.leader.text) return block;
    changed = true;
    return { ...block, leader: { ...block.leader, text } };
  };
  const sections = flow.sections.map((section) => ({ ...section, blocks: section.blocks.map(fill) }));
  return changed ? { ...flow, sections } : flow;
}

function pagesOfTargets(pages: readonly Unnumbered[]): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const page of pages) {
    for (const item of page.items) {
      const bookmark = item.type === "line" ? item.owner?.bookmark : null;
      if (bookmark != null && !numbers.has(bookmark)) numbers.set(bookmark, page.ordinal);
    }
  }
  return numbers;
}

/** The least width of a tab, pt: a twip. */
const LEAST_TAB_PT = 0.05;

/** The last line of an entry goes on with dots to its number, which ends at the right edge. Lengths in pt. */
export function withLeader(
  lines: readonly Line[],
  leader: FlowEntry["leader"],
  { style, widthPt, face }: { readonly style: ParagraphStyle; readonly widthPt: number; readonly face: Face },
): Line[] {
  const last = lines.at(-1);
  if (last === undefined) return [];
  const scale = style.sizePt / 1000;
  const piece = (x: number, text: string): LinePiece => ({
    x,
    face,
    sizePt: style.sizePt,
    text,
    spacing: 0,
    label: false,
  });
  const end = Math.max(
    0,
    ...last.pieces.map(({ x, text, face: own, sizePt }) => x + own.widthOf(text) * (sizePt / 1000)),
  );
  const number = piece(widthPt - face.widthOf(leader.text) * scale, leader.text);
  // A full line leaves no room for the number: it goes to a line of its own, as behind a tab in the word processor, which may be of no width.
  const below = number.x - end < LEAST_TAB_PT;
  const room = number.x - (below ? 0 : end);
  // The space parts the number from the words for those who listen, however little of it is seen.
  const wide = Math.min(room, face.widthOf(" ") * scale);
  const space = { ...piece(number.x - wide, " "), sizePt: (wide / face.widthOf(" ")) * 1000 };
  const dot = face.widthOf(".") * scale;
  const dots = Math.floor((room - wide) / dot);
  const filled: LinePiece = { ...piece(space.x - dots * dot, ".".repeat(dots)), leader: true };
  if (below) return [...lines, { ...last, pieces: [filled, space, number] }];
  return [...lines.slice(0, -1), { ...last, pieces: [...last.pieces, ...(dots > 0 ? [filled] : []), space, number] }];
}
