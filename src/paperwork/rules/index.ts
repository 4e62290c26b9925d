/**
 * Rules that know the paperwork: a dossier (and the finished documents) → diagnostics. A rule is data and a pure, total function.
 * Touches no disk and no clock.
 */
export type { KindFacts } from "./facts.ts";
export type { FinishedDocument } from "./finished-document.ts";
export type { Rule } from "./rule.ts";
export { CODES_OF_RECORDS, type RulesReport, rulesInSteps, runRules } from "./run-rules.ts";
export { RULES } from "./table.ts";
export { correctText } from "./wording/correct-text.ts";
export { oddLetters } from "./wording/odd-letters.ts";
