import { text, type WordingRule } from "../rule.ts";
import { inOrder } from "./in-order.ts";
import { replacing } from "./replacing.ts";

/** «приказ от … № …», the date first. */
export const orderOfReference: WordingRule = {
  code: "TRC4118",
  title: text("В ссылке номер стоит раньше даты", "The number stands before the date in a reference"),
  validations: ["V48"],
  severity: "warning",
  why: text(
    "Документ называют по порядку: вид, дата, номер, заголовок",
    "A document is named by kind, date, number, title",
  ),
  norm: "ГОСТ Р 7.0.97, реквизит 12 «Ссылка на регистрационный номер и дату»",
  example: inOrder("исполнить приказ № 88-ОД от 08.09.2025", "исполнить приказ от 08.09.2025 № 88-ОД"),
  findText: replacing(
    /№[\s\u00a0]*([\d\p{L}][\d\p{L}/-]*)[\s\u00a0]+от[\s\u00a0]+(\d{2}\.\d{2}\.\d{4}|\d{1,2}[\s\u00a0]+\p{Ll}+[\s\u00a0]+\d{4}[\s\u00a0]+(?:г\.|года))/gu,
    ([, number, date]) => `от ${date} № ${number}`,
  ),
};
