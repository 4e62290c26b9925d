/** The pipeline: plans documents, renders, lays out and writes them, keeps what did not change. Prints nothing, exits nowhere. */
export * from "./build-set.ts";
export { type CheckOptions, type CheckReport, checkSet } from "./check-set.ts";
export type { Laid } from "./laid-document.ts";
export { LiveSet } from "./live-set.ts";
export type { BuildInput } from "./make-set.ts";
export { openSession } from "./open-session.ts";
export { keepersIn, registerHeads } from "./register-keepers.ts";
export { type WatchedRun, watchSet } from "./watch-set.ts";
export { isInterruption } from "./within-time.ts";
export { writeOtherPdf } from "./write-other-pdf.ts";
