import { type TextMatch, text, type WordingRule } from "../rule.ts";
import { string } from "../values.ts";
import { instead, matchWords } from "./match-words.ts";

const BOTH = ["records", "templates"] as const;
const ORDER = "orders/2025/119-od-2025.yaml";
const item = (words: string): string => `items:\n  - text: '${words}'`;

/** A space after the number of a clause. */
export const spaceAfterNumber: WordingRule = {
  code: "TRC4102",
  validations: ["V30"],
  severity: "error",
  why: text("После номера пункта ставят пробел", "A space stands after the number of a clause"),
  norm: "ГОСТ Р 7.0.97, раздел 3",
  example: { file: ORDER, wrong: item("4.6.Для участия подать заявку"), right: item("4.6. Для участия подать заявку") },
  where: BOTH,
  findText: (raw) =>
    matchWords(
      raw,
      /(?<![\d.\p{L}])\d{1,2}(?:\.\d{1,2})*\.(?=\p{Lu}\p{Ll})/gu,
      ([number]) => `${number} `,
      () => text("После номера пункта нет пробела", "There is no space after the number of the clause"),
    ),
};

/** «5 рабочих дней», not «5 дней». */
export const kindOfDays: WordingRule = {
  code: "TRC4109",
  validations: ["V40"],
  severity: "warning",
  why: text(
    "Без слов «рабочих» или «календарных» срок понимают по-разному",
    "Without «рабочих» or «календарных» the term is read in two ways",
  ),
  norm: "ГК РФ, статьи 190–194",
  example: {
    file: ORDER,
    wrong: item("рассмотреть заявки в течение 5 дней"),
    right: item("рассмотреть заявки в течение 5 рабочих дней"),
  },
  where: BOTH,
  findText: (raw) =>
    matchWords(
      raw,
      /(?<!\p{L})(в[\s\u00a0]+течение|не[\s\u00a0]+позднее(?:[\s\u00a0]+чем[\s\u00a0]+за)?|через|за|спустя)([\s\u00a0]+\d+(?:[\s\u00a0]*\([^)]*\))?[\s\u00a0]+)(день|дня|дней)(?!\p{L})/giu,
      ([, before, number, noun]) => `${before}${number}${noun === "день" ? "рабочий" : "рабочих"} ${noun}`,
      (found) => text(`«${found}»: рабочих или календарных?`, `"${found}": working or calendar days?`),
      false,
    ),
};

const MONTHS = [
  "января",
  "февраля",
  "марта",
  "апреля",
  "мая",
  "июня",
  "июля",
  "августа",
  "сентября",
  "октября",
  "ноября",
  "декабря",
];

/** No 31 June in a text. */
export const impossibleDate: WordingRule = {
  code: "TRC4110",
  validations: ["V41"],
  severity: "error",
  why: text("Такого дня в календаре нет", "There is no such day"),
  example: {
    file: ORDER,
    wrong: item("подать заявки до 31 ноября 2025 г."),
    right: item("подать заявки до 30 ноября 2025 г."),
  },
  where: BOTH,
  *findText(raw): Iterable<TextMatch> {
    const words = new RegExp(
      `(?<![\\d.])(\\d{1,2})[\\s\\u00a0]+(${MONTHS.join("|")})(?:[\\s\\u00a0]+(\\d{4}))?`,
      "giu",
    );
    for (const found of raw.matchAll(words)) {
      const [all, date, month = "", year] = found;
      yield* impossible(found.index, all, Number(date), MONTHS.indexOf(month.toLowerCase()) + 1, year);
    }
    for (const found of raw.matchAll(/(?<![\d.])(\d{2})\.(\d{2})\.(\d{4})(?!\d)/gu)) {
      const [all, date, month, year] = found;
      yield* impossible(found.index, all, Number(date), Number(month), year);
    }
  },
};

function* impossible(
  start: number,
  all: string,
  date: number,
  month: number,
  year: string | undefined,
): Iterable<TextMatch> {
  // Without a year February is allowed its 29th.
  const last = month < 1 || month > 12 ? 0 : new Date(Date.UTC(Number(year ?? 2024), month, 0)).getUTCDate();
  if (date >= 1 && date <= last) return;
  yield {
    start,
    end: start + all.length,
    message: text(`Даты «${all}» не бывает`, `There is no such date: "${all}"`),
    hints: last === 0 ? [] : [text(`В этом месяце ${last} дней`, `The month has ${last} days`)],
  };
}

/** What editors and copying leave behind. */
export const rubbish: WordingRule = {
  code: "TRC4111",
  validations: ["V43"],
  severity: "error",
  why: text(
    "Служебные пометки и остатки копирования попадут в подписанный документ",
    "Marks for oneself and remains of copying get into the signed document",
  ),
  example: { file: ORDER, wrong: item("TODO уточнить состав жюри"), right: item("утвердить состав жюри") },
  where: BOTH,
  *findText(raw): Iterable<TextMatch> {
    const expression =
      /\[bookmark:[^\]]*\]?|_GoBack|(?<!\p{L})(?:TODO|FIXME|XXX)(?!\p{L})|_{3,}|\{\{|\}\}|Ошибка! [^.]*|Lorem ipsum|<\/?[a-z][^>]*>|&(?:nbsp|laquo|raquo|quot|amp);/giu;
    for (const found of raw.matchAll(expression))
      yield {
        start: found.index,
        end: found.index + found[0].length,
        message: text(`Служебная пометка «${found[0]}»`, `A mark that is no part of the text: "${found[0]}"`),
        hints: [text("Замените её текстом или удалите", "Put the text in its place, or delete it")],
      };
  },
};

