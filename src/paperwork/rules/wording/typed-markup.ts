import { type Finder, type TextMatch, text, type WordingRule } from "../rule.ts";
import { inOrder } from "./in-order.ts";

/** A number or a letter of a list that opens a value. */
const NUMBER = "(?<![^])\\d{1,2}(?:\\.\\d{1,2})*[.)][ \\t]*(?=[\\p{L}«])|(?<![^])\\p{Ll}\\)[ \\t]+(?=[\\p{L}«])";
/** Signs of Markdown, of other markups and of lists; the last line is what opens a value. */
const SIGNS = [
  '\\*\\*|~~|={2,}|\\+\\+[^+\\n]+\\+\\+|%%|`|\\[\\^[\\w-]+\\]|!?\\[{2}|\\]\\([^)\\n]*\\)|<!--|<(?:https?:|[^\\s<>@]+@)[^\\s<>]*>|&#x?[\\da-fA-F]+;|"""',
  ":{3}|(?<![\\w:]):{1,2}(?:br|blank|box|ref|annex|pagebreak|title|kind)(?!\\w)|(?<![\\p{L}\\d:]):[a-zA-Z][\\w+-]*:(?![\\p{L}\\d:])",
  "(?<![\\p{L}\\d:/»])\\/\\/|\\/\\*|\\*\\/|\\(\\([^()\\n]*\\)\\)|<<[^<>\\n]*>>|'{2,}[^'\\n]+'{2,}",
  "(?<=[\\p{L}»])\\*|\\*(?=[\\p{L}«])|\\[[ \\t]*[xхvXХV]?[ \\t]*\\]|^\\s*[•◦‣▪●►➢][ \\t]*(?=[\\p{L}«(])",
  "(?<![^])(?:(?:#{1,6}|[-*+–—>]|h\\d\\.|bq\\.|\\(\\d{1,2}\\)|[IVXLC]+\\.)[ \\t]+(?=[\\p{L}«\\[])|-(?=\\p{Ll}{2}))",
].join("|");

/** Signs of markup in a value of a record: a value is printed as it is typed. */
export const typedMarkup: WordingRule = {
  code: "TRC4125",
  title: text("Знаки разметки в записи", "Signs of markup in a record"),
  validations: ["V43"],
  recordsOnly: true,
  why: text(
    "Значение записи печатается, как набрано: выделение, перечни, номера и клеточки делает шаблон",
    "A value of a record is printed as it is typed: bold, lists, numbers and check boxes are made by the template",
  ),
  example: inOrder("**срочно** принять заявки", "принять заявки"),
  findText: finder(`${SIGNS}|${NUMBER}`),
  // A clause is quoted with its number.
  findInQuotes: finder(SIGNS),
};

function finder(pattern: string): Finder {
  const signs = new RegExp(pattern, "gmu");
  return function* (raw): Iterable<TextMatch> {
    for (const { 0: found, index } of raw.matchAll(signs))
      yield {
        start: index,
        end: index + found.length,
        message: text(
          `Напечаталось бы, как набрано: «${found.trim()}»`,
          `It would be printed as it is typed: "${found.trim()}"`,
        ),
        hints: text(
          "Оставьте одни слова; пункты перечня – отдельные значения записи",
          "Keep the words alone; items of a list are values of their own",
        ),
      };
  };
}
