/** Reports when files change: names that change together are reported together. Imports no room but base/text. */
export { type Changes, watchFiles } from "./watch-files.ts";
