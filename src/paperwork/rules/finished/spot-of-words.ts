import { escapeExpression } from "../../../base/text/index.ts";
import type { FinishedDocument } from "../finished-document.ts";
import type { Finding } from "../rule.ts";

/** Where the words stand in the record; its beginning when they come from the template. */
export function spotOfWords(
  record: FinishedDocument["record"],
  words: string,
): Pick<Finding, "record" | "pointer" | "range"> {
  const pattern = escapeExpression(words).replace(/[\s\u00a0\u202f]+/g, "[\\s\\u00a0]+");
  const at = new RegExp(pattern, "iu").exec(record.text);
  if (at === null) return { record, pointer: "" };
  const span = record.spans.find(({ start, end }) => start <= at.index && at.index < end);
  return { record, pointer: span?.pointer ?? "", range: [at.index, at.index + at[0].length] };
}
