/**
 * Issuing documents: the number is given out, the words are frozen, the register grows by an entry. Writes only into the content folder.
 */

export { annulDocument } from "./annul-document.ts";
export { type IssueOptions, type IssueReport, issueDocument } from "./issue-document.ts";
export { listRegister, type RegisterListing } from "./list-register.ts";
export { type RepairOptions, type RepairReport, repairRegister } from "./repair-register.ts";
