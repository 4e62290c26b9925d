/**
 * The desk: a local page with the set, forms of the records and the documents as they are now, made anew after every change. Serves its own page,
 * the set and nothing else, to this machine only; records are edited through desk/editing.
 */
export { type Preview, type PreviewOptions, startPreview } from "./start-preview.ts";
