/**
 * The document tree: types, plain text, canonical form and digest. No measures, no libraries, no disk.
 */
export { canonicalJson } from "./canonical-json.ts";
export { digestDocument } from "./digest-document.ts";
export type * from "./model.ts";
export { blockLines, inlinesText, plainText } from "./plain-text.ts";
