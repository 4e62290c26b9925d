/**
 * From YAML files to linked records.
 * Never touches the disk: files come in as bytes.
 *
 * Records are typed by their collection: `recordsOf(dossier, "orders")` and `findRecord(dossier, "people", id)` give `record.data.date`,
 * `record.data.positions?.[0]?.title`. What is there is of its type (what is not has been taken out); any part may be missing, and the compiler
 * makes one think of it. A record of unknown collection becomes typed with `recordAs(record, "orders")`; `DataOf<"agreements">["parties"]` names a part.
 * `anyRecordsOf` and `findAnyRecord` give records as they were read, to what walks any record by its schema.
 */

export { clauseReference, clauseWishOf } from "./clause-reference.ts";
export type { ContentFile } from "./content-file.ts";
export * from "./dossier.ts";
export { pointersOf } from "./pointers-of.ts";
export { type Policy, policyOf } from "./publication-policy.ts";
export {
  createReader,
  faultsOfData,
  forgetRecords,
  type ReadRecords,
  readRecords,
  sampleFaults,
  schemaOf,
  unreadRecords,
} from "./read-records.ts";
export { readSchemas } from "./read-schemas.ts";
export { formatOf, RECORD_FORMAT } from "./record-format.ts";
export { type RecordLeaf, recordLeaves } from "./record-leaves.ts";
export { fullName, recordName } from "./record-name.ts";
export { kindUri, type RecordSchemas, sharedUri } from "./record-schemas.ts";
export { repeated } from "./repeated.ts";
