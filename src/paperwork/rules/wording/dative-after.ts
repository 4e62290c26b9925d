import { text, type WordingRule } from "../rule.ts";
import { inOrder } from "./in-order.ts";
import { replacing, sameCapital } from "./replacing.ts";

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
      const dative = dativeOf(noun.toLowerCase());
      if (dative === null) return null;
      const agreed = adjectives.replace(/(о|е)го([\s\u00a0]+)/gi, "$1му$2");
      return `${word}${space}${agreed}${sameCapital(noun, dative)}`;
    },
  ),
};

/** Genitives as they are wrongly written after «согласно», by the ending that the dative has in place of theirs. */
const GENITIVES: readonly (readonly [genitive: RegExp, dative: string])[] = [
  [
    /^(приказ|план|договор|закон|устав|график|списк|протокол|регламент|порядк|отч[её]т|пункт|законодательств|письм|акт|стандарт)а$/,
    "у",
  ],
  [/^(положени|перечн|распоряжени|постановлени|приложени|решени|соглашени|расписани|указани)я$/, "ю"],
  [/^(заявк|программ)[иы]$/, "е"],
  [/^(инструкци)и$/, "и"],
  [/^(требовани|услови)й$/, "ям"],
  [/^(приказ|план|договор)ов$/, "ам"],
  [/^(правил)$/, "ам"],
];

function dativeOf(noun: string): string | null {
  const found = GENITIVES.find(([genitive]) => genitive.test(noun));
  return found === undefined ? null : noun.replace(found[0], `$1${found[1]}`);
}
