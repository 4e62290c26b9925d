/**
 * Lines and pages: a flow and the metrics of the fonts → pages of placed lines, rules and charts. Pure; knows nothing of PDF.
 */
export { holdLines } from "./hold-lines.ts";
export type { Layout, LinePiece, Page, PlacedItem, PlacedLine, PlacedRule } from "./layout.ts";
export { layoutFlow } from "./layout-flow.ts";
