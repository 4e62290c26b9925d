/**
 * The register of issued documents: entries in a chain of digests, the series of numbers, and what is wrong with either.
 * Pure: entries come in as records, files and documents as data.
 */

export { chainFaults } from "./chain.ts";
export { checkRegister } from "./check-register.ts";
export type { CheckedDocument } from "./checked-document.ts";
export { CONTENT_JOURNAL, UPGRADE_UNDO } from "./content-journal.ts";
export {
  type EntryFields,
  encodeEntry,
  entriesOf,
  entryNumber,
  entryPath,
  inForce,
  type RegisterEntry,
  recordNamed,
  referenceTo,
  seriesOf,
  seriesTitle,
} from "./entry.ts";
export { headsOf, type RegisterHead } from "./heads.ts";
export { type HeadKeeper, type KeptHead, lostOf, lostSince, noHeads, readKeptHeads } from "./kept-heads.ts";
export { instead } from "./reworded-documents.ts";
export { sealedEntry } from "./sealed-entry.ts";
export { stampedWithYear, yearStampOf } from "./year-stamp.ts";
