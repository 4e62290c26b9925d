import { text, type WordingRule } from "../rule.ts";
import { inOrder } from "./in-order.ts";
import { replacing } from "./replacing.ts";

/** No space before a mark of punctuation. */
export const spaceBeforeMark: WordingRule = {
  code: "TRC4113",
  title: text("Пробел перед знаком препинания", "A space before a mark of punctuation"),
  validations: ["V43"],
  why: text(
    "Перед запятой, точкой и двоеточием пробела не ставят",
    "No space stands before a comma, a stop or a colon",
  ),
  norm: "Правила русской орфографии и пунктуации",
  example: inOrder("принять заявки , проверить их", "принять заявки, проверить их"),
  findText: replacing(
    /(?<=[\p{L}\d»)])[ \u00a0]+(?=[,;:!?](?:\s|$))|(?<=[\p{L}\d»)])[ \u00a0]+(?=\.(?:\s|$))/gu,
    () => "",
    { message: "title" },
  ),
};
