/**
 * The document tree: types, text of a paragraph and the digest. No measures, no libraries, no disk.
 */
export { digestDocument } from "./digest-document.ts";
export { inlinesText } from "./inlines-text.ts";
export type * from "./model.ts";
