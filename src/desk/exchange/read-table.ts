import type { CellAddress, CellObject, Range, WorkBook, WorkSheet } from "@e965/xlsx";
import { unzipSync } from "fflate";
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
const MAX_COLUMNS = 256;
/** More than any plan takes, packed in its file or not. */
const MAX_BYTES = 32 * 1024 * 1024;

/** Sheets of a workbook (xlsx, xls, ods, csv) as text; dates become ISO, merged cells know it. Code TRC9101 for a file that is none, or too large. */
export async function readTables(file: string, bytes: Uint8Array): Promise<Outcome<readonly Table[]>> {
  if (isTooLarge(bytes)) return { diagnostics: [tooLarge(file)] };
  const { read, set_cptable, SSF, utils } = await import("@e965/xlsx");
  const letters = plainText(bytes);
  // The old binary format may hold letters of a code page; its tables are large and wait until they are needed.
  if (letters === null && bytes[0] === 0xd0) set_cptable(await import("@e965/xlsx/dist/cpexcel.full.mjs"));
  let workbook: WorkBook;
  try {
    // The library throws anything at a damaged file, or at a text that begins as a table of an old program; nothing else
    // may stand in here: its faults would be blamed on the file.
    workbook = quietly(() =>
      letters === null
        ? read(withoutProperties(bytes), { type: "buffer", cellNF: true })
        : read(letters, { type: "string", raw: true }),
    );
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
    const { s: start } = utils.decode_range(cells["!ref"] ?? "A1");
    const end = lastCell(cells, start, utils.decode_cell);
    const merges = mergesIn(cells["!merges"] ?? [], end);
    const cellAt = (r: number, c: number): TableCell => {
      const merge = merges.get(r * MAX_COLUMNS + c);
      const at = merge?.s ?? { r, c };
      const cell = cells[utils.encode_cell(at)] as CellObject | undefined;
      if (c > at.c || (merge === undefined && cell === undefined)) return EMPTY;
      return { text: shown(cell), repeated: r > at.r, width: (merge?.e.c ?? c) - at.c + 1 };
    };
    const rows = Array.from({ length: end.r - start.r + 1 }, (_, index) => ({
      number: start.r + index + 1,
      cells: Array.from({ length: end.c + 1 }, (_cell, column) => cellAt(start.r + index, column)),
    }));
    return { sheet, rows };
  });
  return { value: tables, diagnostics: [] };
}

/** Reads without a word: the library tells the terminal what it thinks of a damaged file. */
function quietly<T>(work: () => T): T {
  const { error } = console;
  console.error = () => undefined;
  try {
    return work();
  } finally {
    console.error = error;
  }
}

/** The last row and column that hold a value or are merged: a format may reach to the end of the sheet, a million rows below. */
function lastCell(cells: WorkSheet, start: CellAddress, decode: (name: string) => CellAddress): CellAddress {
  const end = { r: start.r, c: start.c };
  const reach = ({ r, c }: CellAddress): void => {
    end.r = Math.max(end.r, Math.min(r, start.r + MAX_ROWS));
    end.c = Math.max(end.c, Math.min(c, MAX_COLUMNS - 1));
  };
  for (const [name, cell] of Object.entries(cells))
    if (!name.startsWith("!") && (cell as CellObject).v !== undefined) reach(decode(name));
  for (const { s, e } of cells["!merges"] ?? []) if (s.r <= end.r && s.c <= end.c) reach(e);
  return end;
}

/** The merged cells by row and column, each with its merge. */
function mergesIn(merges: readonly Range[], end: CellAddress): ReadonlyMap<number, Range> {
  const found = new Map<number, Range>();
  for (const merge of merges) {
    // Merges do not overlap, so that those of a table are no more than its cells.
    if (found.size > MAX_ROWS * MAX_COLUMNS) break;
    for (let r = merge.s.r; r <= Math.min(merge.e.r, end.r); r++)
      for (let c = merge.s.c; c <= Math.min(merge.e.c, end.c); c++)
        if (!found.has(r * MAX_COLUMNS + c)) found.set(r * MAX_COLUMNS + c, merge);
  }
  return found;
}

/** Large as it is, or once it is unpacked. */
function isTooLarge(bytes: Uint8Array): boolean {
  let total = bytes.length;
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    try {
      unzipSync(bytes, {
        filter: ({ originalSize }) => {
          total += originalSize;
          return false;
        },
      });
    } catch {
      // What is no ZIP is told by who reads it.
    }
  return total > MAX_BYTES;
}

/** Names of the parts of an old workbook that tell its author and title, in their directory: UTF-16 behind a mark. */
const PROPERTIES = new RegExp(`\\x05\\0(?=(?:${inUtf16("Document")})?${inUtf16("SummaryInformation")})`, "gi");

/** The same without what nobody asks for: the library goes through as many properties as a damaged file says it has, to four billion. */
function withoutProperties(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0xd0) return bytes;
  const kept = Buffer.from(bytes);
  for (const { index } of kept.toString("latin1").matchAll(PROPERTIES)) kept[index] = 0x20;
  return kept;
}

function inUtf16(name: string): string {
  return [...name].map((letter) => `${letter}\\0`).join("");
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

function tooLarge(file: string): Diagnostic {
  const most = MAX_BYTES / 1024 / 1024;
  return raise(FINDINGS.TRC9101, {
    message: text(
      `Файл «${file}» слишком велик для таблицы: больше ${most} МБ`,
      `The file "${file}" is too large for a table: over ${most} MB`,
    ),
    hints: text(
      "Оставьте в файле один лист с таблицей, без рисунков, и сохраните заново",
      "Leave one sheet with the table in the file, without pictures, and save it anew",
    ),
  });
}
