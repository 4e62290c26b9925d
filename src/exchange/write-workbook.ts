/** A row of cells, or a subheading across the sheet. */
export type SheetRow = { readonly cells: readonly (string | number)[] } | { readonly heading: string };
export type SheetSpec = {
  readonly name: string;
  readonly columns: readonly { readonly title: string; readonly width: number }[];
  readonly rows: readonly SheetRow[];
};

/** Sheets → bytes of an xlsx: bold headings that stay in view, wrapped text, thin borders. Equal sheets give equal bytes. */
export async function writeWorkbook(sheets: readonly SheetSpec[]): Promise<Uint8Array> {
  const { default: writeExcelFile } = await import("write-excel-file/node");
  const written = await writeExcelFile(
    sheets.map(({ name, columns, rows }) => ({
      sheet: name,
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
      orientation: "landscape" as const,
      data: [columns.map(({ title }) => cell(title, "bold")), ...rows.map((row) => sheetRow(row, columns.length))],
    })),
    { fontFamily: "Times New Roman", fontSize: 11 },
  ).toBuffer();
  return repack(new Uint8Array(written));
}

function sheetRow(row: SheetRow, width: number): (SheetCell | null)[] {
  if ("heading" in row)
    return [{ ...cell(row.heading, "bold"), columnSpan: width }, ...Array.from({ length: width - 1 }, () => null)];
  return row.cells.map((value) => cell(value));
}

type SheetCell = {
  readonly value: string | number;
  readonly wrap: boolean;
  readonly borderStyle: "thin";
  readonly alignVertical: "top";
  readonly fontWeight?: "bold";
  readonly columnSpan?: number;
};

function cell(value: string | number, fontWeight?: "bold"): SheetCell {
  return {
    value,
    wrap: true,
    borderStyle: "thin",
    alignVertical: "top",
    ...(fontWeight === undefined ? {} : { fontWeight }),
  };
}

/** The library stamps the parts with the present time; here they get the first day that ZIP knows. */
async function repack(bytes: Uint8Array): Promise<Uint8Array> {
  const { unzipSync, zipSync } = await import("fflate");
  const parts = unzipSync(bytes);
  const epoch = new Date(1980, 0, 1, 0, 0, 0);
  return zipSync(
    Object.fromEntries(
      Object.keys(parts)
        .sort(contentTypesFirst)
        .map((name) => [name, parts[name] ?? new Uint8Array()]),
    ),
    { mtime: epoch, level: 6 },
  );
}

function contentTypesFirst(a: string, b: string): number {
  const rank = (path: string): number => (path === "[Content_Types].xml" ? 0 : 1);
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}
