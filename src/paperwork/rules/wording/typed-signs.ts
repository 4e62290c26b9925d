import { text, type WordingRule } from "../rule.ts";
import { inOrder } from "./in-order.ts";
import { replacing } from "./replacing.ts";

const MEANT: { readonly [typed: string]: string } = { "<=": "≤", ">=": "≥", "!=": "≠", "+-": "±", "+/-": "±" };
const TYPED = /<=|>=|!=|\+\/?-(?=[ \u00a0]?\d)|(?<![\p{L}\d.,])(\d{1,4}) ?[xх] ?(\d{1,4})(?![\p{L}\d])/gu;

/** Signs of mathematics, put together of others. */
export const typedSigns: WordingRule = {
  code: "TRC4126",
  title: text("Знак, составленный из других", "A sign put together of others"),
  validations: ["V44"],
  severity: "warning",
  why: text("В документах пишут сами знаки: ≤, ≥, ≠, ±, ×", "Documents hold the signs themselves: ≤, ≥, ≠, ±, ×"),
  norm: "ГОСТ 8.417-2002; типографика деловых документов",
  example: inOrder("подготовить стенд 60х90 см", "подготовить стенд 60 × 90 см"),
  findText: replacing(TYPED, ([found, one, other]) =>
    one === undefined ? (MEANT[found] ?? null) : `${one} × ${other}`,
  ),
};
