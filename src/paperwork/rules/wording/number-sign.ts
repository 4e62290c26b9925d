import { text, type WordingRule } from "../rule.ts";
import { inOrder } from "./in-order.ts";
import { replacing } from "./replacing.ts";

/** № and a space before a number. */
export const numberSign: WordingRule = {
  code: "TRC4115",
  title: text("N вместо № или нет пробела после №", "N in place of №, or no space after it"),
  validations: ["V44"],
  why: text("Номер обозначают знаком № с пробелом после него", "A number takes the sign № and a space"),
  norm: "ГОСТ Р 7.0.97, реквизит 11",
  example: inOrder("исполнить приказ N 88-ОД", "исполнить приказ № 88-ОД"),
  findText: replacing(/(?<![\p{L}\d])(?:N|No\.?|#)[\s\u00a0]*(?=\d)|№(?=\d)/gu, () => "№ ", {
    message: (found) =>
      found === "№"
        ? text("После № нет пробела", "There is no space after №")
        : text(`«${found.trim()}» вместо №`, `"${found.trim()}" in place of №`),
  }),
};
