import { zipEpoch } from "../../base/zip/index.ts";

/** A row of cells, or a subheading across the sheet. */
export type SheetRow = { readonly cells: readonly (string | number)[] } | { readonly heading: string };
/** A sheet to write: columns and rows. */
export type SheetSpec = {
  readonly name: string;
  readonly columns: readonly { readonly title: string; readonly width: number }[];
  readonly rows: readonly SheetRow[];
};

/** Height of a line of 11 pt, in points. */
const LINE_PT = 15;

/**
 * Sheets → bytes of an xlsx: bold headings that stay in view, wrapped text in rows high enough for it, thin borders, printed as wide as the
 * page. Equal sheets give equal bytes.
 */
export async function writeWorkbook(sheets: readonly SheetSpec[]): Promise<Uint8Array> {
  const { default: writeExcelFile } = await import("write-excel-file/node");
  const written = await writeExcelFile(
    sheets.map(({ name, columns, rows }) => ({
      sheet: name,
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
      orientation: "landscape" as const,
      data: [
        sheetRow({ cells: columns.map(({ title }) => title) }, columns, "bold"),
        ...rows.map((row) => sheetRow(row, columns)),
      ],
    })),
    { fontFamily: "Times New Roman", fontSize: 11 },
  ).toBuffer();
  return repack(new Uint8Array(written));
}

function sheetRow(row: SheetRow, columns: SheetSpec["columns"], fontWeight?: "bold"): (SheetCell | null)[] {
  if ("heading" in row)
    return [
      { ...cell(row.heading, LINE_PT, "bold"), columnSpan: columns.length },
      ...Array.from({ length: columns.length - 1 }, () => null),
    ];
  const lines = row.cells.map((value, index) => linesOf(String(value), columns[index]?.width ?? 1));
  const height = Math.max(1, ...lines) * LINE_PT;
  return row.cells.map((value) => cell(value, height, fontWeight));
}

/** How many lines the text takes in a column of so many signs: words go to the next line whole. */
function linesOf(text: string, width: number): number {
  let lines = 0;
  for (const paragraph of text.split("\n")) {
    let taken = 0;
    lines++;
    for (const { length } of paragraph.split(" ")) {
      if (taken > 0 && taken + 1 + length > width) {
        lines++;
        taken = 0;
      }
      taken += (taken > 0 ? 1 : 0) + length;
      lines += Math.floor((taken - 1) / width);
      taken = taken > width ? taken % width : taken;
    }
  }
  return lines;
}

type SheetCell = {
  readonly value: string | number;
  readonly height: number;
  readonly wrap: boolean;
  readonly borderStyle: "thin";
  readonly alignVertical: "top";
  readonly fontWeight?: "bold";
  readonly columnSpan?: number;
};

function cell(value: string | number, height: number, fontWeight?: "bold"): SheetCell {
  return {
    value,
    height,
    wrap: true,
    borderStyle: "thin",
    alignVertical: "top",
    ...(fontWeight === undefined ? {} : { fontWeight }),
  };
}

/** The library knows no «fit to the width of the page»; the words stand where the schema of the format wants them. @see ECMA-376, 18.3.1.99 */
function fitToWidth(sheet: Uint8Array): Uint8Array {
  const text = new TextDecoder()
    .decode(sheet)
    .replace(/<worksheet[^>]*>/, (start) => `${start}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`)
    .replace(/<pageSetup /, '<pageSetup fitToWidth="1" fitToHeight="0" ');
  return new TextEncoder().encode(text);
}

/** The library stamps the parts with the present time; here they get the first day that ZIP knows. */
async function repack(bytes: Uint8Array): Promise<Uint8Array> {
  const { unzipSync, zipSync } = await import("fflate");
  const parts = unzipSync(bytes);
  return zipSync(
    Object.fromEntries(
      Object.keys(parts)
        .sort(contentTypesFirst)
        .map((name) => {
          const part = parts[name] ?? new Uint8Array();
          return [name, /^xl\/worksheets\/[^/]+\.xml$/.test(name) ? fitToWidth(part) : part];
        }),
    ),
    { mtime: zipEpoch(), level: 6 },
  );
}

function contentTypesFirst(a: string, b: string): number {
  const rank = (path: string): number => (path === "[Content_Types].xml" ? 0 : 1);
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}
