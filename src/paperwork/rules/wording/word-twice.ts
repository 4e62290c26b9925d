import { text, type WordingRule } from "../rule.ts";
import { inOrder } from "./in-order.ts";
import { replacing } from "./replacing.ts";

/** Words that are repeated on purpose, and those that stand side by side by chance: «того, что что-то». */
const MEANT = /^(?:раз|чуть|еле|едва|точь|день|шаг|лицом|они|всё|все|так|как|то|что|да|нет|очень|много|давно)$/iu;
const TWICE = /(?<![\p{L}\p{N}-])(\p{Script=Cyrillic}+)(?:[ \u00a0]+\1)+(?![\p{L}\p{N}-])/giu;

/** No word stands twice. */
export const wordTwice: WordingRule = {
  code: "TRC4128",
  title: text("Слово повторено", "A word stands twice"),
  validations: ["V43"],
  severity: "warning",
  why: text("Повтор остаётся при правке и печатается", "A repetition is left by editing, and is printed"),
  example: inOrder("принять принять заявки", "принять заявки"),
  findText: replacing(TWICE, ([, word = ""]) => (MEANT.test(word) ? null : word), { safe: false }),
};
