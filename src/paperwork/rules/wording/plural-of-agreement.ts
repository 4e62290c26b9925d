import { text, type WordingRule } from "../rule.ts";
import { inOrder } from "./in-order.ts";
import { replacing, sameCapital, together } from "./replacing.ts";

const VERBS =
  "заключ(?:ить|ать|или|ают|ит)|подпис(?:ать|али|ывают)|расторг(?:нуть|ли)|подготов(?:ить|или)|оформ(?:ить|или)|все|эти|новые|типовые|действующие|указанные|прежние";

/** «договоры», not «договора». */
export const pluralOfAgreement: WordingRule = {
  code: "TRC4107",
  title: text("«Договора» вместо «договоры»", "«Договора» in place of «договоры»"),
  validations: ["V33"],
  why: text("В документах множественное число – «договоры»", "In documents the plural is «договоры»"),
  norm: "Нормы русского литературного языка",
  example: inOrder("заключить договора с базовыми организациями", "заключить договоры с базовыми организациями"),
  findText: together(
    replacing(
      new RegExp(`(?<!\\p{L})(${VERBS})([\\s\\u00a0]+)(договора)(?!\\p{L})`, "giu"),
      ([, before = "", space = "", noun = ""]) => `${before}${space}${sameCapital(noun, "договоры")}`,
    ),
    replacing(
      /(?<!\p{L})(договора)([\s\u00a0]+)(заключены|подписаны|расторгнуты|действуют|прекращены|зарегистрированы)(?!\p{L})/giu,
      ([, noun = "", space = "", after = ""]) => `${sameCapital(noun, "договоры")}${space}${after}`,
    ),
  ),
};
