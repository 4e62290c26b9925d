/**
 * The archive: issued documents in BagIt bags, a chain of accessions over them, fixity, copies, terms of retention. Plain files; deletes nothing.
 */

export { ACCESSIONS_FOLDER } from "./accession.ts";
export { type AddOptions, type AddReport, addToArchive } from "./add-to-archive.ts";
export { archiveKeeper } from "./archive-keeper.ts";
export { type ArchiveAttachOptions, type ArchiveAttachReport, attachToArchive } from "./attach-to-archive.ts";
export { checkBag } from "./check-bag.ts";
export { type DisposeOptions, type DisposeReport, disposeDocuments } from "./dispose-documents.ts";
export { type DueReport, dueForDestruction } from "./due.ts";
export { type ContainerReport, writeContainer } from "./export-container.ts";
export { type ImportContainerOptions, importContainer } from "./import-container.ts";
export { type ArchivedDocument, findArchived, listArchive } from "./list-archive.ts";
export { type MirrorStep, mirrorArchive } from "./mirror-archive.ts";
export { type OcflReport, readOcfl, writeOcfl } from "./ocfl-copy.ts";
export {
  type InventoryOptions,
  type PreparedOptions,
  type PreparedRecord,
  writeDestructionAct,
  writeInventory,
} from "./prepared-records.ts";
export { renewArchive } from "./renew-archive.ts";
export { copiesDiffer, type FixityReport, verifyArchive } from "./verify-archive.ts";
