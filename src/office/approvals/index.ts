/**
 * Sign-off: who approved the words of a document, and whether that still holds. Writes only `approvals/` of a content folder.
 */
export { ROLE_NAMES, ROLES, type Role } from "./roles.ts";
export { type SignOffOptions, type SignOffReport, signOff } from "./sign-off.ts";
export {
  type Approval,
  type ApprovalState,
  approvalState,
  type DocumentApprovals,
  dossierOf,
  type SignOffState,
  signOffState,
} from "./state.ts";
export { approvedText, statementBytes } from "./statement.ts";
