/** Tells when files change: names that change together come together. Imports nothing of ours. */
export { type Changes, type FileWatch, watchFiles } from "./watch-files.ts";
