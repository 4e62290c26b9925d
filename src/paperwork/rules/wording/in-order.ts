import type { Example } from "../../../base/diagnostics/index.ts";

/** An example of a rule of wording: a task of an order of the sample, written wrongly and rightly. */
export function inOrder(wrong: string, right: string): Required<Example> {
  return { file: "orders/2025/119-od-2025.yaml", wrong: task(wrong), right: task(right) };
}

function task(words: string): string {
  return `items:\n  - text: '${words}'`;
}
