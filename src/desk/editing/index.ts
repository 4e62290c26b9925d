/**
 * Edits records value by value: touches only the bytes of what changes, sees what others have changed meanwhile, takes steps back. May write nothing but
 * records of content folders, and of those neither the register nor approvals, which have commands of their own, and beside them what was changed by whom.
 */
export { deskFolder, makeDeskFolder, placeOfRecord } from "./desk-folder.ts";
export { type Edited, Editing } from "./editing.ts";
export { type KeptChange, KeptChanges } from "./kept-changes.ts";
export { undoUpgrade, upgrade } from "./upgrade.ts";
