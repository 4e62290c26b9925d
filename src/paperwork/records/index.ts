/**
 * From YAML files to linked records, and to views of them on a date.
 * Never touches the disk: files come in as bytes.
 */

export type { Declinable } from "./computed-properties.ts";
export type { ContentFile } from "./content-file.ts";
export { type ContentRecord, type Dossier, findRecord } from "./dossier.ts";
export type { Policy } from "./publication-policy.ts";
export { createReader, type ReadRecords, readRecords } from "./read-records.ts";
export { readSchemas } from "./read-schemas.ts";
export { type RecordLeaf, recordLeaves } from "./record-leaves.ts";
export type { RecordSchemas } from "./record-schemas.ts";

export { RECORD_OF, type View, ViewError, type Views, type Withholding } from "./view.ts";
export { createViews } from "./views.ts";
