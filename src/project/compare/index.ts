/**
 * Compares two sets of documents word by word: a folder of records, a revision of them in git, a folder that was built; or two files of Word.
 * Writes only the changed documents as tracked changes, where it is told to, and a temporary copy of a revision, which it removes.
 */
export { compareReturned, type ReturnedReport } from "./compare-returned.ts";
export { type ComparedDocument, type CompareOptions, type CompareReport, compareSets } from "./compare-sets.ts";
export { writeRedlines } from "./write-redlines.ts";
