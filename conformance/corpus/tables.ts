import type { Block, CellAlign, ChartBlock, Inlines, TableCell, TableRow } from "../../src/paperwork/document/index.ts";
import type { Random } from "./random.ts";
import { date, initialsFirst, phrase, plain, rich, sentences, surnameFirst } from "./text.ts";

/** What the rows of a table are like. */
export type TableShape = "ordinary" | "long cells" | "taller than a page" | "long head" | "many rows";

/** A table of 2–9 columns with merged cells, subheadings and sums. */
export function table(random: Random, shape: TableShape): Block {
  const columns = random.int(2, 9);
  // Many columns are about equal: the narrowest holds a few characters of a long word at least.
  const [least, most] = columns > 5 ? [3, 5] : [2, 7];
  const widths = Array.from({ length: columns }, (_, index) => (index === 0 ? 2 : random.int(least, most)));
  const [low, high] = shape === "many rows" ? [20, 45] : shape === "taller than a page" ? [1, 5] : [1, 14];
  const tall = random.int(0, 3);
  const widest = widths.indexOf(Math.max(...widths));
  const rows = random.times(low, high, (index) =>
    bodyRow(random, columns, shape, shape === "taller than a page" && index === tall ? widest : null, index),
  );
  const total: TableRow[] = random.chance(0.3)
    ? [{ kind: "total", cells: spread(random, columns, () => plain(String(random.int(1, 9999))), "right") }]
    : [];
  const headers = random.chance(0.1) ? 0 : random.chance(0.2) ? 2 : 1;
  return {
    type: "table",
    caption: random.chance(0.5) ? phrase(random, 2, 14) : null,
    widths,
    header: Array.from({ length: headers }, () => headRow(random, columns, shape)),
    rows: [...rows, ...total],
  };
}

function headRow(random: Random, columns: number, shape: TableShape): TableRow {
  const words = shape === "long head" ? 9 : 3;
  return { kind: "data", cells: spread(random, columns, () => plain(phrase(random, 1, words)), "center") };
}

function bodyRow(
  random: Random,
  columns: number,
  shape: TableShape,
  tallColumn: number | null,
  index: number,
): TableRow {
  if (random.chance(0.06))
    return {
      kind: "group",
      cells: [{ paragraphs: [plain(phrase(random, 1, 8))], span: columns, align: "left" }],
    };
  const align = random.pick<CellAlign>(["left", "left", "center", "right"]);
  let at = 0;
  const cells = spread(
    random,
    columns,
    () => {
      const here = at++;
      if (here === 0 && random.chance(0.7)) return plain(`${index + 1}.`);
      if (here === tallColumn) return rich(random, sentences(random, 8, 26));
      return cellText(random, shape);
    },
    align,
  );
  return { kind: "data", cells };
}

/** Cells over all the columns; some are merged with their neighbours, some hold several paragraphs. */
function spread(random: Random, columns: number, text: () => Inlines, align: CellAlign): TableCell[] {
  const cells: TableCell[] = [];
  for (let column = 0; column < columns; ) {
    const span = random.chance(0.06) ? Math.min(columns - column, random.int(2, 3)) : 1;
    const paragraphs = [text()];
    if (random.chance(0.05)) paragraphs.push(plain(phrase(random, 1, 4)));
    cells.push({ paragraphs, span, align });
    column += span;
  }
  return cells;
}

function cellText(random: Random, shape: TableShape): Inlines {
  const long = shape === "long cells" && random.chance(0.4);
  if (long) return rich(random, sentences(random, 1, 2));
  const makers = [
    () => phrase(random, 1, 6),
    () => phrase(random, 1, 3, 0.4),
    () => date(random),
    () => String(random.int(0, 99_999)),
    () => surnameFirst(random),
    () => initialsFirst(random),
    () => "",
    () => "–",
  ];
  return plain(random.pick(makers)());
}

export function chart(random: Random): ChartBlock {
  const series = random.int(1, 3);
  const categories = random.times(1, 9, () => phrase(random, 1, 5));
  return {
    type: "chart",
    form: random.pick(["bar", "column"]),
    title: phrase(random, 2, 8),
    alt: phrase(random, 4, 14),
    unit: random.pick(["чел.", "%", ""]),
    categories,
    series: Array.from({ length: series }, () => ({
      name: phrase(random, 1, 2),
      values: categories.map(() => random.int(0, 400)),
    })),
  };
}
