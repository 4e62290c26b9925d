/**
 * Findings about what the user wrote: their type, codes, places and reports.
 * Imports no room but base/text; prints nothing itself.
 */
export { framesOf } from "./code-frame.ts";
export * from "./define-findings.ts";
export { inLanguage, waivedInLanguage } from "./in-language.ts";
export { hasErrors, sortDiagnostics } from "./order.ts";
export { indexLines, type LineIndex, positionsOf, startOf } from "./positions.ts";
export { reportGithub } from "./reporters/github.ts";
export { reportGitlab } from "./reporters/gitlab.ts";
export { reportJson } from "./reporters/json.ts";
export { reportJunit } from "./reporters/junit.ts";
export { reportPretty } from "./reporters/pretty.ts";
export type { Reporter, ReportInput } from "./reporters/report.ts";
export { reportSarif } from "./reporters/sarif.ts";
export { didYouMean, lettersApart, meantOrKnown, suggest } from "./suggest.ts";
export { same, type Text, TextError, text } from "./text.ts";
export type * from "./types.ts";
