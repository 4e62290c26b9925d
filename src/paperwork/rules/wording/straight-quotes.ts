import { text, type WordingRule } from "../rule.ts";
import { inOrder } from "./in-order.ts";
import { replacing } from "./replacing.ts";

/** «ёлочки» in place of straight quotes. */
export const straightQuotes: WordingRule = {
  code: "TRC4114",
  title: text("Прямые кавычки", "Straight quotes"),
  validations: ["V44"],
  why: text("В русском тексте кавычки – «ёлочки»", "Russian quotes are «…»"),
  norm: "ГОСТ Р 7.0.97; правила русской пунктуации",
  example: inOrder('провести конференцию "Первые шаги"', "провести конференцию «Первые шаги»"),
  findText: replacing(/(?:\\?"|“)([^"“”\\\ufffc\n]+)(?:\\?"|”)/gu, ([, inside]) => `«${inside}»`, { message: "title" }),
};
