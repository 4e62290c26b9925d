/** The pipeline: plans documents, renders, lays out and writes them, keeps what did not change. Prints nothing, exits nowhere. */
export type { BuildOptions, BuildProgress, BuildReport, UpdateReport } from "./build-options.ts";
export { buildSet, updateSet } from "./build-set.ts";
export { type CheckOptions, type CheckReport, checkSet } from "./check-set.ts";
export { engineIdentity } from "./engine-identity.ts";
export type { Laid } from "./laid-document.ts";
export { type LiveClause, LiveSet } from "./live-set.ts";
export type { BuildInput } from "./make-set.ts";
export { openSession } from "./open-session.ts";
export { sourceOfWords } from "./place-of-words.ts";
export { keepersIn, registerHeads } from "./register-keepers.ts";
export type { RunSignal } from "./run-signal.ts";
export type { Shard } from "./shards.ts";
export { type WatchedRun, watchSet } from "./watch-set.ts";
export { isInterruption } from "./within-time.ts";
export { writeOther } from "./write-other.ts";
