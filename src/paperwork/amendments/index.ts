/**
 * Amendments as operations: which acts change a document, and their changes made in it one by one. Numbers are what places are named by: those of
 * an issued document never shift.
 */
export { type Act, type ActRecord, type ActStep, actsOf, EVER, revocationOf, stepsOf } from "./acts.ts";
export type { Change, Step } from "./change.ts";
export { clausesInForce } from "./clauses.ts";
export { conflictText } from "./conflict-text.ts";
export { extentOf } from "./extents.ts";
export type { FactChange } from "./fact.ts";
export { findChanges } from "./find-changes.ts";
export { findFacts } from "./find-facts.ts";
export { type FactStep, factSteps, followed, withSteps } from "./followed.ts";
export { type Marks, type Replayed, replay, unmarked } from "./replay.ts";
