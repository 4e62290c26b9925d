/**
 * The flow: a document lowered to styled paragraphs, tables and charts by the measures of a profile.
 * Pure; knows neither DOCX nor PDF.
 */

export { checkProfile } from "./check-measures.ts";
export { type CodeText, composeFlow } from "./compose-flow.ts";
export * from "./flow.ts";
export { headingLevels, type LevelOf } from "./heading-levels.ts";
export { pageMark } from "./page-mark.ts";
export { paragraph, textRun } from "./paragraph.ts";
export { isLayer, parseProfile, placeOfMeasure, profileFor } from "./parse-profile.ts";
export { BEHIND_TABLE_PT } from "./part-tables.ts";
export * from "./profile.ts";
export type { ProfileRequest, ProfileSet, ProfileSource } from "./profile-source.ts";
