import { EVERYWHERE, type TextMatch, text, type WordingRule } from "../rule.ts";
import { instead, matchWords, sameCapital } from "./match-words.ts";
import { GOVERNMENT } from "./word-lists.ts";

/** Other slips of government that clerks make. */
export const government: WordingRule = {
  code: "TRC4108",
  title: text("Ошибка управления или написания", "A slip of government or spelling"),
  validations: ["V33"],
  severity: "error",
  why: text(
    "Слово требует другого падежа, предлога или написания",
    "The word takes another case, preposition or spelling",
  ),
  norm: "Нормы управления русского языка",
  example: {
    file: "orders/2025/119-od-2025.yaml",
    wrong: "items:\n  - text: представить отчёт в течении месяца",
    right: "items:\n  - text: представить отчёт в течение месяца",
  },
  where: EVERYWHERE,
  *findText(raw): Iterable<TextMatch> {
    for (const { wrong, right, safe } of GOVERNMENT)
      yield* matchWords(raw, wrong, (found) => sameCapital(found[0], right(found)), instead, safe);
  },
};
