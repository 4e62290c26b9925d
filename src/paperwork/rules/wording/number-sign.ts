import { EVERYWHERE, text, type WordingRule } from "../rule.ts";
import { inOrder } from "./in-order.ts";
import { matchWords } from "./match-words.ts";

/** № and a space before a number. */
export const numberSign: WordingRule = {
  code: "TRC4115",
  title: text("N вместо № или нет пробела после №", "N in place of №, or no space after it"),
  validations: ["V44"],
  severity: "error",
  why: text("Номер обозначают знаком № с пробелом после него", "A number takes the sign № and a space"),
  norm: "ГОСТ Р 7.0.97, реквизит 11",
  example: inOrder("исполнить приказ N 88-ОД", "исполнить приказ № 88-ОД"),
  where: EVERYWHERE,
  findText: (raw) =>
    matchWords(
      raw,
      /(?<![\p{L}\d])(?:N|No\.?|#)[\s\u00a0]*(?=\d)|№(?=\d)/gu,
      () => "№ ",
      (found) =>
        text(
          found === "№" ? "После № нет пробела" : `«${found.trim()}» вместо №`,
          found === "№" ? "There is no space after №" : `"${found.trim()}" in place of №`,
        ),
    ),
};
