/** The text of a document in force on a day: its amendments made in it, marked and listed. Writes only where it is told to. */

export type { EditedOptions } from "./changes-of-record.ts";
export { type ConsolidateOptions, type ConsolidateReport, consolidate } from "./consolidate.ts";
export { editedChanges } from "./edited-changes.ts";
