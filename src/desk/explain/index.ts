/** Findings explained: the table of all codes, gathered from the rooms that own them, and their pages. */
export { type Explanation, explainCode } from "./explain-code.ts";
export { FINDINGS } from "./findings-by-code.ts";
export { rulePages } from "./rule-pages.ts";
