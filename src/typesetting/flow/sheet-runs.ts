import type { Block, Section } from "../../paperwork/document/index.ts";

/** Blocks that stand on sheets which lie one way; `bare`: the first of them carries no number. */
type SheetRun = Pick<Section, "orientation"> & { readonly bare: boolean; readonly blocks: readonly Block[] };

/** A section by runs of sheets that lie one way, or that begin with a page without a number: none of them is empty, unless the section is. */
export function sheetRuns({ orientation, blocks }: Section): SheetRun[] {
  type Open = { orientation: Section["orientation"]; bare: boolean; readonly blocks: Block[] };
  const runs: Open[] = [{ orientation, bare: false, blocks: [] }];
  for (const block of blocks) {
    const last = runs.at(-1);
    const { orientation: turned, bare = false } = block.type === "page-break" ? block : { orientation: undefined };
    const lies = turned ?? last?.orientation ?? orientation;
    if (last === undefined || (!bare && lies === last.orientation)) last?.blocks.push(block);
    else if (isEmpty(last)) Object.assign(last, { orientation: lies, bare });
    else runs.push({ orientation: lies, bare, blocks: [] });
  }
  const [first, ...more] = runs;
  return first === undefined ? [] : [first, ...more.filter((run) => !isEmpty(run))];
}

function isEmpty({ blocks }: SheetRun): boolean {
  return blocks.every(({ type }) => type === "page-break");
}
