import type { Block, Section } from "../../paperwork/document/index.ts";

/** Blocks that stand on sheets which lie one way. */
type SheetRun = Pick<Section, "orientation"> & { readonly blocks: readonly Block[] };

/** A section by runs of sheets that lie one way: none of them is empty, unless the section is. */
export function sheetRuns({ orientation, blocks }: Section): SheetRun[] {
  const runs: { orientation: Section["orientation"]; readonly blocks: Block[] }[] = [{ orientation, blocks: [] }];
  for (const block of blocks) {
    const last = runs.at(-1);
    const turned = block.type === "page-break" ? block.orientation : undefined;
    if (last === undefined || turned === undefined || turned === last.orientation) last?.blocks.push(block);
    else if (isEmpty(last)) last.orientation = turned;
    else runs.push({ orientation: turned, blocks: [] });
  }
  const [first, ...more] = runs;
  return first === undefined ? [] : [first, ...more.filter((run) => !isEmpty(run))];
}

function isEmpty({ blocks }: SheetRun): boolean {
  return blocks.every(({ type }) => type === "page-break");
}
