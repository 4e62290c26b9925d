import { text, type WordingRule } from "../rule.ts";
import { inOrder } from "./in-order.ts";
import { replacing, together } from "./replacing.ts";

/** «по окончании», not «по окончанию». */
export const afterTime: WordingRule = {
  code: "TRC4106",
  title: text("«По окончанию» вместо «по окончании»", "«По окончанию» in place of «по окончании»"),
  validations: ["V33"],
  why: text(
    "В значении «после чего-либо» предлог «по» требует предложного падежа: по окончании",
    "In the sense of «after» the preposition «по» takes the prepositional",
  ),
  norm: "Нормы управления русского языка",
  example: inOrder("представить отчёт по окончанию конференции", "представить отчёт по окончании конференции"),
  // «работы по завершению ремонта» is right: only the two words that never are get corrected unasked.
  findText: together(
    replacing(/(?<!\p{L})по[\s\u00a0]+(?:окончанию|истечению)(?!\p{L})/giu, prepositional),
    replacing(/(?<!\p{L})по[\s\u00a0]+(?:завершению|прибытию|возвращению)(?!\p{L})/giu, prepositional, { safe: false }),
  ),
};

function prepositional([found]: RegExpExecArray): string {
  return found.replace(/ю$/, "и").replace(/Ю$/, "И");
}
