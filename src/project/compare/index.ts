/**
 * Compares two sets of documents word by word: a folder of records, a revision of them in git, or a folder that was built.
 * Reads; writes only a temporary copy of a revision, which it removes.
 */
export { type ComparedDocument, type CompareOptions, type CompareReport, compareSets } from "./compare-sets.ts";
