import { CASE_NAMES, casesAfter, casesOf, type GrammaticalCase, isWrongAfter } from "../../../language/index.ts";
import { type TextMatch, text, type WordingRule } from "../rule.ts";
import { governmentSlips } from "./government.ts";
import { inOrder } from "./in-order.ts";
import { lostPrepositions } from "./lost-prepositions.ts";

/** A noun or its adjective stands in a case that its preposition takes, and one in the prepositional has a preposition. */
export const prepositionCase: WordingRule = {
  code: "TRC4133",
  title: text("Предлог и падеж не сходятся", "A preposition and a case that do not agree"),
  validations: ["V33"],
  severity: "warning",
  why: text(
    "После предлога слово стоит в падеже, которого он требует, а предложный падеж без предлога не бывает",
    "A preposition takes a word in its own case, and the prepositional never stands without one",
  ),
  norm: "Нормы управления русского языка",
  example: inOrder("принять к сведения доклад", "принять к сведению доклад"),
  *findText(raw): Iterable<TextMatch> {
    for (const { 0: found, 1: preposition = "", 2: word = "", index } of raw.matchAll(AFTER)) {
      const only = WITH_INSTRUMENTAL.test(raw.slice(0, index)) && /^со?$/i.test(preposition);
      const wrong = only ? lacks(word, "instrumental") : isWrongAfter(preposition, word);
      if (OLD_GENITIVE.has(word.toLowerCase()) || !wrong) continue;
      yield {
        start: index,
        end: index + found.length,
        message: text(
          `«${found}»: после «${preposition.toLowerCase()}» слово «${word}» в этом падеже не стоит`,
          `«${found}»: «${word}» does not stand in this case after «${preposition.toLowerCase()}»`,
        ),
        hints: text(
          `Поставьте слово в ${(only ? (["instrumental"] as const) : casesAfter(preposition))
            .map((name) => CASE_NAMES[name].ru)
            .join(" или ")} падеж или исправьте предлог`,
          "Put the word in the case that the preposition takes, or correct the preposition",
        ),
      };
    }
    const lost = lostPrepositions(raw);
    // What a rule of its own corrects is told by that one.
    const told = lost.length === 0 ? [] : [...governmentSlips(raw)];
    yield* lost.filter(({ start, end }) => !told.some((one) => one.start < end && start < one.end));
  },
};

/** «В соответствии с планом», «в связи с переносом»: with these words «с» takes the instrumental alone. */
const WITH_INSTRUMENTAL = /(?<!\p{L})(?:соответствии|связи|сравнению|согласии|наряду)[ \u00a0]$/iu;

/** True when the dictionary knows the word, and not in this case. */
function lacks(word: string, name: GrammaticalCase): boolean {
  const cases = casesOf(word);
  return cases.size > 0 && !cases.has(name);
}

/** «Без умолку»: a genitive in «-у» that lives on in set phrases. */
const OLD_GENITIVE = new Set(["умолку", "спросу", "толку", "зарезу", "испугу", "устатку", "разбору"]);
const SMALL = "[а-яё]{4,}(?![\\p{L}\\p{M}\\p{N}_.@/\\p{Cf}-])";
const AFTER = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}_.@/«-])((?:без|вместо|вне|для|до|из|из-за|кроме|около|от|после|ради|среди|у|ко?|над|перед|во?|на|обо?|о|при|по|со?|за))[ \\u00a0](${SMALL})`,
  "giu",
);
