/** Steps, as shares of the width, by which columns give to one another. */
const STEPS = [0.04, 0.02, 0.01, 0.005];
/** Lines are not filled to their end. */
const RAGGED = 1.12;
const ROUNDS = 40;

/**
 * Widths of columns, mm, that together take `width` and make the rows lowest: one column gives to another as long as that lowers the table.
 *
 * @param lines for every column the text of its cell in each row, set in one line, mm
 * @param floors the least width of every column
 */
export function balanceColumns(
  lines: readonly (readonly number[])[],
  floors: readonly number[],
  { width, padding }: { readonly width: number; readonly padding: number },
): number[] {
  const widths = beginning(lines, floors, width);
  const table = new Heights(lines, padding);
  let height = table.of(widths);
  for (const step of STEPS.map((share) => share * width)) {
    for (let round = 0; round < ROUNDS; round++) {
      const move = bestMove(widths, floors, step, table);
      if (move === null || move.height >= height - 1e-9) break;
      height = move.height;
      widths[move.from] = (widths[move.from] as number) - step;
      widths[move.to] = (widths[move.to] as number) + step;
    }
  }
  return widths;
}

/** What is left over goes to the columns by what they would need for one line. */
function beginning(lines: readonly (readonly number[])[], floors: readonly number[], width: number): number[] {
  const most = lines.map((column, index) => Math.max(floors[index] as number, ...column));
  const [least, whole] = [floors, most].map((list) => list.reduce((sum, one) => sum + one, 0)) as [number, number];
  const rest = Math.max(0, width - least);
  if (whole <= width) return most.map((one) => (one / whole) * width);
  return floors.map((floor, index) => floor + (((most[index] as number) - floor) * rest) / (whole - least));
}

/** How high the rows of a table are, in lines. */
class Heights {
  readonly #lines: readonly (readonly number[])[];
  readonly #padding: number;

  constructor(lines: readonly (readonly number[])[], padding: number) {
    this.#lines = lines;
    this.#padding = padding;
  }

  of(widths: readonly number[]): number {
    const rows = this.#lines[0]?.length ?? 0;
    let height = 0;
    for (let row = 0; row < rows; row++) height += this.ofRow(row, widths);
    return height;
  }

  ofRow(row: number, widths: readonly number[]): number {
    let highest = 1;
    for (let column = 0; column < widths.length; column++) {
      const line = this.#lines[column]?.[row] ?? 0;
      const room = (widths[column] as number) - this.#padding;
      if (line > room) highest = Math.max(highest, (line * RAGGED) / room);
    }
    return highest;
  }
}

/** How high each row is at these widths, in lines. */
export function rowHeights(
  lines: readonly (readonly number[])[],
  widths: readonly number[],
  padding: number,
): number[] {
  const table = new Heights(lines, padding);
  return (lines[0] ?? []).map((_, row) => table.ofRow(row, widths));
}

type Move = { readonly from: number; readonly to: number; readonly height: number };

/** The column that loses least by a step gives it to the one that gains most. */
function bestMove(widths: number[], floors: readonly number[], step: number, table: Heights): Move | null {
  let best: Move | null = null;
  for (let from = 0; from < widths.length; from++) {
    if ((widths[from] as number) - step < (floors[from] as number)) continue;
    widths[from] = (widths[from] as number) - step;
    for (let to = 0; to < widths.length; to++) {
      if (to === from) continue;
      widths[to] = (widths[to] as number) + step;
      const height = table.of(widths);
      if (best === null || height < best.height) best = { from, to, height };
      widths[to] = (widths[to] as number) - step;
    }
    widths[from] = (widths[from] as number) + step;
  }
  return best;
}
