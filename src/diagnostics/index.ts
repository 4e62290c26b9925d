/**
 * Findings about what the user wrote: their type, codes, places and reports.
 * May not import anything of ours; prints nothing itself.
 */
export { codeFrame } from "./code-frame.ts";
export { CODES } from "./codes/index.ts";
export { hasErrors, sortDiagnostics } from "./order.ts";
export { indexLines, type LineIndex, positionsOf } from "./positions.ts";
export { reportGithub } from "./reporters/github.ts";
export { reportJson } from "./reporters/json.ts";
export { reportPretty } from "./reporters/pretty.ts";
export type { Reporter, ReportInput } from "./reporters/report.ts";
export type {
  Diagnostic,
  EnglishText,
  Fix,
  Outcome,
  Place,
  Position,
  RelatedPlace,
  Severity,
  WaivedDiagnostic,
} from "./types.ts";
