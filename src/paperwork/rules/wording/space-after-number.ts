import { text, type WordingRule } from "../rule.ts";
import { inOrder } from "./in-order.ts";
import { replacing } from "./replacing.ts";

/** A space after the number of a clause. */
export const spaceAfterNumber: WordingRule = {
  code: "TRC4102",
  title: text("Нет пробела после номера пункта", "No space after the number of a clause"),
  validations: ["V30"],
  why: text("После номера пункта ставят пробел", "A space stands after the number of a clause"),
  norm: "ГОСТ Р 7.0.97, раздел 3",
  example: inOrder("4.6.Для участия подать заявку", "4.6. Для участия подать заявку"),
  findText: replacing(/(?<![\d.\p{L}])\d{1,2}(?:\.\d{1,2})*\.(?=\p{Lu}\p{Ll})/gu, ([number]) => `${number} `, {
    message: "title",
  }),
};
