import type { WorkBook } from "@e965/xlsx";
import { type Diagnostic, type Outcome, raise, text } from "../../base/diagnostics/index.ts";
import { FINDINGS } from "./findings.ts";

/** One cell as a person sees it, with what merging means for it. */
type TableCell = {
  readonly text: string;
  /** Repeated from the cell above, with which it is merged. */
  readonly repeated: boolean;
  /** How many columns it spans. */
  readonly width: number;
};
/** A row of a sheet with its number there, from 1. */
export type TableRow = { readonly number: number; readonly cells: readonly TableCell[] };
/** The first sheet of a workbook that holds rows. */
export type Table = { readonly sheet: string; readonly rows: readonly TableRow[] };

const EMPTY: TableCell = { text: "", repeated: false, width: 1 };
const MAX_ROWS = 5000;

/** Sheets of a workbook (xlsx, xls, ods, csv) as text; dates become ISO, merged cells know it. Code TRC9101 for a file that is none. */
export async function readTables(file: string, bytes: Uint8Array): Promise<Outcome<readonly Table[]>> {
  const { read, set_cptable, SSF, utils } = await import("@e965/xlsx");
  const letters = plainText(bytes);
  // The old binary format may hold letters of a code page; its tables are large and wait until they are needed.
  if (letters === null && bytes[0] === 0xd0) set_cptable(await import("@e965/xlsx/dist/cpexcel.full.mjs"));
  let workbook: WorkBook;
  // Only what the library refuses is a fault of the file; what goes wrong after it is a fault of the program.
  try {
    workbook =
      letters === null ? read(bytes, { type: "buffer", cellNF: true }) : read(letters, { type: "string", raw: true });
  } catch {
    return { diagnostics: [noTable(file)] };
  }
  const tables = workbook.SheetNames.filter((name) => !hidden(workbook, name)).map((sheet): Table => {
    const cells = workbook.Sheets[sheet] ?? {};
    const area = utils.decode_range(cells["!ref"] ?? "A1");
    const shown = (row: number, column: number): string => {
      const cell = cells[utils.encode_cell({ r: row, c: column })] as
        | { t?: string; v?: unknown; w?: string; z?: string }
        | undefined;
      if (cell === undefined || cell.v === undefined) return "";
      if (cell.t === "n" && typeof cell.v === "number" && SSF.is_date(String(cell.z ?? ""))) {
        const { y, m, d } = SSF.parse_date_code(cell.v) as { y: number; m: number; d: number };
        return `${y}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`;
      }
      return String(cell.t === "s" ? cell.v : (cell.w ?? cell.v))
        .replace(/\r\n?/g, "\n")
        .trim();
    };
    const merges = cells["!merges"] ?? [];
    const rows: TableRow[] = [];
    for (let row = area.s.r; row <= Math.min(area.e.r, area.s.r + MAX_ROWS); row++) {
      const line: TableCell[] = [];
      for (let column = 0; column <= area.e.c; column++) {
        const merge = merges.find(({ s, e }) => s.r <= row && row <= e.r && s.c <= column && column <= e.c);
        if (merge === undefined) line.push({ ...EMPTY, text: shown(row, column) });
        else if (column > merge.s.c) line.push(EMPTY);
        else
          line.push({
            text: shown(merge.s.r, merge.s.c),
            repeated: row > merge.s.r,
            width: merge.e.c - merge.s.c + 1,
          });
      }
      rows.push({ number: row + 1, cells: line });
    }
    return { sheet, rows };
  });
  return { value: tables, diagnostics: [] };
}

/** A file of plain text (csv) in UTF-8 or, as old programs write it, Windows-1251; null for a workbook. */
function plainText(bytes: Uint8Array): string | null {
  const isWorkbook = (bytes[0] === 0x50 && bytes[1] === 0x4b) || (bytes[0] === 0xd0 && bytes[1] === 0xcf);
  if (isWorkbook) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1251").decode(bytes);
  }
}

function hidden(
  workbook: {
    readonly SheetNames: string[];
    readonly Workbook?: { readonly Sheets?: { readonly Hidden?: 0 | 1 | 2 }[] };
  },
  name: string,
): boolean {
  return (workbook.Workbook?.Sheets?.[workbook.SheetNames.indexOf(name)]?.Hidden ?? 0) > 0;
}

function noTable(file: string): Diagnostic {
  return raise(FINDINGS.TRC9101, {
    message: text(`Файл «${file}» не читается как таблица`, `The file "${file}" cannot be read as a table`),
  });
}
