import { mmToPt } from "../../base/units/index.ts";
import { chainHeight } from "./ask-room.ts";
import { isLong, keepsNext } from "./keep.ts";
import { letGo } from "./let-go.ts";
import { type Measured, spaceBetween } from "./measure.ts";
import { placeParagraph } from "./place-paragraph.ts";
import { placeTable } from "./place-table.ts";
import type { Sheets } from "./sheets.ts";

/** What the lower edge of a table and rounding add up to, pt. */
const NEAR = 1;

/** Places the blocks of a section and gives them as they were placed: without what no page could hold together. */
export function paginate(measured: readonly Measured[], sheets: Sheets): readonly Measured[] {
  const { least } = sheets;
  const blocks = letGo(measured, least);
  const placed: Measured[] = [];
  for (const [index, block] of blocks.entries()) {
    if (block.type === "page-break") {
      sheets.newPage(true);
      placed.push(block);
      continue;
    }
    // A chain of keep-with-next moves whole: it needs room for all of it and the first lines of what follows.
    const opensChain = !keepsNext(blocks[index - 1]) || sheets.fresh;
    if (opensChain && keepsNext(block) && !isLong(block) && !sheets.fresh) {
      const height = chainHeight(blocks, index, sheets.afterAbove, least);
      if (!sheets.fits(height)) {
        // A word processor that begins a table where only its lower edge has no room loses rows of it: it is told to go on, and so is one that is not told to keep a paragraph with what is below.
        const near = block.type === "paragraph" && (block.source.loose === true || sheets.fits(height - NEAR));
        sheets.newPage(near);
        if (near) placed.push({ type: "page-break" });
      }
    }
    if (block.type === "table") {
      const bound = keepsNext(block) ? block.edge + chainHeight(blocks, index + 1, 0, least) : 0;
      placed.push(placeTable(block, { bound, ends: index === blocks.length - 1 }, sheets));
      continue;
    }
    placed.push(block);
    if (block.type === "paragraph") placeParagraph(block, sheets);
    else placeChart(block, sheets);
  }
  return placed;
}

function placeChart({ source, before, height, after }: Extract<Measured, { type: "chart" }>, sheets: Sheets): void {
  if (!sheets.fits(spaceBetween(sheets.afterAbove, before) + height) && !sheets.fresh) sheets.newPage();
  sheets.spaceAbove(before);
  sheets.filling.push({ type: "chart", chart: source, x: sheets.left + mmToPt(source.leftMm ?? 0), y: sheets.y });
  sheets.y += height;
  sheets.spaceBelow(after);
}
