import { text, type WordingRule } from "../rule.ts";
import { inOrder } from "./in-order.ts";
import { replacing, sameCapital, together } from "./replacing.ts";
import { GOVERNMENT } from "./word-lists.ts";

/** Other slips of government that clerks make. */
export const government: WordingRule = {
  code: "TRC4108",
  title: text("Ошибка управления или написания", "A slip of government or spelling"),
  validations: ["V33"],
  why: text(
    "Слово требует другого падежа, предлога или написания",
    "The word takes another case, preposition or spelling",
  ),
  norm: "Нормы управления русского языка",
  example: inOrder("представить отчёт в течении месяца", "представить отчёт в течение месяца"),
  findText: together(
    ...GOVERNMENT.map(({ wrong, right, safe }) =>
      replacing(wrong, (found) => sameCapital(found[0], right(found)), { safe }),
    ),
  ),
};
