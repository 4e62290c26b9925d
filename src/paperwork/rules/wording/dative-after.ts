import { text, type WordingRule } from "../rule.ts";
import { inOrder } from "./in-order.ts";
import { replacing, sameCapital } from "./replacing.ts";
import { AFTER_DATIVE } from "./word-lists.ts";

/** «согласно приказу», not «согласно приказа». */
export const dativeAfter: WordingRule = {
  code: "TRC4105",
  title: text(
    "Согласно, вопреки, благодаря – не с дательным падежом",
    "«Согласно», «вопреки», «благодаря» without the dative",
  ),
  validations: ["V33"],
  why: text(
    "Согласно, вопреки, благодаря требуют дательного падежа: согласно чему",
    "«Согласно», «вопреки», «благодаря» take the dative",
  ),
  norm: "Нормы управления русского языка",
  example: inOrder("согласно плана работы центра", "согласно плану работы центра"),
  findText: replacing(
    /(?<!\p{L})(согласно|вопреки|благодаря)([\s\u00a0]+)(?:с[\s\u00a0]+)?((?:\p{L}+(?:ого|его)[\s\u00a0]+)*)(\p{L}+)(?!\p{L})/giu,
    ([, word = "", space = "", adjectives = "", noun = ""]) => {
      const dative = AFTER_DATIVE.get(noun.toLowerCase());
      if (dative === undefined) return null;
      const agreed = adjectives.replace(/(о|е)го([\s\u00a0]+)/gi, "$1му$2");
      return `${word}${space}${agreed}${sameCapital(noun, dative)}`;
    },
  ),
};
