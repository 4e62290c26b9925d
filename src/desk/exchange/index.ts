/**
 * Exchange with the programs of the office: a plan out of a spreadsheet, a plan and a register into one, a calendar.
 * An import writes new records only, never over one that is there; an export writes .xlsx and .ics files only, never into the content folder.
 */
export { type ExportOptions, type ExportReport, exportPlan } from "./export-plan.ts";
export { type ImportOptions, importPlan } from "./import-plan.ts";
export type { ImportReport } from "./plan-reader.ts";
export { type RowsOptions, rowsOfTable } from "./rows-of-table.ts";
