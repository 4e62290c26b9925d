import { EVERYWHERE, type TextMatch, text, type WordingRule } from "../rule.ts";
import { instead, matchWords, sameCapital } from "./match-words.ts";

const VERBS =
  "заключ(?:ить|ать|или|ают|ит)|подпис(?:ать|али|ывают)|расторг(?:нуть|ли)|подготов(?:ить|или)|оформ(?:ить|или)|все|эти|новые|типовые|действующие|указанные|прежние";

/** «договоры», not «договора». */
export const pluralOfAgreement: WordingRule = {
  code: "TRC4107",
  title: text("«Договора» вместо «договоры»", "«Договора» in place of «договоры»"),
  validations: ["V33"],
  severity: "error",
  why: text("В документах множественное число – «договоры»", "In documents the plural is «договоры»"),
  norm: "Нормы русского литературного языка",
  example: {
    file: "orders/2025/119-od-2025.yaml",
    wrong: "items:\n  - text: заключить договора с базовыми организациями",
    right: "items:\n  - text: заключить договоры с базовыми организациями",
  },
  where: EVERYWHERE,
  *findText(raw): Iterable<TextMatch> {
    yield* matchWords(
      raw,
      new RegExp(`(?<!\\p{L})(${VERBS})([\\s\\u00a0]+)(договора)(?!\\p{L})`, "giu"),
      ([, before = "", space = "", noun = ""]) => `${before}${space}${sameCapital(noun, "договоры")}`,
      instead,
    );
    yield* matchWords(
      raw,
      /(?<!\p{L})(договора)([\s\u00a0]+)(заключены|подписаны|расторгнуты|действуют|прекращены|зарегистрированы)(?!\p{L})/giu,
      ([, noun = "", space = "", after = ""]) => `${sameCapital(noun, "договоры")}${space}${after}`,
      instead,
    );
  },
};
