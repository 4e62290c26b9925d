import { BEHIND_TABLE_PT } from "../flow/index.ts";
import { EPSILON, firstPart, leastOf, rowChain, sumHeights } from "./ask-room.ts";
import { asPlaced, GoingOver, type Own, type Place } from "./going-over.ts";
import type { MeasuredRow, MeasuredTable } from "./measure.ts";
import { placeCell, placeLines, placeRules } from "./place-items.ts";
import type { Sheets } from "./sheets.ts";

/** What is behind a table: the height (pt) of what is bound to its last row, and whether nothing of the section is. */
type Behind = { readonly bound: number; readonly ends: boolean };

/** A table and the sheets that it is placed on. */
type Placing = Own & { readonly sheets: Sheets };

/** Places a table row by row, over pages where it has to, and gives it as it was placed. */
export function placeTable(table: MeasuredTable, { bound, ends }: Behind, sheets: Sheets): MeasuredTable {
  const follow = ends ? BEHIND_TABLE_PT : bound;
  const head = table.rows.slice(0, table.source.headerRows);
  const own: Placing = { table, head, over: new GoingOver(table), split: new Set(), sheets };
  // What is left of a merged cell stands under rules and padding of its own on the next page.
  const most = sheets.least.height - sumHeights(head) - 2 * (table.edge + table.verticalPadding);
  if (!sheets.fits(firstPart(table, sheets.least, ends)) && !sheets.fresh) sheets.newPage();
  // What parts a table from the text above it goes over to the next page with it.
  sheets.y += table.before;
  for (const [index, row] of table.rows.entries()) {
    const isHead = index < head.length && table.source.repeatsHead !== false;
    const need = own.over.need(index, sheets.y);
    const tall = row.splits || need > most;
    const chain = tall ? leastOf(table, row) : isHead ? row.height : rowChain(table.rows, index, follow);
    if (!sheets.fits((tall ? chain : Math.max(chain, need)) + table.edge) && !sheets.fresh && !(isHead && index > 0))
      breakTable(own, index, { repeats: !isHead });
    const height = Math.max(row.height, own.over.need(index, sheets.y));
    own.over.begin(row, index, { page: sheets.page, top: sheets.y });
    if (sheets.fits(height + table.edge)) placeRow(own, { ...row, height }, false);
    else splitRow(own, row, index);
    own.over.end(index, placeOn(sheets));
  }
  sheets.y += table.edge;
  sheets.afterAbove = 0;
  return asPlaced(own);
}

/** What ends where the page is filled up to. */
function placeOn({ page, left, y }: Sheets): Place {
  return { page, left, bottom: y };
}

/** A table goes on on the next page before a row, or inside it. */
function breakTable(own: Placing, index: number, { repeats = true, inside = false }): void {
  const { table, head, over, sheets } = own;
  over.leave(index, placeOn(sheets), inside);
  sheets.newPage();
  if (repeats && table.source.repeatsHead !== false) for (const row of head) placeRow(own, row, true);
  over.goOn(sheets.page, sheets.y);
}

function placeRow({ table, sheets }: Placing, row: MeasuredRow, repeated: boolean): void {
  const at = { x: sheets.left, y: sheets.y, repeated };
  for (const cell of row.cells)
    if (!cell.goesOver) placeCell(sheets.filling, table, cell, { ...at, height: cell.down ?? row.height });
  sheets.y += row.height;
  sheets.fresh = false;
}

/** A row taller than a page goes on over pages line by line; nothing is cut off. */
function splitRow(own: Placing, row: MeasuredRow, index: number): void {
  const { table, over, split, sheets } = own;
  const { left } = sheets;
  split.add(index);
  const cells = [...row.cells.filter(({ goesOver }) => !goesOver), ...over.take(index, placeOn(sheets))];
  const queues = cells.map((cell) =>
    cell.paragraphs.flatMap((paragraph) => paragraph.lines.map((_, line) => ({ paragraph, line }))),
  );
  // What stands under the text of a whole row stands under that of a part, too.
  const foot = sheets.bottom - table.verticalPadding - table.edge;
  while (queues.some((queue) => queue.length > 0)) {
    const top = sheets.y;
    let lowest = top;
    for (const [at, queue] of queues.entries()) {
      const cell = cells[at];
      let y = top + table.rule + table.verticalPadding;
      let next = queue[0];
      while (cell !== undefined && next !== undefined && y + next.paragraph.lineHeight <= foot + EPSILON) {
        const x = left + table.x + cell.x + table.padding;
        placeLines(sheets.filling, next.paragraph, { x, y }, [next.line, next.line + 1]);
        y += next.paragraph.pitch;
        queue.shift();
        next = queue[0];
      }
      lowest = Math.max(lowest, y);
    }
    const bottom = lowest + table.verticalPadding;
    for (const cell of cells)
      if (cell.source.rules !== "none") placeRules(sheets.filling, table, cell, { left, top, bottom });
    sheets.y = bottom;
    if (queues.some((queue) => queue.length > 0)) breakTable(own, index, { inside: true });
  }
}
