import { cardinal, countForm } from "../../language/index.ts";
import type { Facts } from "../facts.ts";
import { type TextMatch, text, type WordingRule } from "../rule.ts";
import { items, string } from "../values.ts";
import { instead, matchWords } from "./match-words.ts";

const BOTH = ["records", "templates"] as const;
const ORDER = "orders/2025/119-od-2025.yaml";
const item = (words: string): string => `items:\n  - text: '${words}'`;

/** One name, one spelling: quotes, dashes, ё and capitals as in the record of the organisation. */
export const mixedSpelling: WordingRule = {
  code: "TRC4117",
  validations: ["V46"],
  severity: "warning",
  why: text(
    "Одна и та же организация во всех документах названа одинаково, как в её записи",
    "One organisation is spelt one way, as in its record",
  ),
  norm: "ГОСТ Р 7.0.97, реквизит 05: наименование по уставу",
  example: {
    file: ORDER,
    wrong: item("провести конференцию в МБОУ Примерненская СШ"),
    right: item("провести конференцию в МБОУ «Примерненская СШ»"),
  },
  where: ["records"],
  *findText(raw, facts): Iterable<TextMatch> {
    for (const { name, expression } of namesOf(facts)) {
      yield* matchWords(raw, expression, ([found]) => (same(found, name) ? null : name), instead, false);
    }
  },
};

type Name = { readonly name: string; readonly expression: RegExp };
const NAMES = new WeakMap<Facts, readonly Name[]>();

/** Short names of organisations of two words and more, each with an expression for any spelling of it. */
function namesOf(facts: Facts): readonly Name[] {
  const known = NAMES.get(facts);
  if (known !== undefined) return known;
  const short = [...facts.organisations, ...facts.all("territories")].flatMap(({ data }) =>
    items(data, "names").flatMap(({ fields: one }) => string(one["short"]) ?? []),
  );
  const names = [...new Set(short)].filter((name) => /[«»]/.test(name) && name.length > 8);
  const made = names.map((name) => ({ name, expression: anySpelling(name) }));
  NAMES.set(facts, made);
  return made;
}

function anySpelling(name: string): RegExp {
  const words = name.split(/[^\p{L}\p{N}№]+/u).filter((word) => word !== "");
  const loose = words.map((word) => word.replace(/[её]/gi, "[её]")).join('[\\s\\u00a0«»"“”„\\\\–-]{1,4}');
  return new RegExp(`(?<![\\p{L}\\p{N}])${loose}(?![\\p{L}\\p{N}])[»"”]?`, "giu");
}

function same(found: string, name: string): boolean {
  const plain = (words: string): string => words.replace(/[\s\u00a0]+/g, " ");
  return plain(found) === name || plain(found) === name.replace(/»$/, "");
}

/** «приказ от … № …», the date first. */
export const orderOfReference: WordingRule = {
  code: "TRC4118",
  validations: ["V48"],
  severity: "warning",
  why: text(
    "Документ называют по порядку: вид, дата, номер, заголовок",
    "A document is named by kind, date, number, title",
  ),
  norm: "ГОСТ Р 7.0.97, реквизит 12 «Ссылка на регистрационный номер и дату»",
  example: {
    file: ORDER,
    wrong: item("исполнить приказ № 88-ОД от 08.09.2025"),
    right: item("исполнить приказ от 08.09.2025 № 88-ОД"),
  },
  where: BOTH,
  findText: (raw) =>
    matchWords(
      raw,
      /№[\s\u00a0]*([\d\p{L}][\d\p{L}/-]*)[\s\u00a0]+от[\s\u00a0]+(\d{2}\.\d{2}\.\d{4}|\d{1,2}[\s\u00a0]+\p{Ll}+[\s\u00a0]+\d{4}[\s\u00a0]+(?:г\.|года))/gu,
      ([, number, date]) => `от ${date} № ${number}`,
      instead,
    ),
};

/** The sum in words is the sum in figures. */
export const sumInWords: WordingRule = {
  code: "TRC4119",
  validations: ["V57"],
  severity: "error",
  why: text(
    "При расхождении суммы цифрами и прописью договор можно оспорить",
    "When figures and words differ the agreement can be disputed",
  ),
  norm: "ГК РФ, статья 424; практика исполнения договоров",
  example: {
    file: ORDER,
    wrong: item("выплатить 12 500 (двенадцать тысяч шестьсот) рублей"),
    right: item("выплатить 12 500 (двенадцать тысяч пятьсот) рублей"),
  },
  where: ["records"],
  findText: (raw) =>
    matchWords(
      raw,
      /(\d[\d\s\u00a0\u202f]*\d|\d)([\s\u00a0]*)\(([\p{L}\s\u00a0]+)\)([\s\u00a0]+)(рубль|рубля|рублей)(?!\p{L})/giu,
      ([, figures = "", gap, words = "", space, noun = ""]) => {
        const amount = Number(figures.replace(/\D/g, ""));
        if (!Number.isSafeInteger(amount) || amount > 999_999_999) return null;
        const right = cardinal(amount);
        const roubles = countForm(amount, "рубль", "рубля", "рублей");
        const plain = (value: string): string =>
          value
            .toLowerCase()
            .replace(/[\s\u00a0]+/g, " ")
            .replaceAll("ё", "е")
            .trim();
        // The whole may stand in the genitive: only the nominative is checked word for word.
        const genitive = plain(words) === plain(cardinal(amount, { case: "genitive" }));
        if (genitive || (plain(words) === plain(right) && noun.toLowerCase() === roubles)) return null;
        return `${figures}${gap}(${right})${space}${roubles}`;
      },
      instead,
      false,
    ),
};

/** In a text and in tables the surname stands before the initials; in signatures the engine puts them after. */
export const initialsFirst: WordingRule = {
  code: "TRC4120",
  validations: ["V24"],
  severity: "error",
  why: text(
    "В тексте и таблицах инициалы стоят после фамилии, перед ней – только в подписи и грифе",
    "In texts initials stand after the surname, before it only in signatures",
  ),
  norm: "ГОСТ Р 7.0.97, реквизиты 16, 22; правила делопроизводства",
  example: {
    file: ORDER,
    wrong: item("поручить Г. С. Соловей приём заявок"),
    right: item("поручить Соловей Г. С. приём заявок"),
  },
  where: ["records"],
  *findText(raw, facts): Iterable<TextMatch> {
    const surnames = facts.all("people").flatMap(({ data }) => string(data["surname"]) ?? []);
    yield* matchWords(
      raw,
      /(?<!\p{L})(\p{Lu})\.[\s\u00a0]?(\p{Lu})\.[\s\u00a0]?(\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?)(?!\p{L})/gu,
      ([, given, patronymic, surname = ""]) => {
        const stem = surname.slice(0, 4);
        const ours = surnames.some((known) => known.startsWith(stem));
        return ours ? `${surname} ${given}. ${patronymic}.` : null;
      },
      instead,
    );
  },
};
