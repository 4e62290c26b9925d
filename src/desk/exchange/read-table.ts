import type { CellObject, WorkBook } from "@e965/xlsx";
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
  try {
    // The library throws anything at a damaged file, or at a text that begins as a table of an old program; nothing else
    // may stand in here: its faults would be blamed on the file.
    workbook =
      letters === null ? read(bytes, { type: "buffer", cellNF: true }) : read(letters, { type: "string", raw: true });
  } catch {
    return { diagnostics: [noTable(file)] };
  }
  // Workbooks of an old Excel for Mac count their days from 1904.
  const date1904 = workbook.Workbook?.WBProps?.date1904 === true;
  const shown = (cell: CellObject | undefined): string => {
    if (cell?.v === undefined) return "";
    if (cell.t === "n" && typeof cell.v === "number" && SSF.is_date(String(cell.z ?? ""))) {
      const { y, m, d } = SSF.parse_date_code(cell.v, { date1904 }) as { y: number; m: number; d: number };
      const month = `${y}-${String(m).padStart(2, "0")}`;
      return namesDay(String(cell.z)) ? `${month}-${String(d).padStart(2, "0")}` : month;
    }
    return String(cell.t === "s" ? cell.v : (cell.w ?? cell.v))
      .normalize("NFC")
      .replace(/\r\n?/g, "\n")
      .trim();
  };
  const tables = workbook.SheetNames.filter((name) => !hidden(workbook, name)).map((sheet): Table => {
    const cells = workbook.Sheets[sheet] ?? {};
    const { s: start, e: end } = utils.decode_range(cells["!ref"] ?? "A1");
    const merges = cells["!merges"] ?? [];
    const cellAt = (r: number, c: number): TableCell => {
      const merge = merges.find(({ s, e }) => s.r <= r && r <= e.r && s.c <= c && c <= e.c);
      const at = merge?.s ?? { r, c };
      if (c > at.c) return EMPTY;
      const width = (merge?.e.c ?? c) - at.c + 1;
      return { text: shown(cells[utils.encode_cell(at)] as CellObject | undefined), repeated: r > at.r, width };
    };
    const count = Math.min(end.r - start.r, MAX_ROWS) + 1;
    const rows = Array.from({ length: count }, (_, index) => ({
      number: start.r + index + 1,
      cells: Array.from({ length: end.c + 1 }, (_cell, column) => cellAt(start.r + index, column)),
    }));
    return { sheet, rows };
  });
  return { value: tables, diagnostics: [] };
}

/** Whether a format of dates shows the day: «ММММ ГГГГ» means the whole month. */
function namesDay(format: string): boolean {
  return /d/i.test(format.replace(/\[[^\]]*\]|"[^"]*"|\\./g, ""));
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

function hidden({ SheetNames, Workbook }: WorkBook, name: string): boolean {
  return (Workbook?.Sheets?.[SheetNames.indexOf(name)]?.Hidden ?? 0) > 0;
}

function noTable(file: string): Diagnostic {
  return raise(FINDINGS.TRC9101, {
    message: text(`Файл «${file}» не читается как таблица`, `The file "${file}" cannot be read as a table`),
  });
}
