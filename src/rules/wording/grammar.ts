import { genderOfName, preposition, shortForm } from "../../language/index.ts";
import { type Finding, type RecordRule, type TextMatch, text, type WordingRule } from "../rule.ts";
import { items, string } from "../values.ts";
import { instead, matchWords, sameCapital } from "./match-words.ts";
import { AFTER_DATIVE, GOVERNMENT } from "./word-lists.ts";

const BOTH = ["records", "templates"] as const;
const PLURALS =
  /^(правила|обязанности|требования|критерии|формы|рекомендации|показатели|списки|образцы|условия|меры|графики|планы|изменения)$/i;

/** УТВЕРЖДЁН, -А, -О, -Ы by the word it stands at. */
export const approvedAgrees: RecordRule = {
  code: "TRC4101",
  validations: ["V26"],
  severity: "error",
  why: text(
    "Слово грифа согласуется с тем, что утверждено: программа – УТВЕРЖДЕНА, план – УТВЕРЖДЁН",
    "The word of the mark agrees with what is approved",
  ),
  norm: "ГОСТ Р 7.0.97, реквизит 16 «Гриф утверждения»",
  example: {
    file: "orders/2026/11-od-2026.yaml",
    wrong:
      "annexes:\n  - {id: jury, title: Программа конференции, approved: УТВЕРЖДЁН, text: [Регистрация участников]}",
    right:
      "annexes:\n  - {id: jury, title: Программа конференции, approved: УТВЕРЖДЕНА, text: [Регистрация участников]}",
  },
  *check(facts): Iterable<Finding> {
    for (const record of facts.all("orders")) {
      for (const { pointer, fields: annex } of items(record.data, "annexes")) {
        const [title, given] = [string(annex["title"]), string(annex["approved"])];
        if (title === undefined || given === undefined) continue;
        const plural = PLURALS.test(title.split(/[\s\u00a0]+/)[0] ?? "");
        const gender = genderOfName(title);
        if (!plural && gender === null) continue;
        const right = shortForm("УТВЕРЖДЁН", gender ?? "masculine", plural ? "plural" : "singular");
        if (given.replace("Ё", "Е") === right.replace("Ё", "Е")) continue;
        yield {
          record,
          pointer: `${pointer}/approved`,
          message: text(`${given} не согласуется с заголовком «${title}»`, `${given} does not agree with "${title}"`),
          hints: [text(`Напишите: approved: ${right}`, `Write: approved: ${right}`)],
          related: [{ record, pointer: `${pointer}/title`, message: text("что утверждено", "what is approved") }],
          actual: given,
          expected: right,
        };
      }
    }
  },
};

