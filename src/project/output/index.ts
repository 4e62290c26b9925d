/** The output folder: what stands in it, who writes it, how a new set takes the place of the old one. */
export { type CorrectedFile, correctFiles } from "./correct-files.ts";
export type { EditionName, Manifest, ManifestDocument, ManifestFile, ManifestHead } from "./manifest.ts";
export { otherEdition, outputFault, redactionFault, unsafeOutput } from "./output-faults.ts";
export { keptInOutput, type OutputDocument, type Published, publish, upToDate } from "./publish.ts";
export { type RedactionLog, redactionLog, writeRedactions } from "./redaction-file.ts";
