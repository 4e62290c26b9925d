import { ALIKE, turned } from "../../../base/text/index.ts";
import { type Text, text, type WordingRule } from "../rule.ts";
import { inOrder } from "./in-order.ts";
import { replacing, together } from "./replacing.ts";

const LATIN_ONLY = new RegExp(`^[${ALIKE.latin}]+$`);
const CYRILLIC_ONLY = new RegExp(`^[${ALIKE.cyrillic}]+$`);

/** A text of one alphabet has no such word, and is most texts. */
const BOTH = [/\p{Script=Latin}/iu, /\p{Script=Cyrillic}/iu];
/** A word of letters of both alphabets, where those of one could be taken for those of the other. */
const MIXED = /(?<!\p{L}|\\u[\da-f]{0,3}|\\x[\da-f]?)(?=\p{L}*\p{Script=Latin})(?=\p{L}*\p{Script=Cyrillic})\p{L}+/giu;
/** A number of a document with letters of both: `12-K-ОД`. */
const NUMBER = /(?<![\p{L}\p{N}])[\d_]+(?:[-/][\p{Lu}\d]+)+(?!\p{L})/gu;
/** A whole word: one of Latin letters alone may be a foreign name in a text, but not a surname or a number. */
const WORD = /(?<![\p{L}\\])\p{Script=Latin}+(?!\p{L})/gu;
/** A Latin letter that stands for a Russian preposition or conjunction. */
const ALONE = /(?<=\p{Script=Cyrillic}[,;:]?[ \u00a0])[acoy](?=[ \u00a0]\p{Script=Cyrillic})/gu;

/** The same before a name, «c. Примерное», and at the begin of a text. */
const BEFORE_NAME =
  /(?<![\p{L}\p{N}.-])c(?=\.[ \u00a0]?[А-ЯЁ])|(?<=^["']?)[CcOoAaYy](?=[ \u00a0]\p{Script=Cyrillic})/gu;

const mixed = replacing(MIXED, ([word]) => inOneAlphabet(word), { message: said });

/** Letters that look alike: one word or number is written in one alphabet. */
export const alikeLetters: WordingRule = {
  code: "TRC4123",
  title: text("Латинская буква в русском слове или русская в латинском", "Letters of two alphabets in one word"),
  validations: ["V43"],
  severity: "warning",
  inNames: "error",
  everywhere: true,
  why: text(
    "На вид буквы одинаковы, но слово – другое: его не найдут поиск и сверка имён и номеров",
    "The letters look alike, yet the word is another one: search and the matching of names and numbers miss it",
  ),
  example: inOrder("провести cеминар", "провести семинар"),
  findText: together(
    (raw) => (BOTH.every((script) => script.test(raw)) ? mixed(raw) : []),
    replacing(NUMBER, ([number]) => (/\p{Script=Cyrillic}/u.test(number) ? inOneAlphabet(number) : null), {
      message: said,
    }),
    replacing(BEFORE_NAME, ([letter]) => turned(letter, "latin"), { message: said }),
    replacing(ALONE, ([letter]) => turned(letter, "latin"), { message: said }),
  ),
  findInNames: replacing(WORD, ([word]) => (LATIN_ONLY.test(word) ? turned(word, "latin") : null), {
    message: said,
  }),
};

/** The word in the alphabet of the letters that are of that one alone; null where both have such letters, or it is in one already. */
function inOneAlphabet(word: string): string | null {
  const latin = word.replace(/[^\p{Script=Latin}]/gu, "");
  const cyrillic = word.replace(/[^\p{Script=Cyrillic}]/gu, "");
  if (latin === "" || cyrillic === "") return null;
  if (LATIN_ONLY.test(latin)) return turned(word, "latin");
  return CYRILLIC_ONLY.test(cyrillic) ? turned(word, "cyrillic") : null;
}

function said(found: string): Text {
  const letters = (script: RegExp): string => [...new Set(found.match(script) ?? [])].join(", ");
  const latin = letters(/\p{Script=Latin}/gu);
  if (found.length === 1)
    return text(`Латинская буква «${latin}» вместо русской`, `The Latin letter “${latin}” for a Russian one`);
  return LATIN_ONLY.test(latin.replaceAll(", ", ""))
    ? text(`В «${found}» латинские буквы: ${latin}`, `“${found}” has Latin letters: ${latin}`)
    : text(
        `В «${found}» русские буквы: ${letters(/\p{Script=Cyrillic}/gu)}`,
        `“${found}” has Cyrillic letters: ${letters(/\p{Script=Cyrillic}/gu)}`,
      );
}
