import { EVERYWHERE, type TextMatch, text, type WordingRule } from "../rule.ts";
import { instead, matchWords } from "./match-words.ts";

const AFTER_TIME = new Map([
  ["окончанию", "окончании"],
  ["истечению", "истечении"],
  ["завершению", "завершении"],
  ["прибытию", "прибытии"],
  ["возвращению", "возвращении"],
]);

/** «по окончании», not «по окончанию». */
export const afterTime: WordingRule = {
  code: "TRC4106",
  title: text("«По окончанию» вместо «по окончании»", "«По окончанию» in place of «по окончании»"),
  validations: ["V33"],
  severity: "error",
  why: text(
    "В значении «после чего-либо» предлог «по» требует предложного падежа: по окончании",
    "In the sense of «after» the preposition «по» takes the prepositional",
  ),
  norm: "Нормы управления русского языка",
  example: {
    file: "orders/2025/119-od-2025.yaml",
    wrong: "items:\n  - text: представить отчёт по окончанию конференции",
    right: "items:\n  - text: представить отчёт по окончании конференции",
  },
  where: EVERYWHERE,
  *findText(raw): Iterable<TextMatch> {
    // «работы по завершению ремонта» is right: only the two words that never are get mended unasked.
    for (const match of matchWords(
      raw,
      /(?<!\p{L})(по)([\s\u00a0]+)(окончанию|истечению|завершению|прибытию|возвращению)(?!\p{L})/giu,
      ([, by = "", space = "", noun = ""]) => `${by}${space}${AFTER_TIME.get(noun.toLowerCase())}`,
      instead,
    ))
      yield { ...match, safe: /окончании|истечении/.test(match.replacement ?? "") };
  },
};
