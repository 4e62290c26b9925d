import type { TableCell as MdastCell } from "mdast";
import { type Text, text } from "../../base/diagnostics/index.ts";
import type { TableCell, TableRow } from "../../paperwork/document/index.ts";

/** A row as it was read: a cell a column, or one over all of them where nothing may be merged. */
export type ReadRow = { readonly row: TableRow; readonly nodes: readonly MdastCell[] };

/** Says that a cell is not merged as it is written. */
type Refuse = (node: MdastCell, message: Text) => void;

/** A cell of the grid with the columns and rows that it has taken so far. */
type Owner = { readonly cell: TableCell; readonly row: number; readonly column: number; width: number; height: number };

/**
 * Cells written `^` go to the cell above, cells written `<` to the cell at the left: `| Участники | < |` over `| всего | из них дети |`.
 * What is merged is a rectangle; the cells that one above goes over stay in their rows without words. A sign that comes out of a value,
 * or stands behind a backslash, is an ordinary text.
 */
export function mergeCells(rows: readonly ReadRow[], refuse: Refuse): TableRow[] {
  const grid: Owner[][] = [];
  for (const [index, { row, nodes }] of rows.entries()) {
    const above = grid.at(-1) ?? [];
    const own = row.kind === "group" ? [] : ownersOf(row, { nodes, index, above }, refuse);
    closeRow(own, { nodes, index, above }, refuse);
    grid.push(own);
  }
  return rows.map(({ row }, index) =>
    row.kind === "group" ? row : { ...row, cells: cellsOf(grid[index] ?? [], index) },
  );
}

type Line = {
  readonly nodes: readonly MdastCell[];
  readonly index: number;
  readonly above: readonly Owner[];
};

function ownersOf({ cells }: TableRow, { nodes, index, above }: Line, refuse: Refuse): Owner[] {
  const own: Owner[] = [];
  for (const [column, cell] of cells.entries()) {
    const node = nodes[column];
    const sign = node === undefined ? null : signOf(node);
    const taken = sign === "^" ? above[column] : sign === "<" ? own[column - 1] : undefined;
    if (node !== undefined && sign !== null && taken === undefined) refuse(node, NOTHING[sign]);
    else if (sign === "<" && taken?.row === index) taken.width++;
    const made = { cell: sign === null ? cell : { ...cell, paragraphs: [] }, row: index, column, width: 1, height: 1 };
    own.push(taken ?? made);
  }
  return own;
}

/** Cells taken from the row above go on there over all of their columns, or the merged cell would be no rectangle. */
function closeRow(own: readonly Owner[], { nodes, index, above }: Line, refuse: Refuse): void {
  for (const [column, owner] of own.entries()) {
    if (owner.row === index) continue;
    const whole = above.every((one, at) => one !== owner || own[at] === owner) && above[column] === owner;
    const node = nodes[column];
    if (!whole && node !== undefined) refuse(node, NO_RECTANGLE);
    if (own.indexOf(owner) === column) owner.height++;
  }
}

function cellsOf(owners: readonly Owner[], row: number): TableCell[] {
  return owners.flatMap((owner, column): TableCell[] => {
    if (owners.indexOf(owner) !== column) return [];
    const { cell, width, height } = owner;
    if (owner.row !== row) return [{ paragraphs: [], span: width, rows: 0, align: cell.align }];
    return [height === 1 ? { ...cell, span: width } : { ...cell, span: width, rows: height }];
  });
}

/** The sign that a cell consists of, as the template has it. */
function signOf({ children: [only, ...rest] }: MdastCell): "^" | "<" | null {
  if (only?.type !== "text" || rest.length > 0) return null;
  const escaped = only.position?.end.offset !== (only.position?.start.offset ?? 0) + 1;
  return !escaped && (only.value === "^" || only.value === "<") ? only.value : null;
}

const NOTHING = {
  "^": text("Над ячейкой «^» нет ячейки, к которой её присоединить", "There is no cell above “^” to merge it with"),
  "<": text(
    "Слева от ячейки «<» нет ячейки, к которой её присоединить",
    "There is no cell at the left of “<” to merge it with",
  ),
};
const NO_RECTANGLE = text(
  "Объединённая ячейка – не прямоугольник: она заняла бы и чужое место",
  "The merged cell is no rectangle: it would take the place of others too",
);
