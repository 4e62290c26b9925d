/**
 * The archive: issued documents in BagIt bags, a chain of accessions over them, fixity, copies, terms of retention. Plain files; deletes nothing.
 */
export { type AddOptions, type AddReport, addToArchive } from "./add-to-archive.ts";
export { type AttachReport, attachSignatures } from "./attach-signature.ts";
export { type DueReport, dueForDestruction } from "./due.ts";
export { exportContainer, writeContainer } from "./export-container.ts";
export { type GiveUpReport, giveUpDocuments } from "./give-up.ts";
export { type ArchivedDocument, findArchived, listArchive } from "./list-archive.ts";
export { type MirrorReport, type MirrorStep, mirrorArchive } from "./mirror-archive.ts";
export { openForReading } from "./open-for-reading.ts";
export { type PreparedRecord, writeDestructionAct, writeInventory } from "./prepared-records.ts";
export { type FixityReport, verifyArchive } from "./verify-archive.ts";