export const doubleSpace: WordingRule = {
  code: "TRC4112",
  validations: ["V43"],
  severity: "error",
  why: text("Два пробела подряд видны в строке, выключенной по ширине", "Two spaces show in a justified line"),
  norm: "Типографика: один пробел между словами",
  example: { file: ORDER, wrong: item("принять  заявки"), right: item("принять заявки") },
  where: ["records"],
  findText: (raw) =>
    matchWords(
      raw,
      /(?<=\S)[ \u00a0]{2,}(?=\S)/gu,
      ([found]) => (found.includes("\u00a0") ? "\u00a0" : " "),
      () => text("Лишний пробел", "One space too many"),
    ),
};

export const spaceBeforeMark: WordingRule = {
  code: "TRC4113",
  validations: ["V43"],
  severity: "error",
  why: text(
    "Перед запятой, точкой и двоеточием пробела не ставят",
    "No space stands before a comma, a stop or a colon",
  ),
  norm: "Правила русской орфографии и пунктуации",
  example: { file: ORDER, wrong: item("принять заявки , проверить их"), right: item("принять заявки, проверить их") },
  where: BOTH,
  findText: (raw) =>
    matchWords(
      raw,
      /(?<=[\p{L}\d»)])[ \u00a0]+(?=[,;:!?](?:\s|$))|(?<=[\p{L}\d»)])[ \u00a0]+(?=\.(?:\s|$))/gu,
      () => "",
      () => text("Пробел перед знаком препинания", "A space before a mark of punctuation"),
    ),
};

export const straightQuotes: WordingRule = {
  code: "TRC4114",
  validations: ["V44"],
  severity: "error",
  why: text("В русском тексте кавычки – «ёлочки»", "Russian quotes are «…»"),
  norm: "ГОСТ Р 7.0.97; правила русской пунктуации",
  example: {
    file: ORDER,
    wrong: item('провести конференцию "Первые шаги"'),
    right: item("провести конференцию «Первые шаги»"),
  },
  where: BOTH,
  findText: (raw) =>
    matchWords(
      raw,
      /(?:\\?"|“)([^"“”\\\ufffc\n]+)(?:\\?"|”)/gu,
      ([, inside]) => `«${inside}»`,
      () => text("Прямые кавычки вместо «ёлочек»", "Straight quotes in place of «…»"),
    ),
};

export const numberSign: WordingRule = {
  code: "TRC4115",
  validations: ["V44"],
  severity: "error",
  why: text("Номер обозначают знаком № с пробелом после него", "A number takes the sign № and a space"),
  norm: "ГОСТ Р 7.0.97, реквизит 11",
  example: { file: ORDER, wrong: item("исполнить приказ N 88-ОД"), right: item("исполнить приказ № 88-ОД") },
  where: BOTH,
  findText: (raw) =>
    matchWords(
      raw,
      /(?<![\p{L}\d])(?:N|No\.?|#)[\s\u00a0]*(?=\d)|№(?=\d)/gu,
      () => "№ ",
      (found) =>
        text(
          found === "№" ? "После № нет пробела" : `«${found.trim()}» вместо №`,
          found === "№" ? "There is no space after №" : `"${found.trim()}" in place of №`,
        ),
    ),
};

export const hyphenAsDash: WordingRule = {
  code: "TRC4121",
  validations: ["V45"],
  severity: "warning",
  why: text(
    "Между словами с пробелами ставят тире, дефис – только внутри слова",
    "A dash stands between words, a hyphen within one",
  ),
  norm: "Правила русской пунктуации",
  example: { file: ORDER, wrong: item("жюри - три человека"), right: item("жюри – три человека") },
  where: BOTH,
  findText: (raw, { centre }) => {
    const own = string(centre?.data["abbreviation"]) ?? "";
    return matchWords(
      raw,
      /(?<=[\p{L}\d»)]) - (?=[\p{L}\d«(])/gu,
      (found) => (nearAbbreviation(raw, found.index, own) ? null : " – "),
      () => text("Дефис вместо тире", "A hyphen in place of a dash"),
    );
  },
};

/** The abbreviation of the centre has a rule of its own. */
function nearAbbreviation(raw: string, at: number, abbreviation: string): boolean {
  const [first = "", last = ""] = abbreviation.split(/[\s\u00a0]*[-–—][\s\u00a0]*/);
  return (
    last !== "" &&
    raw.slice(Math.max(0, at - first.length), at) === first &&
    raw.slice(at + 3, at + 3 + last.length) === last
  );
}

export const abbreviationSpelling: WordingRule = {
  code: "TRC4116",
  validations: ["V45"],
  severity: "warning",
  why: text("Сокращение центра пишут во всём комплекте одинаково", "The abbreviation of the centre is spelt one way"),
  norm: "Положение: принятое сокращение",
  example: { file: ORDER, wrong: item("утвердить план работы ОО-ТРЦ"), right: item("утвердить план работы ОО – ТРЦ") },
  where: BOTH,
  findText(raw, { centre }) {
    const right = (string(centre?.data["abbreviation"]) ?? "").replace(/[\s\u00a0]+/g, " ");
    const parts = right.split(/[\s\u00a0]*[-–—][\s\u00a0]*/).map(literally);
    if (parts.length < 2) return [];
    const any = new RegExp(`(?<!\\p{L})${parts.join("[\\s\\u00a0]*[-–—][\\s\\u00a0]*")}(?!\\p{L})`, "gu");
    return matchWords(raw, any, ([found]) => (found.replace(/[\s\u00a0]+/g, " ") === right ? null : right), instead);
  },
};

function literally(words: string): string {
  return words.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
