import { type PdfTag, type TaggedPdf, tagText } from "./pdf-tags.ts";

/** What a screen reader says of a PDF, in its order: a line for each paragraph, item, row, figure; artifacts are not said. */
export function readAloud({ title, language, root }: TaggedPdf): string {
  return `${[`Документ: ${title} (${language})`, ...root.children.flatMap((child) => said(child, ""))].join("\n")}\n`;
}

type Say = (tag: PdfTag, indent: string) => readonly string[];

const inside: Say = ({ children }, indent) => children.flatMap((child) => said(child, indent));

/** What is said of elements; those that are not here are their words alone. */
const SAY: { readonly [role: string]: Say } = {
  Sect: inside,
  L: (tag, indent) => {
    const items = tag.children.filter((child) => typeof child !== "string");
    const numbered = tag.attributes.ListNumbering === "Decimal" ? "с номерами" : "без номеров";
    return [`${indent}Перечень ${numbered}, ${items.length}:`, ...items.flatMap((item) => said(item, `${indent}  `))];
  },
  LI: ({ children }, indent) => {
    const tags = children as readonly PdfTag[];
    const [label, body] = [tags.find(({ role }) => role === "Lbl"), tags.find(({ role }) => role === "LBody")];
    const own = (body?.children ?? []).filter((child) => typeof child === "string" || isInline(child));
    const words = tagText({ ...(body as PdfTag), children: own });
    return [
      `${indent}${label === undefined ? "" : `${tagText(label)} `}${words}`,
      ...(body?.children ?? []).filter((child) => !own.includes(child)).flatMap((child) => said(child, indent)),
    ];
  },
  TOC: (tag, indent) => [`${indent}Содержание:`, ...tag.children.flatMap((child) => said(child, `${indent}  `))],
  TOCI: (tag, indent) => [`${indent}ссылка: ${tagText(tag)}`],
  Note: ({ children }, indent) => {
    const [label, ...text] = children as readonly PdfTag[];
    return [`${indent}Сноска ${label === undefined ? "" : tagText(label)}: ${text.map(tagText).join(" ")}`];
  },
  Figure: ({ alt }, indent) => [`${indent}Рисунок: ${alt ?? "БЕЗ ОПИСАНИЯ"}`],
  Table: sayTable,
};

function said(child: PdfTag | string, indent: string): readonly string[] {
  if (typeof child === "string") return child.trim() === "" ? [] : [indent + child.trim()];
  const say = SAY[child.role];
  if (say !== undefined) return say(child, indent);
  const level = /^H(\d)$/.exec(child.role)?.[1];
  return [`${indent}${level === undefined ? "" : `Заголовок ${level}: `}${tagText(child)}`];
}

/** Stands among the words of a paragraph. */
function isInline({ role }: PdfTag): boolean {
  return role === "Reference" || role === "Link" || role === "Span" || role === "Form";
}

/** The grid of a table: the cell at each place, and whether it begins there. */
type Place = { readonly cell: PdfTag; readonly begins: boolean };

function sayTable(table: PdfTag, indent: string): string[] {
  const tags = table.children as readonly PdfTag[];
  const rowsOf = (role: string): PdfTag[] =>
    tags.flatMap((part) => (part.role === role ? (part.children as readonly PdfTag[]) : []));
  const [head, body] = [rowsOf("THead"), rowsOf("TBody")];
  const grid = gridOf([...head, ...body]);
  const caption = tags.find(({ role }) => role === "Caption");
  const columns = Math.max(0, ...grid.map((row) => row.length));
  const name = caption === undefined ? "" : ` «${tagText(caption)}»`;
  return [
    `${indent}Таблица${name}, граф ${columns}, строк ${body.length}`,
    ...grid.slice(head.length).map((row, index) => `${indent}  ${sayRow(row, grid.slice(0, head.length), index + 1)}`),
    `${indent}Конец таблицы`,
  ];
}

/** The heading of the row, then each other cell with what heads its column. */
function sayRow(
  row: readonly (Place | undefined)[],
  head: readonly (readonly (Place | undefined)[])[],
  number: number,
) {
  const heads = row.flatMap((place) => (place?.cell.attributes.Scope === "Row" ? tagText(place.cell) : []));
  const cells = row.flatMap((place, column) => {
    if (place === undefined || !place.begins || place.cell.attributes.Scope === "Row") return [];
    const over = [...new Set(head.flatMap((one) => one[column]?.cell ?? []))].map(tagText).join(", ");
    return `${over}: ${tagText(place.cell) || "пусто"}`;
  });
  return `${number}${heads.length === 0 ? "" : ` [${[...new Set(heads)].join("; ")}]`} ${cells.join(" | ")}`.trimEnd();
}

function gridOf(rows: readonly PdfTag[]): (Place | undefined)[][] {
  const grid: (Place | undefined)[][] = rows.map(() => []);
  for (const [index, { children }] of rows.entries()) {
    let column = 0;
    for (const cell of children as readonly PdfTag[]) {
      const { ColSpan = 1, RowSpan = 1 } = cell.attributes;
      while (grid[index]?.[column] !== undefined) column++;
      for (let down = 0; down < Number(RowSpan); down++)
        for (let across = 0; across < Number(ColSpan); across++) {
          const row = grid[index + down];
          if (row) row[column + across] = { cell, begins: down === 0 && across === 0 };
        }
      column += Number(ColSpan);
    }
  }
  return grid;
}
