import type { TableRow as MdastRow, PhrasingContent, Table } from "mdast";
import type { ContainerDirective } from "mdast-util-directive";
import { type Text, text } from "../../base/diagnostics/index.ts";
import {
  type CellAlign,
  type ChartBlock,
  inlinesText,
  type TableBlock,
  type TableCell,
  type TableRow,
} from "../../paperwork/document/index.ts";
import type { BuildContext } from "./build-context.ts";
import { FINDINGS } from "./findings.ts";
import { mergeCells } from "./merge-cells.ts";
import { numberedWords } from "./number-caption.ts";

type Attributes = ContainerDirective["attributes"] | null;

/**
 * A GFM table → a table of the tree. `widths` are shares of the text width, one a column; measured from the text when there are none.
 * `head-rows` says how many rows make the head, `row-head` which column heads the rows.
 */
export function buildTable(context: BuildContext, table: Table, attributes: Attributes): TableBlock {
  const columns = table.align?.length ?? table.children[0]?.children.length ?? 1;
  const aligns = (table.align ?? []).map((align): CellAlign => align ?? "left");
  const heads = count(context, table, { attributes, name: "head-rows", most: table.children.length }) ?? 1;
  const rowHead = count(context, table, { attributes, name: "row-head", most: columns });
  const merged = (nodes: readonly MdastRow[]): TableRow[] =>
    mergeCells(
      nodes.map((node) => ({ row: row(context, node, aligns, columns), nodes: node.children })),
      (node, message) => context.report(FINDINGS.TRC3307, node, { message, hints: MERGING }),
    );
  const header = merged(table.children.slice(0, heads));
  const empty = header.every(({ cells }) =>
    cells.every(({ paragraphs }) => paragraphs.every((inlines) => inlines.length === 0)),
  );
  if (empty && rowHead === null) context.report(FINDINGS.TRC3321, table, HEADLESS);
  const { words, ...numbered } = numberedWords(context, table, { type: "table", attributes, name: "caption" });
  return {
    type: "table",
    ...numbered,
    caption: words,
    ...(rowHead === null ? {} : { rowHead }),
    widths: shares(context, table, context.attribute(attributes, "widths"), columns),
    header: empty ? [] : header,
    rows: merged(table.children.slice(heads)),
  };
}

const HEADLESS: Wrong = {
  message: text(
    "У таблицы нет заголовков ни граф, ни строк",
    "The table has no headings, neither of columns nor of rows",
  ),
  hints: text(
    "Напишите слова в первой строке или назовите графу, чьи ячейки – заголовки строк: :::table{row-head=1}",
    "Write words in the first row, or name the column whose cells head the rows: :::table{row-head=1}",
  ),
};

const MERGING = text(
  "Знак ^ присоединяет ячейку к верхней, знак < – к левой; сам знак пишут так: \\^ и \\<",
  "The sign ^ merges a cell with the one above, < with the one at the left; the sign itself is written \\^ and \\<",
);

/** A number of rows or columns from 1 to `most`; null where the attribute is not given. */
function count(
  context: BuildContext,
  table: Table,
  { attributes, name, most }: { readonly attributes: Attributes; readonly name: string; readonly most: number },
): number | null {
  const written = context.attribute(attributes, name);
  if (written === null) return null;
  const number = Number(written);
  if (Number.isInteger(number) && number >= 1 && number <= most) return number;
  context.report(FINDINGS.TRC3307, table, {
    message: text(
      `Атрибут ${name} – целое число от 1 до ${most}, а указано «${written}»`,
      `The attribute ${name} is a whole number from 1 to ${most}, not “${written}”`,
    ),
    hints:
      name === "head-rows"
        ? text(
            "head-rows – сколько первых строк составляют шапку: head-rows=2",
            "head-rows says how many first rows make the head: head-rows=2",
          )
        : text(
            "row-head – номер графы с заголовками строк: row-head=2",
            "row-head is the number of the column that heads the rows: row-head=2",
          ),
  });
  return null;
}

function shares(context: BuildContext, table: Table, widths: string | null, columns: number): number[] | null {
  if (widths === null) return null;
  const numbers = widths
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  if (numbers.length === columns && numbers.every((number) => number > 0)) return numbers;
  context.report(FINDINGS.TRC3307, table, {
    message:
      numbers.length === columns
        ? text(
            `Ширина столбца – число больше нуля, а указано «${widths}»`,
            `A width is a number above zero, not “${widths}”`,
          )
        : text(
            `У таблицы столбцов – ${columns}, а ширин указано ${numbers.length}`,
            `The table has ${columns} columns, but ${numbers.length} widths are given`,
          ),
    hints: text(
      `Напишите для каждого столбца число больше нуля: widths="${evenWidths(columns)}"`,
      `Write a number above zero for every column: widths="${evenWidths(columns)}"`,
    ),
  });
  return null;
}

/** «1 1 1»: widths to begin with. */
function evenWidths(columns: number): string {
  return Array.from({ length: columns }, () => "1").join(" ");
}

function row(context: BuildContext, node: MdastRow, aligns: readonly CellAlign[], columns: number): TableRow {
  const first = node.children[0]?.children[0];
  if (!context.written(node).trimStart().startsWith("|")) wrongRow(context, node, NO_BAR);
  if (first?.type === "textDirective" && first.name === "group") {
    const more = [
      ...(node.children[0]?.children.slice(1) ?? []),
      ...node.children.slice(1).flatMap((cell) => cell.children),
    ];
    if (context.inlines(more).length > 0) wrongRow(context, node, GROUP);
    return { kind: "group", cells: [{ paragraphs: [context.inlines(first.children)], span: columns, align: "left" }] };
  }
  const total = first?.type === "textDirective" && first.name === "total";
  const made = Array.from({ length: columns }, (_, index): TableCell => {
    const content: readonly PhrasingContent[] = node.children[index]?.children ?? [];
    const [lead, ...rest] = content;
    const nodes = total && index === 0 && lead?.type === "textDirective" ? [...lead.children, ...rest] : content;
    return { paragraphs: [context.inlines(nodes)], span: 1, align: aligns[index] ?? "left" };
  });
  const cells = node.children.length;
  if (cells !== columns) wrongRow(context, node, amiss(cells, columns));
  return { kind: total ? "total" : "data", cells: made };
}

