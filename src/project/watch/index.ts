/** Reports when files change: names that change together come together. Imports nothing of ours. */
export { type Changes, watchFiles } from "./watch-files.ts";
