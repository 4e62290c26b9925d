import type { FlowCell, FlowParagraph, FlowPart, FlowRow, FlowRun, FlowTable } from "../flow/index.ts";
import { textOfRuns } from "./boxes.ts";
import type { LineEnd } from "./layout.ts";

/** How the lines of paragraphs ended. */
export type Ends = Map<FlowParagraph, readonly LineEnd[]>;

/**
 * The table with a cell for each part of a merged one whose words go on over pages: word processors cut such words at the foot of a page, or
 * move them by rules of their own. The lines of the new paragraphs are entered among the `ends`.
 */
export function partedCells(table: FlowTable, ends: Ends): FlowTable {
  if (!table.rows.some(({ cells }) => cells.some(({ parts }) => parts !== undefined))) return table;
  const rows = table.rows.map(({ cells, ...row }): FlowRow & { cells: FlowCell[] } => ({ ...row, cells: [...cells] }));
  for (const [index, { cells }] of table.rows.entries()) {
    let column = 0;
    for (const { parts, ...cell } of cells) {
      if (parts !== undefined) partCell(cell, parts, { rows, index, column, ends });
      column += cell.span;
    }
  }
  return { ...table, rows };
}

type At = {
  readonly rows: readonly (FlowRow & { readonly cells: FlowCell[] })[];
  readonly index: number;
  readonly column: number;
  readonly ends: Ends;
};

function partCell(cell: FlowCell, parts: readonly FlowPart[], { rows, index, column, ends }: At): void {
  let rest = cell.paragraphs;
  let row = index;
  for (const { rows: down, lines } of parts) {
    const [here, later] = cutLines(rest, lines, ends);
    const { rows: _, ...own } = { ...cell, paragraphs: here };
    const cells = rows[row]?.cells ?? [];
    cells[cellAt(cells, column)] = down === 1 ? own : { ...own, rows: down };
    rest = later;
    row += down;
  }
}

function cellAt(cells: readonly FlowCell[], column: number): number {
  let at = 0;
  return cells.findIndex(({ span }) => {
    at += span;
    return at > column;
  });
}

type Cut = readonly [here: readonly FlowParagraph[], later: readonly FlowParagraph[]];

/** Paragraphs up to a line, and those from it on; a cell has one at least. */
function cutLines(paragraphs: readonly FlowParagraph[], lines: number, ends: Ends): Cut {
  let left = lines;
  for (const [index, one] of paragraphs.entries()) {
    const own = ends.get(one) ?? [];
    if (own.length <= left) {
      left -= own.length;
      continue;
    }
    const later = paragraphs.slice(index + 1);
    if (left === 0) return [index === 0 ? [{ ...one, runs: [] }] : paragraphs.slice(0, index), [one, ...later]];
    const [first, second] = cutParagraph(one, own, left);
    ends.set(first, own.slice(0, left));
    const from = textOfRuns(one.runs).length - textOfRuns(second.runs).length;
    ends.set(
      second,
      own.slice(left).map((end) => ({ ...end, at: end.at - from })),
    );
    return [
      [...paragraphs.slice(0, index), first],
      [second, ...later],
    ];
  }
  return [paragraphs, paragraphs.slice(0, 1).map((one) => ({ ...one, runs: [] }))];
}

function cutParagraph(one: FlowParagraph, ends: readonly LineEnd[], lines: number): [FlowParagraph, FlowParagraph] {
  const at = ends[lines - 1]?.at ?? 0;
  const text = textOfRuns(one.runs);
  const gap = /^ *\n?/.exec(text.slice(at))?.[0].length ?? 0;
  return [
    { ...one, runs: cutRuns(one.runs, 0, at), afterPt: 0 },
    { ...one, runs: cutRuns(one.runs, at + gap, text.length), beforePt: 0, bookmark: null },
  ];
}

function cutRuns(runs: readonly FlowRun[], from: number, to: number): FlowRun[] {
  let at = 0;
  return runs.flatMap((run): FlowRun[] => {
    const begin = at;
    const text = run.type === "break" ? "\n" : run.text;
    at += text.length;
    const own = text.slice(Math.max(0, from - begin), Math.max(0, to - begin));
    if (own === "") return [];
    return run.type === "text" || run.type === "reference" ? [{ ...run, text: own }] : [run];
  });
}
