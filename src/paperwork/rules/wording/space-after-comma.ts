import { text, type WordingRule } from "../rule.ts";
import { inOrder } from "./in-order.ts";
import { replacing } from "./replacing.ts";

/** A space after a comma. */
export const spaceAfterComma: WordingRule = {
  code: "TRC4127",
  title: text("Нет пробела после знака препинания", "No space after a mark of punctuation"),
  validations: ["V43"],
  why: text("После запятой и точки с запятой ставят пробел", "A space stands after a comma and a semicolon"),
  norm: "Правила русской орфографии и пунктуации",
  example: inOrder("принять заявки,поступившие в срок", "принять заявки, поступившие в срок"),
  findText: replacing(
    /[,;](?=\p{Script=Cyrillic})|(?<=\p{Script=Cyrillic}):(?=\p{Script=Cyrillic})|(?<=\p{Ll}{4})\.(?=[А-ЯЁ][а-яё])/gu,
    ([mark]) => `${mark} `,
    { message: "title" },
  ),
};
