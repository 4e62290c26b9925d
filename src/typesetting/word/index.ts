/**
 * Files of a word processor: their words, and two of them against each other as tracked changes. Knows no records and touches no disk; XML
 * is read by `@xmldom/xmldom`, words are compared by `diff`.
 */

export { align, sharedWords } from "./align.ts";
export { editedLines } from "./edited-lines.ts";
export type { Fate } from "./mark-words.ts";
export { type MarkedParagraph, type MarkedRun, type MarkedTable, type MarkedText, readMarked } from "./marked-text.ts";
export { plain } from "./pieces.ts";
export { wordLines } from "./reading.ts";
export { redlineDocx } from "./redline-docx.ts";
export { type ReturnedChange, type ReturnedFile, type Reviser, readReturned } from "./returned-file.ts";
export { NoWordFile, WordFile } from "./word-file.ts";
