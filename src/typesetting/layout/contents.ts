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
  // The space parts the number from the words for those who listen.
  const shown = ` ${leader.text}`;
  const number = piece(widthPt - face.widthOf(shown) * scale, shown);
  const dot = face.widthOf(".") * scale;
  const dots = Math.max(0, Math.floor((number.x - end) / dot));
  const filled = (count: number): LinePiece => ({ ...piece(number.x - count * dot, ".".repeat(count)), leader: true });
  // A full line leaves no room for the number: it goes to a line of its own, as behind a tab in the word processor.
  if (end + dot > number.x) return [...lines, { ...last, pieces: [filled(Math.floor(number.x / dot)), number] }];
  return [...lines.slice(0, -1), { ...last, pieces: [...last.pieces, filled(dots), number] }];
}
