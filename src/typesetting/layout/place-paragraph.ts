import { EPSILON, leastOfNotes } from "./ask-room.ts";
import { type MeasuredParagraph, stackHeight } from "./measure.ts";
import { wholeNotes } from "./note-parts.ts";
import { placeLines } from "./place-items.ts";
import type { Sheets } from "./sheets.ts";

/** Places a paragraph line by line, over pages where it has to, with its footnotes at the foot of each. */
export function placeParagraph(block: MeasuredParagraph, sheets: Sheets): void {
  sheets.spaceAbove(block.before);
  const count = block.lines.length;
  let start = 0;
  while (start < count) {
    const take = linesHere(block, start, sheets);
    if (take === 0) {
      sheets.newPage();
      continue;
    }
    placeLines(sheets.filling, block, { x: sheets.left, y: sheets.y }, [start, start + take]);
    const notes = (block.notes ?? []).slice(start, start + take).flat();
    sheets.addNotes(wholeNotes(notes), sheets.y + (take - 1) * block.pitch + block.lineHeight);
    sheets.y += take * block.pitch;
    start += take;
    if (start < count) sheets.newPage();
  }
  sheets.spaceBelow(block.after);
}

/** How many lines from `start` stand on this page by widow and orphan control. */
function linesHere(block: MeasuredParagraph, start: number, sheets: Sheets): number {
  const count = block.lines.length - start;
  const room = linesWithRoom(block, start, sheets);
  if (count <= room) return count;
  const { orphanLines, widowLines } = sheets.least;
  const first = start === 0;
  if (sheets.fresh) return Math.max(1, Math.min(room, first ? count - Math.min(widowLines, count - 1) : room));
  if (block.keepLines) return 0;
  const take = Math.min(room, count - widowLines);
  return take >= (first ? orphanLines : 1) ? take : 0;
}

/** How many lines from `start` there is room for, each with the footnotes that it refers to, the last of which may go on over the page. */
function linesWithRoom(block: MeasuredParagraph, start: number, sheets: Sheets): number {
  const lines = (height: number): number =>
    Math.max(0, Math.floor((height - sheets.y - block.lineHeight + EPSILON) / block.pitch) + 1);
  let { bottom } = sheets;
  const most = Math.min(block.lines.length - start, lines(bottom));
  if (block.notes === undefined) return most;
  for (let count = 0; count < most; count++) {
    const notes = block.notes[start + count] ?? [];
    const opens = notes.length > 0 && sheets.notes.length === 0 && bottom === sheets.bottom;
    const over = opens ? sheets.least.overNotes : 0;
    if (lines(bottom - over - leastOfNotes(notes)) <= count) return count;
    bottom -= over + stackHeight(notes);
    if (lines(bottom) <= count) return count + 1;
  }
  return most;
}
