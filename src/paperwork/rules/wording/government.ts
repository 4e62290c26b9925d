import { text, type WordingRule } from "../rule.ts";
import { inOrder } from "./in-order.ts";
import { replacing, sameCapital, together } from "./replacing.ts";

/** Other slips of government that clerks make. */
export const government: WordingRule = {
  code: "TRC4108",
  title: text("Ошибка управления или написания", "A slip of government or spelling"),
  validations: ["V33"],
  why: text(
    "Слово требует другого падежа, предлога или написания",
    "The word takes another case, preposition or spelling",
  ),
  norm: "Нормы управления русского языка",
  example: inOrder("представить отчёт в течении месяца", "представить отчёт в течение месяца"),
  findText: together(
    slip(
      /(?<!\p{L})в[\s\u00a0]+течении(?=[\s\u00a0]+(?:\d|года|месяца|недели|дня|срока|периода|полугодия|четверти|суток|часа|всего|одного|двух|трёх|трех|пяти|десяти|учебного))/giu,
      "в течение",
    ),
    slip(/(?<!\p{L})в[\s\u00a0]+продолжении(?=[\s\u00a0]+(?:\d|года|месяца|недели|дня|всего))/giu, "в продолжение"),
    slip(/(?<!\p{L})в[\s\u00a0]+следствии(?!\p{L})/giu, "вследствие", false),
    slip(
      /(?<!\p{L})контрол(ь|я|ю|ем|е)[\s\u00a0]+над[\s\u00a0]+(исполнением|выполнением|соблюдением|проведением|деятельностью|работой)/giu,
      ([, ending, noun]) => `контрол${ending} за ${noun}`,
    ),
    slip(
      /(?<!\p{L})оплат(ить|а|у|е)[\s\u00a0]+за[\s\u00a0]+(?=проезд|обучение|услуги|участие|проживание)/giu,
      ([, ending]) => `оплат${ending} `,
      false,
    ),
    slip(
      /(?<!\p{L})не[\s\u00a0]+позднее,?[\s\u00a0]+чем[\s\u00a0]+(?=\d+[\s\u00a0]+(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря))/giu,
      "не позднее ",
    ),
    slip(
      /(?<!\p{L})заведующ(ий|его|ему|им|ая|ей)[\s\u00a0]+(кабинета|библиотеки|кафедры|отдела|лаборатории|хозяйства|филиала)(?!\p{L})/giu,
      ([, ending, noun = ""]) => `заведующ${ending} ${instrumental(noun)}`,
    ),
    slip(/(?<!\p{L})возложить[\s\u00a0]+за(?!\p{L})/giu, "возложить на", false),
    slip(/(?<!\p{L})в[\s\u00a0]+целях[\s\u00a0]+реализовать(?!\p{L})/giu, "в целях реализации", false),
    slip(/(?<!\p{L})в[\s\u00a0]+соответствие(?<!прив[^.;]*)(?=[\s\u00a0]+с(?:о)?[\s\u00a0])/giu, "в соответствии"),
    slip(
      /(?<!\p{L})(?<!(?:име|выпуска)\p{L}*[\s\u00a0])в[\s\u00a0]+виду[\s\u00a0]+(?=(?:отсутстви|болезни|невозможност|необходимост|изменени|увольнени|перенос|окончани)\p{L}*)/giu,
      "ввиду ",
      false,
    ),
    slip(/(?<!\p{L})2-х(?=[\s\u00a0]+\p{L})/giu, "двух"),
    slip(/(?<!\p{L})3-х(?=[\s\u00a0]+\p{L})/giu, "трёх"),
    slip(/(?<!\p{L})не[\s\u00a0]+смотря[\s\u00a0]+на(?=[\s\u00a0]+(?:то|отсутствие|наличие|это))/giu, "несмотря на"),
    slip(
      /(?<!\p{L})в[\s\u00a0]+соответствии[\s\u00a0]+(приказу|плану|договору|положению|закону|уставу|графику|требованиям)(?!\p{L})/giu,
      ([, noun = ""]) => `в соответствии с ${instrumental(noun)}`,
    ),
  ),
};

/** A slip and what to write; the expression has the flags `g`, `i` and `u`. */
function slip(
  wrong: RegExp,
  right: string | ((found: RegExpExecArray) => string),
  safe = true,
): ReturnType<typeof replacing> {
  return replacing(wrong, (found) => sameCapital(found[0], typeof right === "string" ? right : right(found)), { safe });
}

/** Of the nouns above, in whatever case they were written. */
function instrumental(noun: string): string {
  return noun
    .toLowerCase()
    .replace(/[ау]$/, "ом")
    .replace(/ии$/, "ией")
    .replace(/[иы]$/, "ой")
    .replace(/ю$/, "ем")
    .replace(/ям$/, "ями");
}
