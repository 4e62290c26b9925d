import { remembered } from "../../../base/text/index.ts";
import { nameReading, slipsOf } from "../../../language/index.ts";
import type { Facts } from "../facts.ts";
import { type Finder, type TextMatch, text, type WordingRule } from "../rule.ts";
import { inOrder } from "./in-order.ts";

/** A word that no dictionary has and that one slip makes of a word that it has. */
export const misspelt: WordingRule = {
  code: "TRC4132",
  title: text("В слове опечатка", "A misspelt word"),
  validations: ["V43"],
  severity: "warning",
  why: text(
    "Такого слова в словаре нет, а отличается оно от известного одной буквой: опечатка напечатается",
    "No dictionary has the word, and it is one letter away from one that is known: the slip would be printed",
  ),
  example: inOrder("принять заявки на учатие в конференции", "принять заявки на участие в конференции"),
  finderFor,
};

/** Words in small letters, of five at least, that are no part of an address, a name with a hyphen or a path; and the first word of a text that is no name. */
const WORD =
  /(?<![\p{L}\p{M}\p{N}_.@/«\p{Cf}-])(?:[а-яё]{5,}|^[А-ЯЁ][а-яё]{3,}(?:ни[ея]|ци[яи]|ть|ость)(?= [а-яё]))(?![\p{L}\p{M}\p{N}_@/\p{Cf}-]|\.\p{L})/gu;
/** «компл.»: what is cut off at a consonant has no words to be compared with. */
const CUT = /^.{1,7}[бвгджзклмнпрстфхцчшщ]$/u;
const SHOWN = 3;

/** Words of a text that no dictionary has, with those that are one slip away. */
const unknownWords = remembered((raw) =>
  [...raw.matchAll(WORD)].flatMap(({ 0: word, index }) => {
    const slips = slipsOf(word);
    return slips === null || slips.length === 0 ? [] : [{ word, index, slips }];
  }),
);

function finderFor(facts: Facts): Finder {
  const { words = [], activityForms = [] } = facts.settings;
  const own = [...words, ...activityForms]
    .flatMap((one) => one.toLowerCase().split(/[^а-яё]+/))
    .filter((one) => one !== "");
  // Forms of a word of the centre differ in the last letters.
  const stems = own.map((one) => one.slice(0, Math.max(4, one.length - 2)));
  // A form of activities that the centre has not got is another rule's.
  const forms = new Set([...facts.all("activities"), ...facts.all("results")].map(({ data: { form } }) => form));
  return function* (raw): Iterable<TextMatch> {
    if (forms.has(raw)) return;
    for (const { word, index, slips } of unknownWords(raw)) {
      const end = index + word.length;
      if (raw[end] === "." && CUT.test(word)) continue;
      if (/^[А-ЯЁ]/.test(word) && Object.values(nameReading(word)).includes(true)) continue;
      if (stems.some((stem) => word.toLowerCase().startsWith(stem))) continue;
      const near = slips.slice(0, SHOWN);
      yield {
        start: index,
        end,
        message: text(
          `Слова «${word}» нет в словаре; похоже на ${near.map((one) => `«${one}»`).join(", ")}`,
          `No dictionary has «${word}»; it is close to ${near.map((one) => `«${one}»`).join(", ")}`,
        ),
        hints: text(
          `Исправьте слово; если оно верно, назовите его в settings.yaml: words: [${word}]`,
          `Correct the word; if it is right, name it in settings.yaml: words: [${word}]`,
        ),
      };
    }
  };
}