type Wrong = { readonly message: Text; readonly hints: Text };

const NO_BAR: Wrong = {
  message: text("Строка таблицы не начинается со знака |", "A row of the table does not begin with the sign |"),
  hints: text(
    "Строка таблицы: | … |; после таблицы поставьте пустую строку",
    "A row is | … |; put an empty line after the table",
  ),
};
const GROUP: Wrong = {
  message: text(
    "Рядом с :group[…] стоят слова, которые не напечатались бы",
    "Words beside :group[…] would not be printed",
  ),
  hints: text(
    "Подзаголовок занимает всю строку: | :group[…] |",
    "A heading of a group takes the whole row: | :group[…] |",
  ),
};

function amiss(cells: number, columns: number): Wrong {
  return {
    message: text(
      `В строке таблицы ячеек – ${cells}, а граф – ${columns}`,
      `The row has ${cells} cells and the table ${columns} columns`,
    ),
    hints:
      cells > columns
        ? text(
            "Уберите лишние знаки |; знак | в тексте – \\|",
            "Take out the signs | that are over; the sign in a text is \\|",
          )
        : text(
            "Допишите ячейки: пустая – пробел между знаками |",
            "Add the cells: an empty one is a space between two signs |",
          ),
  };
}

function wrongRow(context: BuildContext, node: MdastRow, wrong: Wrong): void {
  context.report(FINDINGS.TRC3307, node, wrong);
}

/** `:::table` with one table: its widths and caption. */
export function buildCaptioned(node: ContainerDirective, context: BuildContext): TableBlock | null {
  const [table, ...rest] = node.children;
  if (table?.type === "table" && rest.length === 0) return buildTable(context, table, node.attributes);
  context.report(FINDINGS.TRC3307, node, {
    message: text("Внутри :::table должна стоять ровно одна таблица", "Exactly one table must stand inside :::table"),
    hints: text(
      "Строки таблицы идут подряд, без пустых строк между ними",
      "The rows of a table follow one another without empty lines",
    ),
  });
  return null;
}

/** `:::chart` with one table: the first column names the categories, every other one is a series. */
export function buildChart(node: ContainerDirective, context: BuildContext): ChartBlock | null {
  const [table, ...rest] = node.children;
  const form = context.attribute(node.attributes, "form") ?? "bar";
  if (
    table?.type !== "table" ||
    rest.length > 0 ||
    table.children.length < 2 ||
    (form !== "bar" && form !== "column")
  ) {
    context.report(FINDINGS.TRC3312, node, {
      message: text(
        "Внутри :::chart стоит одна таблица, с шапкой и строками; form – bar или column",
        "One table stands inside :::chart, with a heading and rows; form is bar or column",
      ),
      hints: text(
        'Напишите: :::chart{form=bar title="…" alt="…" unit="…"}',
        'Write: :::chart{form=bar title="…" alt="…" unit="…"}',
      ),
    });
    return null;
  }
  const { header, rows } = buildTable(context, table, null);
  const head = header[0];
  if (head === undefined) return null;
  const textOf = (cell: TableCell | undefined): string => (cell?.paragraphs ?? []).map(inlinesText).join(" ");
  const series = head.cells.slice(1).map((cell, index) => ({
    name: textOf(cell),
    values: rows.map((row) => numberOf(context, textOf(row.cells[index + 1]), node)),
  }));
  const attribute = (name: string): string => context.attribute(node.attributes, name) ?? "";
  const { words: title, ...numbered } = numberedWords(context, node, {
    type: "chart",
    attributes: node.attributes,
    name: "title",
  });
  // A name without a caption is a fault of its own.
  if (attribute("alt") === "" || (!title && attribute("id") === "")) context.report(FINDINGS.TRC3321, node, SILENT);
  return {
    type: "chart",
    ...numbered,
    form,
    title: title ?? "",
    alt: attribute("alt"),
    unit: attribute("unit"),
    ...(attribute("data") === "true" ? { data: true as const, label: textOf(head.cells[0]) } : {}),
    categories: rows.map((row) => textOf(row.cells[0])),
    series,
  };
}

const SILENT: Wrong = {
  message: text(
    "У диаграммы нет подписи (title) или описания (alt)",
    "The chart has no caption (title) or no description (alt)",
  ),
  hints: text(
    'Напишите, что она показывает и где стоят её числа: alt="Участники по месяцам; числа – в таблице 1"',
    'Write what it shows and where its figures stand: alt="Participants by months; the figures are in table 1"',
  ),
};

function numberOf(context: BuildContext, written: string, node: ContainerDirective): number {
  const number = Number(
    written
      .replace(/[\s\u00a0\u202f%]/g, "")
      .replace(",", ".")
      .replace("−", "-"),
  );
  if (written !== "" && Number.isFinite(number)) return number;
  context.report(FINDINGS.TRC3312, node, {
    message: text(`В диаграмме стоит не число: «${written}»`, `The chart holds what is no number: “${written}”`),
    hints: text("Все ячейки, кроме первой, – числа", "All cells but the first hold numbers"),
  });
  return 0;
}
