import { type TextMatch, text, type WordingRule } from "../rule.ts";
import { inOrder } from "./in-order.ts";

/** What editors and copying leave behind. */
export const rubbish: WordingRule = {
  code: "TRC4111",
  title: text("Служебная пометка в тексте", "A mark for oneself in a text"),
  validations: ["V43"],
  why: text(
    "Служебные пометки и остатки копирования попадут в подписанный документ",
    "Marks for oneself and remains of copying get into the signed document",
  ),
  example: inOrder("TODO уточнить состав жюри", "утвердить состав жюри"),
  *findText(raw): Iterable<TextMatch> {
    const expression =
      /\[bookmark:[^\]]*\]?|_GoBack|(?<!\p{L})(?:TODO|FIXME|XXX)(?!\p{L})|_{3,}|\{\{|\}\}|Ошибка! [^.]*|Lorem ipsum|<\/?[a-z][^>]*>|&(?:nbsp|laquo|raquo|quot|amp);/giu;
    for (const found of raw.matchAll(expression))
      yield {
        start: found.index,
        end: found.index + found[0].length,
        message: text(`Служебная пометка «${found[0]}»`, `A mark that is no part of the text: "${found[0]}"`),
        hints: text("Замените её текстом или удалите", "Put the text in its place, or delete it"),
      };
  },
};
