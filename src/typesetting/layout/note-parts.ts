import { mmToPt } from "../../base/units/index.ts";
import type { Profile } from "../flow/index.ts";
import { EPSILON } from "./ask-room.ts";
import type { PlacedItem } from "./layout.ts";
import type { MeasuredParagraph } from "./measure.ts";
import { placeLines } from "./place-items.ts";

/** Lines of a footnote that stand on a page. */
export type NotePart = { readonly note: MeasuredParagraph; readonly from: number; readonly to: number };

/** Footnotes as they stand before a page parts them. */
export function wholeNotes(notes: readonly MeasuredParagraph[]): NotePart[] {
  return notes.map((note) => ({ note, from: 0, to: note.lines.length }));
}

/** What of footnotes has room (pt) on a page, a line of the first one at least, and what is carried over to the next one. */
export function partNotes(
  parts: readonly NotePart[],
  room: number,
): { readonly here: readonly NotePart[]; readonly rest: readonly NotePart[] } {
  const here: NotePart[] = [];
  let left = room;
  for (const [index, part] of parts.entries()) {
    const { note, from, to } = part;
    const end = Math.min(to, from + Math.max(1, Math.floor((left + EPSILON) / note.pitch)));
    here.push({ note, from, to: end });
    left -= (end - from) * note.pitch;
    if (end < to) return { here, rest: [{ note, from: end, to }, ...parts.slice(index + 1)] };
  }
  return { here, rest: [] };
}

/** Height of parts of footnotes, pt. */
export function notesHeight(parts: readonly NotePart[]): number {
  return parts.reduce((sum, { note, from, to }) => sum + (to - from) * note.pitch, 0);
}

/** Puts the footnotes of a page on it, under `top` (pt) and a rule in the middle of the room that parts them from the text. */
export function placeNotes(
  page: PlacedItem[],
  parts: readonly NotePart[],
  { x, top, over }: { readonly x: number; readonly top: number; readonly over: number },
  { footnotes: { ruleMm, rulePt } }: Profile,
): void {
  const middle = top + over / 2;
  page.push({ type: "rule", x1: x, y1: middle, x2: x + mmToPt(ruleMm), y2: middle, widthPt: rulePt });
  let y = top + over;
  for (const { note, from, to } of parts) {
    placeLines(page, note, { x, y }, [from, to]);
    y += (to - from) * note.pitch;
  }
}
