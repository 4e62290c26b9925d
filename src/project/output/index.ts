/** The output folder: what stands in it, who writes it, how a new set takes the place of the old one. */
export { type CorrectedFile, correctFiles } from "./correct-files.ts";
export {
  decodeManifest,
  type EditionName,
  type Manifest,
  type ManifestDocument,
  type ManifestFile,
  type ManifestHead,
  type ManifestShard,
} from "./manifest.ts";
export { mergeShards, shardFolder } from "./merge-shards.ts";
export { otherEdition, outputFault, redactionFault, unsafeOutput } from "./output-faults.ts";
export {
  filesStand,
  keptInOutput,
  manifestStands,
  type NewSet,
  type Published,
  Stage,
  stageFiles,
} from "./publish.ts";
export { type RedactionLog, redactionLog, writeRedactions } from "./redaction-file.ts";
