import { type TextMatch, text, type WordingRule } from "../rule.ts";
import { codeOfMatch } from "./code-of-match.ts";
import { inOrder } from "./in-order.ts";

/** Marks over and under letters that are left when letters are composed, as they are or as an escape in double quotes. */
const MARKS = /(?!\p{Default_Ignorable_Code_Point})\p{M}|\\u03[0-6][\da-f]/giu;
/** The stress of a Russian word. */
const STRESSED = /[аеиоуыэюя]$/i;

/** A mark that makes no letter with the one before it: ы̆. Only stress is written so. */
export const looseMark: WordingRule = {
  code: "TRC4124",
  title: text("Надстрочный знак не над своей буквой", "A mark over a letter that does not bear it"),
  validations: ["V43"],
  severity: "warning",
  inNames: "error",
  everywhere: true,
  why: text(
    "С буквой под ним он не составляет другой буквы: слово не найдут поиск и сверка имён, а напечатается оно как придётся",
    "It makes no other letter with the one under it: search and the matching of names miss the word, and how it is printed is left to chance",
  ),
  example: inOrder("провести зары\u0306дку", "провести зарядку"),
  *findText(raw): Iterable<TextMatch> {
    for (const { 0: found, index } of raw.matchAll(MARKS)) {
      const stress = /^(?:\u0301|\\u0301)$/i.test(found) && STRESSED.test(raw.slice(0, index));
      if (!stress) yield match(index, found);
    }
  },
  *findInNames(raw): Iterable<TextMatch> {
    for (const { 0: found, index } of raw.matchAll(/(?<=[аеиоуыэюя])(?:\u0301|\\u0301)/giu)) yield match(index, found);
  },
};

function match(start: number, found: string): TextMatch {
  const shown = codeOfMatch(found);
  return {
    start,
    end: start + found.length,
    message: text(
      `Надстрочный знак ${shown} не над своей буквой`,
      `The mark ${shown} over a letter that does not bear it`,
    ),
    replacement: "",
    safe: false,
  };
}