/** «о» or «об» by the sound of the next word. */
export const prepositionO: WordingRule = {
  code: "TRC4103",
  validations: ["V31"],
  severity: "error",
  why: text(
    "Перед гласными звуками а, о, у, э, и пишут «об», перед остальными – «о»; аббревиатуру читают вслух",
    "Before the vowel sounds а, о, у, э, и one writes «об», otherwise «о»",
  ),
  norm: "Правила русской орфографии и пунктуации",
  example: {
    file: "orders/2025/119-od-2025.yaml",
    wrong: "subject: О организации конференции",
    right: "subject: Об организации конференции",
  },
  where: BOTH,
  findText: (raw) =>
    matchWords(
      raw,
      /(?<![\p{L}\d.-])(о|об|обо)([\s\u00a0]+)([«„"]?)([\p{L}][\p{L}-]*)/giu,
      ([, given = "", space = "", quote = "", word = ""]) => {
        // «об» before «о» is also the old «об стену»; a single capital О may be an initial or a name of a class.
        if (
          /^(мн|вс|стен|пол$|землю|что)/i.test(word) ||
          given === "ОБ" ||
          (given === "О" && word === word.toUpperCase() && word.length === 1)
        )
          return null;
        const right = preposition("о", word);
        return right === given.toLowerCase() ? null : `${sameCapital(given, right)}${space}${quote}${word}`;
      },
      instead,
    ),
};

/** «согласно приказу», not «согласно приказа». */
export const dativeAfter: WordingRule = {
  code: "TRC4105",
  validations: ["V33"],
  severity: "error",
  why: text(
    "Согласно, вопреки, благодаря требуют дательного падежа: согласно чему",
    "Согласно, вопреки, благодаря take the dative",
  ),
  norm: "Нормы управления русского языка",
  example: {
    file: "orders/2025/119-od-2025.yaml",
    wrong: "preamble: согласно плана работы центра",
    right: "preamble: согласно плану работы центра",
  },
  where: BOTH,
  findText: (raw) =>
    matchWords(
      raw,
      /(?<!\p{L})(согласно|вопреки|благодаря)([\s\u00a0]+)(?:с[\s\u00a0]+)?((?:\p{L}+(?:ого|его)[\s\u00a0]+)*)(\p{L}+)(?!\p{L})/giu,
      ([, word = "", space = "", adjectives = "", noun = ""]) => {
        const dative = AFTER_DATIVE.get(noun.toLowerCase());
        if (dative === undefined) return null;
        const agreed = adjectives.replace(/(о|е)го([\s\u00a0]+)/gi, "$1му$2");
        return `${word}${space}${agreed}${sameCapital(noun, dative)}`;
      },
      instead,
    ),
};

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
  where: BOTH,
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

const VERBS =
  "заключ(?:ить|ать|или|ают|ит)|подпис(?:ать|али|ывают)|расторг(?:нуть|ли)|подготов(?:ить|или)|оформ(?:ить|или)|все|эти|новые|типовые|действующие|указанные|прежние";

/** «договоры», not «договора». */
export const pluralOfAgreement: WordingRule = {
  code: "TRC4107",
  validations: ["V33"],
  severity: "error",
  why: text("В документах множественное число – «договоры»", "In documents the plural is «договоры»"),
  norm: "Нормы русского литературного языка",
  example: {
    file: "orders/2025/119-od-2025.yaml",
    wrong: "items:\n  - text: заключить договора с базовыми организациями",
    right: "items:\n  - text: заключить договоры с базовыми организациями",
  },
  where: BOTH,
  *findText(raw): Iterable<TextMatch> {
    yield* matchWords(
      raw,
      new RegExp(`(?<!\\p{L})(${VERBS})([\\s\\u00a0]+)(договора)(?!\\p{L})`, "giu"),
      ([, before = "", space = "", noun = ""]) => `${before}${space}${sameCapital(noun, "договоры")}`,
      instead,
    );
    yield* matchWords(
      raw,
      /(?<!\p{L})(договора)([\s\u00a0]+)(заключены|подписаны|расторгнуты|действуют|прекращены|зарегистрированы)(?!\p{L})/giu,
      ([, noun = "", space = "", after = ""]) => `${sameCapital(noun, "договоры")}${space}${after}`,
      instead,
    );
  },
};

/** Other slips of government that clerks make. */
export const government: WordingRule = {
  code: "TRC4108",
  validations: ["V33"],
  severity: "error",
  why: text(
    "Слово требует другого падежа, предлога или написания",
    "The word takes another case, preposition or spelling",
  ),
  norm: "Нормы управления русского языка",
  example: {
    file: "orders/2025/119-od-2025.yaml",
    wrong: "items:\n  - text: представить отчёт в течении месяца",
    right: "items:\n  - text: представить отчёт в течение месяца",
  },
  where: BOTH,
  *findText(raw): Iterable<TextMatch> {
    for (const { wrong, right, safe } of GOVERNMENT)
      yield* matchWords(raw, wrong, (found) => sameCapital(found[0], right(found)), instead, safe);
  },
};

/** «именуем-» and «действующ-» agree with the party and its representative. */
export const participles: WordingRule = {
  code: "TRC4104",
  validations: ["V32"],
  severity: "error",
  why: text(
    "«Действующий» согласуется с полом представителя, «именуемый» – с родом организации",
    "«Действующий» agrees with the representative, «именуемый» with the organisation",
  ),
  norm: "Нормы согласования русского языка",
  example: {
    file: "orders/2025/119-od-2025.yaml",
    wrong: "preamble: по договору со школой в лице директора Ивановой Марии Петровны, действующего на основании Устава",
    right: "preamble: по договору со школой в лице директора Ивановой Марии Петровны, действующей на основании Устава",
  },
  where: BOTH,
  *findText(raw): Iterable<TextMatch> {
    const of = (gender: "ого" | "ей") => (): string => `действующ${gender === "ей" ? "ей" : "его"}`;
    yield* matchWords(
      raw,
      /(?<=(?:овны|евны|ичны|инишны)[^.;]{0,12}?,[\s\u00a0]*)действующ(?:его|ий)(?!\p{L})/giu,
      of("ей"),
      instead,
    );
    yield* matchWords(
      raw,
      /(?<=(?:овича|евича|ьича)[^.;]{0,12}?,[\s\u00a0]*)действующ(?:ей|ая)(?!\p{L})/giu,
      of("ого"),
      instead,
    );
    yield* matchWords(
      raw,
      /(?<=учреждение[^.;]{0,120}?,[\s\u00a0]*)именуем(?:ый|ая)(?!\p{L})/giu,
      () => "именуемое",
      instead,
      false,
    );
    yield* matchWords(
      raw,
      /(?<=комитет[^.;]{0,120}?,[\s\u00a0]*)именуем(?:ое|ая)(?!\p{L})/giu,
      () => "именуемый",
      instead,
      false,
    );
  },
};
