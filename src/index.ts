/** The library under the command line: every command is one function with typed options. */

export type { Diagnostic, Outcome, Place } from "./base/diagnostics/index.ts";
export {
  type Answers,
  centreStatus,
  type DoctorOptions,
  type Examination,
  examine,
  type InitOptions,
  type InitReport,
  initCentre,
  type NewRecord,
  type NewRecordOptions,
  newRecord,
  readAnswers,
  type StatusReport,
} from "./desk/day/index.ts";
export {
  type ImportOptions,
  type ImportReport,
  importPlan,
  planCalendar,
  planSheet,
  registerSheet,
  writeWorkbook,
} from "./desk/exchange/index.ts";
export {
  type BatchReport,
  type Declined,
  type DeclinedText,
  declineBatch,
  declineText,
  type InflectionRequest,
  inflect,
} from "./language/index.ts";
export {
  type Approval,
  type DocumentApprovals,
  type Role,
  type SignOffOptions,
  type SignOffReport,
  type SignOffState,
  signOff,
  signOffState,
} from "./office/approvals/index.ts";
export {
  type AddOptions,
  type AddReport,
  addToArchive,
  type FixityReport,
  mirrorArchive,
  verifyArchive,
} from "./office/archive/index.ts";
export { type IssueOptions, type IssueReport, issueDocument } from "./office/issue/index.ts";
export {
  type AttachOptions,
  type AttachReport,
  attachSignatures,
  type ReleaseOptions,
  type ReleaseReport,
  release,
  type VerifyOptions,
  type VerifyReport,
  verifyBundle,
} from "./office/release/index.ts";
export { openSigner, readTrust, type Signer, type SignerOptions, type Trust } from "./office/signatures/index.ts";
export type { ChangedLine } from "./paperwork/document/index.ts";
export { type CompareOptions, type CompareReport, compareSets } from "./project/compare/index.ts";
export { type BuildOptions, type BuildReport, buildSet } from "./project/pipeline/index.ts";
export { type Project, readProject } from "./project/reading/index.ts";
