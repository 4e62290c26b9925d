import { EVERYWHERE, text, type WordingRule } from "../rule.ts";
import { inOrder } from "./in-order.ts";
import { matchWords } from "./match-words.ts";

/** «ёлочки» in place of straight quotes. */
export const straightQuotes: WordingRule = {
  code: "TRC4114",
  title: text("Прямые кавычки", "Straight quotes"),
  validations: ["V44"],
  severity: "error",
  why: text("В русском тексте кавычки – «ёлочки»", "Russian quotes are «…»"),
  norm: "ГОСТ Р 7.0.97; правила русской пунктуации",
  example: inOrder('провести конференцию "Первые шаги"', "провести конференцию «Первые шаги»"),
  where: EVERYWHERE,
  findText: (raw) =>
    matchWords(
      raw,
      /(?:\\?"|“)([^"“”\\\ufffc\n]+)(?:\\?"|”)/gu,
      ([, inside]) => `«${inside}»`,
      () => text("Прямые кавычки вместо «ёлочек»", "Straight quotes in place of «…»"),
    ),
};
