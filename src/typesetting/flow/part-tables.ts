import type { ComposeContext } from "./compose-context.ts";
import type { FlowBlock, FlowCell, FlowParagraph, FlowRow, FlowTable } from "./flow.ts";

/** Height of the paragraph without which no section can end behind a table. */
export const BEHIND_TABLE_PT = 1;
/** Least height of the paragraph without which two tables would run into one. */
const BETWEEN_TABLES_PT = 1.2;

/**
 * Hands the space around tables over to what stands there, as somebody would who writes by hand: under a table to the next paragraph,
 * above one to the first paragraphs of its cells or, where its first row is framed, to the paragraph above. What is left in `beforePt`
 * is the height of a paragraph between two tables. Neighbours of the same columns that only place things become one table, and a table
 * that only places one text is no table, but paragraphs with room at their sides.
 */
export function partTables(
  blocks: readonly FlowBlock[],
  { profile: { styles }, textWidthMm }: Pick<ComposeContext, "profile" | "textWidthMm">,
): FlowBlock[] {
  const lower = (paragraph: FlowParagraph, by: number): FlowParagraph =>
    by === 0 ? paragraph : { ...paragraph, beforePt: (paragraph.beforePt ?? styles[paragraph.style].beforePt) + by };
  const parted: FlowBlock[] = [];
  let owed = 0;
  for (const block of blocks) {
    const above = parted.at(-1);
    const free = block.type === "table" ? freed(block, textWidthMm) : undefined;
    const last = free?.at(-1);
    if (block.type === "table" && free && last) {
      // What stands under a paragraph and what stands above the next one do not add up: all of it goes to the next one.
      const own = last.afterPt ?? styles[last.style].afterPt;
      const ended = own === 0 ? free : [...free.slice(0, -1), { ...last, afterPt: 0 }];
      parted.push(...ended.map((one, index) => (index === 0 ? lower(one, owed + block.beforePt) : one)));
      owed = own + block.afterPt;
      continue;
    }
    if (block.type !== "table") parted.push(block.type === "paragraph" ? lower(block, owed) : block);
    else {
      const beforePt = owed + block.beforePt;
      const table = { ...block, beforePt: 0, afterPt: 0 };
      const open = isOpen(block);
      const lowered = { ...table, rows: open ? lowerRows(block.rows, (one) => lower(one, beforePt)) : block.rows };
      if (above?.type === "table" && open && isAlike(above, block))
        parted[parted.length - 1] = { ...above, rows: [...above.rows, ...lowered.rows] };
      else if (above?.type === "table")
        parted.push({
          ...(open ? { ...table, rows: lowerRows(block.rows, (one) => lower(one, block.beforePt)) } : table),
          beforePt: Math.max(BETWEEN_TABLES_PT, open ? owed : beforePt),
        });
      else if (beforePt === 0 || open) parted.push(lowered);
      else if (above?.type === "paragraph") {
        parted[parted.length - 1] = { ...above, afterPt: (above.afterPt ?? styles[above.style].afterPt) + beforePt };
        parted.push(table);
      } else if (above?.type === "chart") {
        parted[parted.length - 1] = { ...above, afterPt: (above.afterPt ?? 0) + beforePt };
        parted.push(table);
      } else parted.push({ ...table, beforePt });
    }
    owed = block.type === "table" ? block.afterPt : 0;
  }
  return parted;
}

/** The paragraphs of a table in which one cell has a text and nothing is drawn; undefined: it is another one. */
function freed({ semantics, indentMm, columnsMm, rows }: FlowTable, textWidthMm: number): FlowParagraph[] | undefined {
  const [row, ...more] = rows;
  if (semantics !== "layout" || row === undefined || more.length > 0 || row.heightMm !== undefined) return undefined;
  let [column, rightMm] = [0, textWidthMm - indentMm];
  const found: FlowParagraph[][] = [];
  for (const { rules, span, paragraphs } of row.cells) {
    const leftMm = textWidthMm - rightMm;
    for (const width of columnsMm.slice(column, column + span)) rightMm -= width;
    column += span;
    if (rules !== "none") return undefined;
    if (paragraphs.every(({ runs }) => runs.length === 0)) continue;
    const sides = { leftMm, rightMm: Math.max(0, rightMm) };
    found.push(
      paragraphs.map((one, index) => ({
        ...one,
        sides,
        keepNext: one.keepNext || row.keepNext || index < paragraphs.length - 1,
      })),
    );
  }
  return found.length === 1 ? found[0] : undefined;
}

/** Whether space above the text of the first row is space above the table: nothing is drawn there. */
function isOpen({ semantics, rows }: FlowTable): boolean {
  return semantics === "layout" && rows[0]?.cells.every(({ rules }) => rules !== "all") === true;
}

function isAlike(above: FlowTable, table: FlowTable): boolean {
  const measures = ({ semantics, indentMm, columnsMm, paddingMm, verticalPaddingMm, rulePt }: FlowTable): string =>
    JSON.stringify([semantics, indentMm, columnsMm, paddingMm, verticalPaddingMm, rulePt]);
  return measures(above) === measures(table);
}

function lowerRows(
  [first, ...rest]: readonly FlowRow[],
  lower: (paragraph: FlowParagraph) => FlowParagraph,
): FlowRow[] {
  if (first === undefined) return [];
  const cells = first.cells.map(
    (cell): FlowCell => ({
      ...cell,
      paragraphs: cell.paragraphs.map((one, index) => (index === 0 ? lower(one) : one)),
    }),
  );
  return [{ ...first, cells }, ...rest];
}
