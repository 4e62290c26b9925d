/**
 * The preview: a local page that shows the documents as they are now, made anew after every saved file. Serves its own page, the set and
 * nothing else, to this machine only.
 */
export { type Preview, type PreviewOptions, startPreview } from "./start-preview.ts";
