import { type TextMatch, text, type WordingRule } from "../rule.ts";
import { inOrder } from "./in-order.ts";

const MARKS =
  /\[bookmark:[^\]]*\]?|_GoBack|(?<!\p{L})(?:TODO|FIXME|XXX)(?!\p{L})|_{3,}|\{\{|\}\}|Ошибка! [^.]*|Lorem ipsum|<(?!https?:|mailto:|[^\s<>@]+@)\/?[a-z][^>]*>|&(?:nbsp|laquo|raquo|quot|amp);/giu;

/** What stands in brackets where somebody meant to put something in: `[ФИО]`, `[указать срок]`. */
const MEANT =
  "Ф\\. ?И\\. ?О\\.?|фамилия|имя|отчество|должность|дата|номер|№|подпись|наименование|название|адрес|телефон|сумма|срок|текст|год|организация|школа";
/** Places to put a value in, as other programs and forms have them: `${ФИО}`, `{ФИО}`, `<ФИО>`, `[ФИО]`, `%ФИО%`, `@ФИО@`, `……`, `/ /`. */
const PLACES = new RegExp(
  [
    "\\$\\{[^}\\n]*\\}|(?<![\\\\{])\\{[^{}\\n]*\\p{Script=Cyrillic}[^{}\\n]*\\}",
    "(?<![\\\\<])<\\p{Script=Cyrillic}[^<>\\n]*>",
    `(?<![\\w\\\\\\ufffc])\\[(?:(?:${MEANT})(?:[ ,][^\\]\\n]*)?|(?:укаж|указ|впис|впиш|встав|заполн|уточн|выб[ие]р|подстав|введ|ввест)\\p{L}*[^\\]\\n]*)\\](?![({[:])`,
    "(?<![\\d%] ?)%\\p{L}[\\p{L}_]*%|(?<![\\p{L}\\d.])@\\p{L}[\\p{L}_]*@|(?<![\\p{L}\\d])#\\p{L}[\\p{L}_]*#",
    "(?<![\\p{L}\\d])[ХX]{2}\\.[ХX]{2}\\.(?:\\d{2,4}|[ХX]{2,4})|№[ \\u00a0]?[ХX]{2,}(?!\\p{L})|(?<!\\p{L})дд\\.мм\\.(?:гг(?:гг)?|\\d{2,4})(?![\\p{L}\\d])|(?<=[\\s(«№])__(?![\\w\\p{L}-])",
    "\\?{3,}|\\(\\?+\\)|\\((?:уточнить|вписать|дописать|проверить|исправить)[!?]*\\)",
    "(?<=(?<!\\p{L})(?:от|для|у|гр\\.)[ \\u00a0])(?:Ф\\.[ \\u00a0]?И\\.[ \\u00a0]?О\\.|ФИО(?!\\p{L}))",
    "(?<!\\.)\\.{4,}|…{2,}|\\/[ _]+\\/|«[ _]*»",
  ].join("|"),
  "giu",
);
const CAPITALS = /(?<![\w\\\ufffc])\[[А-ЯЁ][А-ЯЁ_. ]{2,}\](?![({[:])/gu;

/** What editors, forms and copying leave behind. */
export const rubbish: WordingRule = {
  code: "TRC4111",
  title: text("Служебная пометка в тексте", "A mark for oneself in a text"),
  validations: ["V43"],
  why: text(
    "Служебные пометки, места для подстановки и остатки копирования попадут в подписанный документ",
    "Marks for oneself, places to put a value in and remains of copying get into the signed document",
  ),
  example: inOrder("TODO уточнить состав жюри", "утвердить состав жюри"),
  *findText(raw): Iterable<TextMatch> {
    for (const found of raw.matchAll(MARKS))
      yield {
        start: found.index,
        end: found.index + found[0].length,
        message: text(`Служебная пометка «${found[0]}»`, `A mark that is no part of the text: "${found[0]}"`),
        hints: text("Замените её текстом или удалите", "Put the text in its place, or delete it"),
      };
    for (const pattern of [PLACES, CAPITALS])
      for (const { 0: found, index } of raw.matchAll(pattern))
        yield {
          start: index,
          end: index + found.length,
          message: text(`Место для подстановки «${found}»`, `A place to put a value in: "${found}"`),
          hints: text(
            "Напишите сами слова; в шаблоне значение записи – {{record.…}}, место для записи от руки – :blank",
            "Write the words themselves; in a template a value of a record is {{record.…}}, a place to write in by hand :blank",
          ),
        };
  },
};
