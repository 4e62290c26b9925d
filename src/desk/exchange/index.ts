/**
 * Exchange with the programs of the office: a plan out of a spreadsheet, a plan and a register into one, a calendar.
 * Writes new records only; never over one that is there.
 */
export { planCalendar } from "./export-calendar.ts";
export { planSheet, registerSheet } from "./export-tables.ts";
export { type ImportOptions, importPlan, noPlan } from "./import-plan.ts";
export { periodText, readPeriod } from "./period-text.ts";
export type { ImportReport } from "./plan-reader.ts";
export { writeWorkbook } from "./write-workbook.ts";
