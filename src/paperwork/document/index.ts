/**
 * The document tree: types, text of a paragraph, the digest, and what differs between two (by the library `diff`). No measures, no disk.
 */
export { canonicalJson } from "./canonical-json.ts";
export { type ChangedLine, changedLines } from "./changed-lines.ts";
export { changedPlaces, type WordChange, wordChanges } from "./changed-places.ts";
export { type ClausePlace, clausePlaces } from "./clause-places.ts";
export { digestDocument } from "./digest-document.ts";
export { documentLines } from "./document-lines.ts";
export { documentTexts } from "./document-texts.ts";
export { type Handlers, handle } from "./handlers.ts";
export { checkBoxSign, footnotesOf, inlinesText, isInlines, textWithBlanks, writtenAddress } from "./inlines-text.ts";
export { mapInlines, mapLeaves } from "./map-inlines.ts";
export type * from "./model.ts";
export { pictureFiles } from "./picture-files.ts";
export { restrictionText } from "./restriction-text.ts";
export { type SignatureLine, signatureLines } from "./signature-lines.ts";
