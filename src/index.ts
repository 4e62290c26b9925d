/** The library under the command line: every command is one function with typed options. */

export type { Diagnostic, Outcome, Place, Text } from "./base/diagnostics/index.ts";
export {
  type Answers,
  completionScript,
  type InitOptions,
  type InitReport,
  initCentre,
  listRecordTypes,
  type NewRecord,
  type NewRecordOptions,
  newRecord,
  readAnswers,
  type Shell,
  sampleAnswers,
} from "./desk/drafting/index.ts";
export {
  type ExportOptions,
  type ExportReport,
  exportPlan,
  type ImportOptions,
  type ImportReport,
  importPlan,
} from "./desk/exchange/index.ts";
export { type Explanation, explainCode } from "./desk/explain/index.ts";
export { type Preview, type PreviewOptions, startPreview } from "./desk/page/index.ts";
export {
  centreStatus,
  type DoctorOptions,
  type Examination,
  examine,
  type StatusOptions,
  type StatusReport,
} from "./desk/status/index.ts";
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
  type ApprovalState,
  approvalState,
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
  type ArchiveAttachOptions,
  type ArchiveAttachReport,
  type ArchivedDocument,
  addToArchive,
  attachToArchive,
  type ContainerReport,
  type DisposeOptions,
  type DisposeReport,
  type DueReport,
  disposeDocuments,
  dueForDestruction,
  type FixityReport,
  findArchived,
  type ImportContainerOptions,
  type InventoryOptions,
  importContainer,
  listArchive,
  mirrorArchive,
  type PreparedOptions,
  type PreparedRecord,
  verifyArchive,
  writeContainer,
  writeDestructionAct,
  writeInventory,
} from "./office/archive/index.ts";
export {
  type IssueOptions,
  type IssueReport,
  issueDocument,
  listRegister,
  type RegisterListing,
  type RepairOptions,
  type RepairReport,
  repairRegister,
} from "./office/issue/index.ts";
export {
  type AttachOptions,
  type AttachReport,
  attachSignatures,
  type BundleSigner,
  type Finding,
  type ReleaseOptions,
  type ReleaseReport,
  release,
  type VerifyOptions,
  type VerifyReport,
  verifyBundle,
} from "./office/release/index.ts";
export {
  openSigner,
  type RevocationList,
  readTrust,
  type Signer,
  SignerFault,
  type SignerOptions,
  type Trust,
} from "./office/signatures/index.ts";
export type { ChangedLine } from "./paperwork/document/index.ts";
export { type CompareOptions, type CompareReport, compareSets } from "./project/compare/index.ts";
export {
  type ConsolidateOptions,
  type ConsolidateReport,
  consolidate,
  type EditedOptions,
  editedChanges,
} from "./project/consolidate/index.ts";
export {
  type BuildOptions,
  type BuildReport,
  buildSet,
  type CheckOptions,
  type CheckReport,
  checkSet,
  type RunSignal,
  type UpdateReport,
  updateSet,
  type WatchedRun,
  watchSet,
} from "./project/pipeline/index.ts";
export { type Project, readProject } from "./project/reading/index.ts";
