/** Files of papers that were not made here: what a file is, how many pages it has, what it says of its own form; or why it cannot be kept. Touches no disk. */
export type { Paper } from "./paper.ts";
export { isPaperFault, PaperShelf } from "./paper-shelf.ts";
