import { cardinal } from "../../../language/index.ts";
import { SPACE } from "../reference-date.ts";
import { type TextMatch, text, type WordingRule } from "../rule.ts";
import { inOrder } from "./in-order.ts";

const FORMS = ["nominative", "genitive", "accusative"] as const;
const UP_TO = 40;
const WORDS: ReadonlyMap<string, number> = new Map(
  Array.from({ length: UP_TO }, (_, at) => at + 1).flatMap((value) =>
    (["masculine", "feminine", "neuter"] as const).flatMap((gender) =>
      FORMS.map((name) => [cardinal(value, { case: name, gender }), value] as const),
    ),
  ),
);
const COUNT = `(\\d{1,6}|${[...WORDS.keys()].sort((a, b) => b.length - a.length).join("|")})`;
const FREE = "(?<![\\p{L}\\d.,№/–-])(?<!№[ \\u00a0])";
const THING = `(?:${SPACE}\\p{Ll}{3,}){0,2}`;
/** The whole ends the phrase, but for «поданных», «возможных»: «12 команд из 10 школ», «6 групп из 5 человек» are no parts. */
const ENDS = `(?:${SPACE}\\p{Ll}+(?:нн|вш|щ|м|ожн)[иы]х(?:ся)?)?(?!${SPACE}?[\\p{L}«„(%]|[.,/:–-]?\\d)`;
/** «5 занятий из 4», «пять олимпиад из четырёх». */
const OF = new RegExp(`${FREE}${COUNT}${THING}${SPACE}из${SPACE}${COUNT}${ENDS}`, "giu");
const PEOPLE = "(?:участни|обучающ|учащ|учени|школьни|педагог|учител|человек|работни|специалист|слушател)\\p{Ll}*";
/** «10 участников, из них 12 победителей»; «10 школ, в том числе 25 педагогов» counts two kinds of things. */
const AMONG = new RegExp(
  `${FREE}${COUNT}${SPACE}(?:\\p{Ll}{3,}${THING}(?:,${SPACE}|${SPACE}\\()из${SPACE}(?:них|которых)|${PEOPLE}(?:,${SPACE}|${SPACE}\\()в${SPACE}том${SPACE}числе)(?:${SPACE}\\p{Ll}{4,})?${SPACE}${COUNT}(?![\\p{L}\\d.,/:–-]|${SPACE}(?:%|раз|процент))`,
  "giu",
);
/** «доля 110 %»: no share is more than the whole. */
const SHARE = new RegExp(`(?<!\\p{L})дол[яюие](?!\\p{L})[^.;%]{0,80}?${FREE}(\\d{3,})${SPACE}?%`, "giu");
const WHOLE = 100;

/** A part that a text names is not more than the whole beside it. */
export const partOfWhole: WordingRule = {
  code: "TRC4137",
  title: text("В тексте часть больше целого", "A text has a part that exceeds the whole"),
  validations: ["V19"],
  severity: "warning",
  why: text(
    "Из целого нельзя взять больше, чем в нём есть: одно из двух чисел неверно",
    "No more can be taken of a whole than it has: one of the numbers is wrong",
  ),
  example: inOrder("проверить 12 работ из 10", "проверить 10 работ из 12"),
  recordsOnly: true,
  *findText(raw): Iterable<TextMatch> {
    for (const found of raw.matchAll(OF)) if (countOf(found[1]) > countOf(found[2])) yield said(found);
    for (const found of raw.matchAll(AMONG)) if (countOf(found[2]) > countOf(found[1])) yield said(found);
    for (const found of raw.matchAll(SHARE)) if (countOf(found[1]) > WHOLE) yield said(found);
  },
};

function countOf(words = ""): number {
  return WORDS.get(words.toLowerCase()) ?? Number(words);
}

function said({ 0: words, index }: RegExpMatchArray & { readonly index: number }): TextMatch {
  return {
    start: index,
    end: index + words.length,
    message: text(`«${words}»: часть больше целого`, `“${words}”: the part exceeds the whole`),
    hints: text("Проверьте оба числа", "Check both numbers"),
  };
}
