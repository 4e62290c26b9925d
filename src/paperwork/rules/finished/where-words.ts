import { escapeExpression } from "../../../base/text/index.ts";
import type { ContentRecord } from "../../records/index.ts";
import type { FindingIn } from "../rule.ts";

/** Where the words stand in the record; its beginning when they come from the template. */
export function whereWords(record: ContentRecord, words: string): Pick<FindingIn, "pointer" | "range"> {
  const pattern = escapeExpression(words).replace(/[\s\u00a0\u202f]+/g, "[\\s\\u00a0]+");
  const at = new RegExp(pattern, "iu").exec(record.text);
  if (at === null) return { pointer: "" };
  const span = record.spans.find(({ start, end }) => start <= at.index && at.index < end);
  return { pointer: span?.pointer ?? "", range: [at.index, at.index + at[0].length] };
}
