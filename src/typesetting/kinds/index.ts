/**
 * Document kinds: the folders under `templates/`, and which documents of a dossier they make.
 * Renders nothing and touches no disk.
 */
import { FINDINGS } from "./findings.ts";

export type { Kind, KindSet, TemplateFile } from "./kind.ts";
export { type DocumentJob, isPresent, planDocuments } from "./plan-documents.ts";
export { readKinds } from "./read-kinds.ts";
export { REQUIREMENTS, type Requirement } from "./read-requirements.ts";

/** TRC3013, raised where the schemas of records are known. */
export const UNKNOWN_PATH = FINDINGS.TRC3013;
