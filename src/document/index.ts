/**
 * The document tree: types, text of a paragraph and the digest. No measures, no libraries, no disk.
 */
export { canonicalJson } from "./canonical-json.ts";
export { digestDocument } from "./digest-document.ts";
export { documentLines } from "./document-lines.ts";
export { documentTexts } from "./document-texts.ts";
export { inlinesText } from "./inlines-text.ts";
export type * from "./model.ts";
export { wordChanges } from "./word-changes.ts";
