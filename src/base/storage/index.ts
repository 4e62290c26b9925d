/**
 * Writing that lasts: whole files or none, one writer at a time, never through a link or out of the folder.
 * Knows nothing of documents.
 */
export {
  createFile,
  createFolder,
  inTemporaryFolder,
  isFolder,
  isThere,
  leftoversIn,
  replaceFile,
  replaceFiles,
} from "./durable.ts";
export { BusyError, withLock } from "./folder-lock.ts";
export { isWithin } from "./is-within.ts";
export { isCutShort, type JournalRule, writeAlone, writeTogether } from "./journal.ts";
export { readGiven } from "./read-given.ts";
export { safeJoin } from "./safe-join.ts";
export { busyWords, readingFault, storageFault } from "./storage-fault.ts";
export { isSystemFault, readingReason, systemReason } from "./system-reason.ts";
