/**
 * Builds a set: reads the folders, plans, renders, lays out, writes, publishes. The only room that touches the disk, besides the fonts.
 */
export {
  type BuildOptions,
  type BuildProgress,
  type BuildReport,
  buildSet,
  type UpdateReport,
  updateSet,
} from "./build-set.ts";
export { foldName } from "./file-name.ts";
export { type FormatName, writeFormat } from "./formats.ts";
export type { Laid } from "./laid-document.ts";
export { type LiveDocument, LiveSet, type LiveState } from "./live-set.ts";
export type { BuildInput } from "./make-set.ts";
export type { EditionName, Manifest, ManifestDocument, ManifestFile } from "./manifest.ts";
export { type MendedFile, mendFiles } from "./mend-files.ts";
export { openWorkshop } from "./open-workshop.ts";
export { defaultTemplates, packageRoot } from "./package-root.ts";
export { type Project, readProject } from "./read-project.ts";
export type { RedactedDocument, RedactionLog } from "./redaction-file.ts";
export { type WatchedRun, watchSet } from "./watch-set.ts";
export { writeOtherPdf } from "./write-other-pdf.ts";
