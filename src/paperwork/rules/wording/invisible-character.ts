import { type TextMatch, text, type WordingRule } from "../rule.ts";
import { codeOfMatch } from "./code-of-match.ts";
import { inOrder } from "./in-order.ts";

/** Characters that no reader sees, as they are or as an escape in double quotes. */
const INVISIBLE =
  /[\p{Default_Ignorable_Code_Point}\u2028\u2029\ufff9-\ufffb]|\\(?:x[aA][dD]|u(?:00[aA][dD]|034[fF]|180[b-fB-F]|20(?:0[b-fB-F]|2[8-9a-eA-E]|6[0-9a-fA-F])|[fF][eE](?:0[0-9a-fA-F]|[fF][fF]))|U000[eE][0-9a-fA-F]{4})/gu;

/** Zero widths, soft hyphens, marks of direction, variation selectors: what copying leaves behind. */
export const invisibleCharacter: WordingRule = {
  code: "TRC4122",
  title: text("Невидимый символ в тексте", "An invisible character in a text"),
  validations: ["V43"],
  severity: "warning",
  inNames: "error",
  everywhere: true,
  why: text(
    "Его не видно, но слово с ним – другое: его не найдут поиск и сверка имён и номеров",
    "It cannot be seen, yet the word is another one: search and the matching of names and numbers miss it",
  ),
  example: inOrder("провести конфе\u200bренцию", "провести конференцию"),
  *findText(raw): Iterable<TextMatch> {
    for (const { 0: found, index } of raw.matchAll(INVISIBLE)) {
      const shown = codeOfMatch(found);
      yield {
        start: index,
        end: index + found.length,
        message: text(`Невидимый символ ${shown}`, `The invisible character ${shown}`),
        replacement: "",
        safe: true,
      };
    }
  },
};
