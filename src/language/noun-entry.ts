import type { Text } from "../base/diagnostics/index.ts";
import { folded } from "../base/text/index.ts";
import { adjectiveShape } from "./adjective-look.ts";
import { adjectiveForm } from "./adjectives.ts";
import { COMMON_NOUNS, FROZEN_NOUNS, SINGULAR_OF } from "./common-nouns.ts";
import { composedNoun } from "./composed-nouns.ts";
import { type DictionaryNoun, dictionaryWord, RARE } from "./dictionary.ts";
import { PLACES_OF_HANDBOOKS } from "./known-places.ts";
import { commonPlural, declineNoun } from "./nouns.ts";
import { isCapitals } from "./spelling.ts";
import { CASES, type CaseForms, type Gender, type GrammaticalCase, type GrammaticalNumber } from "./types.ts";

/** A noun given in the nominative with what is known of its forms; `doubt` says what is uncertain. */
export type NounEntry = {
  readonly word: string;
  readonly gender: Gender | null;
  readonly animate: boolean;
  /** Number of the form that was given. */
  readonly number: GrammaticalNumber;
  readonly place: boolean;
  readonly doubt: Text | null;
  /** What is uncertain of the accusative alone: whether it lives. */
  readonly lifeless: Text | null;
  /** The form in a case; another number than the given one needs the dictionary. Null when there is no such form. */
  readonly form: (name: GrammaticalCase, number: GrammaticalNumber) => string | null;
};

/** What the field expects of the head: a post is animate, an organisation is not. Null: either. */
export type Wanted = {
  readonly animate: boolean | null;
  readonly number?: GrammaticalNumber;
  /** True behind «город»: the name of a place comes before the common noun, «Курган» before «курган». */
  readonly place?: true;
};

/** First parts of compounds that never change: пресс-секретарь, шеф-повар, премьер-министр. */
const FROZEN_PART =
  /^(пресс|медиа|веб|web|it|ит|бизнес|вице|экс|штаб|обер|унтер|генерал|премьер|интернет|онлайн|арт|фото|видео|аудио|шеф|топ|мини|эко|кибер|контр|блок|гала|кейс|квест|флеш|крос|интерактив|тест|чек|коворкинг|кванто|техно|спорт|дизайн|тайм|pr|пиар|смарт|стем|stem|hr|тренд|хаб|контент|фитнес|офис|бренд|ивент|имидж|сити|фан|форсайт|стрит|рок|поп|джаз|фолк|фуд|арт|скейт|стартап|брифинг|скрипт|скан|чат|конференц|видеоконференц|флип|плей|скрин)$/i;

/** The noun behind a word in the nominative, compounds too («учитель-логопед»); null when the word is no such noun. */
export function nounEntry(word: string, wanted: Wanted): NounEntry | null {
  // Compounds of two common nouns need no dictionary; of the rest it knows many as they are («премьер-министр»).
  const parts = word.toLowerCase().split("-");
  if (parts.length > 1 && parts.every((part) => COMMON_NOUNS.has(part))) return compoundEntry(word, wanted);
  return simpleEntry(word, wanted) ?? compoundEntry(word, wanted) ?? composedEntry(word, wanted);
}

/** «Игропедагог», «юнармеец»: the last part says how it declines; the plural is not made of it. */
function composedEntry(word: string, wanted: Wanted): NounEntry | null {
  const lower = word.toLowerCase();
  if (wanted.number === "plural" || !/^[а-яё]{7,}$/.test(lower) || dictionaryWord(lower).known) return null;
  const found = composedNoun(lower);
  if (found === null || (wanted.animate !== null && wanted.animate !== found.animate)) return null;
  return {
    ...frozenEntry(word),
    gender: found.gender,
    animate: found.animate,
    form: (name, number) => (number === "singular" ? respelt(word, found.form(name)) : null),
  };
}

function simpleEntry(word: string, wanted: Wanted): NounEntry | null {
  const lower = word.toLowerCase();
  if (FROZEN_NOUNS.has(lower)) return frozenEntry(word);
  const common = COMMON_NOUNS.get(lower);
  if (common !== undefined && wanted.number !== "plural") {
    const plural = (name: GrammaticalCase): string | null =>
      commonPlural(lower, name, common.animate) ??
      choose(dictionaryWord(lower).nouns, { animate: common.animate })?.noun.forms.plural[name] ??
      null;
    return {
      word,
      gender: common.gender,
      animate: common.animate,
      number: "singular",
      place: false,
      doubt: null,
      lifeless: null,
      form: (name, number) => respelt(word, number === "singular" ? declineNoun(lower, name, common) : plural(name)),
    };
  }
  // Of a society: «члены комиссии». Without the field's word the dictionary has the parts of a body as well.
  const asked = lower === "члены" ? { ...wanted, animate: true } : wanted;
  const chosen = choose(exact(lower), asked);
  if (chosen === null) return wanted.number === "singular" ? null : pluralEntry(word);
  const { noun, rivals } = chosen;
  return {
    word,
    gender: noun.gender,
    animate: noun.animate,
    number: noun.number,
    place: noun.place,
    lifeless: rivals === "lives" ? eitherWay(word) : null,
    doubt:
      rivals === "forms"
        ? { ru: `у слова «${word}» есть разные склонения`, en: `“${word}” declines in several ways` }
        : isHalfFrozen(word, noun)
          ? firstPartDoubt(word, word.replace(/-[^-]*$/, ""))
          : doubtOf(word, noun),
    form: (name, number) =>
      number !== noun.number && isSplit(lower, noun, number)
        ? null
        : name === "accusative" && number === noun.number && isDirect(noun)
          ? word
          : respelt(word, noun.forms[number][name] ?? null, noun.forms[noun.number].nominative),
  };
}

/** The accusative of a thing is the nominative as it was given, whichever of two it is: «получас», «прожектора». */
function isDirect({ animate, number, gender, forms }: DictionaryNoun): boolean {
  const { nominative, accusative } = forms[number];
  return !animate && (number === "plural" || gender !== "feminine") && nominative === accusative;
}

function eitherWay(word: string): Text {
  return {
    ru: `«${word}» – лицо или предмет: от этого зависит винительный падеж`,
    en: `“${word}” is a person or a thing: the accusative depends on it`,
  };
}

/** «Стул» is «стулья» and, of another sense, «стулы»: the number that was not given cannot be told. */
function isSplit(lower: string, { number, animate, forms }: DictionaryNoun, asked: GrammaticalNumber): boolean {
  return exact(lower).some(
    (other) =>
      other.number === number &&
      other.animate === animate &&
      other.score > 0.05 &&
      other.forms[asked].dative !== undefined &&
      other.forms[asked].dative !== forms[asked].dative,
  );
}

/** «Гусь-Хрустальный»: a town whose first part declines in one handbook and stands still in the dictionary. */
function isHalfFrozen(word: string, { place, forms }: DictionaryNoun): boolean {
  const [, first = ""] = /^([а-яё]+[^аеёиоуыэюя])-[а-яё]+(ий|ый)$/i.exec(word) ?? [];
  return place && first !== "" && forms.singular.genitive?.startsWith(`${first.toLowerCase()}-`) === true;
}

/** A plural of our own table, for words younger than the dictionary. */
function pluralEntry(word: string): NounEntry | null {
  const one = SINGULAR_OF.get(word.toLowerCase());
  const common = one === undefined ? undefined : COMMON_NOUNS.get(one);
  if (one === undefined || common === undefined) return null;
  return {
    ...frozenEntry(word),
    gender: common.gender,
    animate: common.animate,
    number: "plural",
    form: (name, number) =>
      respelt(word, number === "plural" ? commonPlural(one, name, common.animate) : declineNoun(one, name, common)),
  };
}

/** Two sources at least must agree: another dictionary, or, for a word that it has not got, the rule of the ending. */
function doubtOf(word: string, { mark, forms, gender, animate, place }: DictionaryNoun): Text | null {
  if (word.toLowerCase() === "полгода") return null;
  if (place && PLACES_OF_HANDBOOKS.has(folded(word))) return null;
  if (mark === "!")
    return {
      ru: `словари по-разному склоняют слово «${word}»`,
      en: `dictionaries decline “${word}” in different ways`,
    };
  const { singular } = forms;
  const { nominative } = singular;
  const byRule = (derive: (lemma: string, name: GrammaticalCase) => string): boolean =>
    nominative !== undefined &&
    CASES.every((name) => folded(singular[name] ?? "") === folded(derive(nominative, name)));
  const agree =
    mark === "" ||
    byRule((lemma) => lemma) ||
    (gender !== null && byRule((lemma, name) => declineNoun(lemma, name, { gender, animate }))) ||
    (gender !== null && place && byRule((lemma, name) => placeLikeAdjective(lemma, name, gender)));
  return agree
    ? null
    : {
        ru: `слово «${word}» есть только в одном словаре, и по окончанию его склонение не проверить`,
        en: `“${word}” is in one dictionary alone, and its ending does not settle how it declines`,
      };
}

/** «Раменское», «Бологое», «Иланский»: an ending of adjectives on the name of a place. */
function placeLikeAdjective(lemma: string, name: GrammaticalCase, gender: Gender): string {
  const ending = { masculine: /([сц]кий|[нв][оы]й)$/, feminine: /([сц]к|[нв])ая$/, neuter: /([сц]кое|[нв]ое|логое)$/ }[
    gender
  ];
  return ending.test(lemma) ? adjectiveForm(lemma, { case: name, gender, number: "singular", animate: false }) : "";
}

/** «Все» is not «всё»: readings spelt exactly so come first. */
function exact(lower: string): readonly DictionaryNoun[] {
  const { nouns } = dictionaryWord(lower);
  const same = nouns.filter(({ forms, number }) => forms[number].nominative === lower);
  return same.length > 0 ? same : nouns;
}

/** The reading that fits the field; `rivals`: another one fits as well and declines otherwise, in every case or, as what lives or not, in the accusative. */
function choose(
  nouns: readonly DictionaryNoun[],
  wanted: Wanted,
): { readonly noun: DictionaryNoun; readonly rivals: "forms" | "lives" | null } | null {
  const inNumber = nouns.filter(({ number }) => wanted.number === undefined || number === wanted.number);
  // «Суздаль» of the feminine, which one dictionary alone has beside that of both.
  const proven = inNumber.some(({ place, mark }) => place && mark === "");
  const named = wanted.place === true && inNumber.some(({ place }) => place);
  const fit = inNumber.filter(({ place, mark }) => !(proven && place && mark === "~") && (place || !named));
  const rank = (noun: DictionaryNoun): number =>
    (wanted.animate !== null && noun.animate === wanted.animate ? 4 : 0) +
    (noun.number === "singular" ? 2 : 0) +
    noun.score;
  const [first, ...others] = [...fit].sort((a, b) => rank(b) - rank(a));
  if (first === undefined) return null;
  const own = first.forms[first.number];
  const rivals = others
    .filter(
      (other) =>
        other.number === first.number &&
        (wanted.animate === null || other.animate === first.animate) &&
        other.score > 0.05 &&
        !sameForms(other.forms[other.number], own),
    )
    .map(({ forms, number, score }) =>
      sameForms({ ...forms[number], accusative: own.accusative ?? "" }, own)
        ? score > RARE
          ? "lives"
          : null
        : "forms",
    );
  return { noun: first, rivals: rivals.find((one) => one === "forms") ?? rivals.find((one) => one !== null) ?? null };
}

function sameForms(one: CaseForms, other: CaseForms): boolean {
  return CASES.every((name) => folded(one[name] ?? "") === folded(other[name] ?? ""));
}

function compoundEntry(word: string, wanted: Wanted): NounEntry | null {
  const beside = /^(\p{Lu}\p{Ll}+)(-(?:на|под|при|в)-\p{Lu}\p{Ll}+)$/u.exec(word);
  if (beside !== null) return townBeside(beside[1] ?? "", beside[2] ?? "", wanted);
  const hyphen = word.indexOf("-");
  if (hyphen <= 0 || hyphen === word.length - 1) return null;
  const [first, second] = [word.slice(0, hyphen), word.slice(hyphen + 1)];
  const tail = nounEntry(second, wanted) ?? placeAdjective(second) ?? withoutSingular(second, wanted);
  if (tail === null) return null;
  const still =
    FROZEN_PART.test(first) || /^(\d*[a-z]+|\d[а-яё])$/i.test(first) || (isCapitals(first) && !isCapitals(second));
  const head = still
    ? frozenEntry(first)
    : (simpleEntry(first, { ...wanted, number: tail.number }) ?? inOtherNumber(first, tail, wanted));
  if (head === null) return null;
  if (head.number !== tail.number) return ofTwoNumbers(word, head, tail);
  // «Флип-чарт»: the first part of two things is often foreign and stands still.
  const unproven = !still && !head.animate && isUnproven(first, tail);
  // «Школа-партнёр», «завод-изготовитель»: a thing that does what people do is a thing.
  const thing = !still && !head.animate && tail.animate && wanted.animate !== true;
  const join = (left: string | null, right: string | null): string | null =>
    left === null || right === null ? null : `${left}-${right}`;
  // A town does not live, whatever its first part is: «в Гусь-Хрустальный».
  const direct =
    tail.number === "plural"
      ? thing
      : head.gender === "masculine" && (tail.place || (thing && tail.gender !== "feminine"));
  return {
    ...tail,
    word,
    gender: still ? tail.gender : head.gender,
    animate: tail.animate && !thing,
    doubt: unproven ? firstPartDoubt(word, first) : (head.doubt ?? tail.doubt),
    lifeless: head.lifeless ?? (thing ? (head.gender === "neuter" ? eitherWay(word) : null) : tail.lifeless),
    form: (name, number) =>
      direct && name === "accusative" && number === tail.number
        ? word
        : join(head.form(name, number), tail.form(name, number)),
  };
}

/** «Сад-ясли», «ясли-сад»: beside a word without a singular the other part has its own number. */
function inOtherNumber(first: string, tail: NounEntry, wanted: Wanted): NounEntry | null {
  const other = simpleEntry(first, { ...wanted, number: tail.number === "plural" ? "singular" : "plural" });
  const many = tail.number === "plural" ? tail : other;
  return other !== null && many?.form("nominative", "singular") === null ? other : null;
}

function withoutSingular(word: string, { animate, number }: Wanted): NounEntry | null {
  const entry = number === "singular" ? nounEntry(word, { animate, number: "plural" }) : null;
  return entry?.form("nominative", "singular") === null ? entry : null;
}

/** What has a singular settles gender and number of the whole. */
function ofTwoNumbers(word: string, head: NounEntry, tail: NounEntry): NounEntry {
  const one = head.number === "singular" ? head : tail;
  return {
    ...one,
    word,
    place: false,
    doubt: head.doubt ?? tail.doubt,
    lifeless: head.lifeless ?? tail.lifeless,
    form: (name, number) => {
      const [left, right] = [head.form(name, head.number), tail.form(name, tail.number)];
      return number !== "singular" || left === null || right === null ? null : `${left}-${right}`;
    },
  };
}

/** «Славянск-на-Кубани»: the town declines; one on -ск that no dictionary has declines like the rest. */
function townBeside(town: string, rest: string, wanted: Wanted): NounEntry | null {
  const traits = { gender: "masculine", animate: false } as const;
  const known = simpleEntry(town, { ...wanted, animate: false, place: true });
  const entry: NounEntry | null =
    known ??
    (/ск$/.test(town) ? { ...frozenEntry(town), ...traits, form: (name) => declineNoun(town, name, traits) } : null);
  if (entry === null) return null;
  return {
    ...entry,
    word: town + rest,
    place: true,
    form: (name, number) => {
      const form = entry.form(name, number);
      return form === null ? null : form + rest;
    },
  };
}

/** First parts that decline: «план-график», «лицей-интернат». */
const DECLINED_PART =
  /^(банк|вагон|вечер|диван|диктант|завод|зал|конкурс|концерт|кабинет|магазин|музей|поезд|парк|показ|приём|прием|проект|пункт|ресторан|салон|склад|спектакль|стенд|стол|счёт|счет|театр|турнир|урок|фестиваль|цех|этап)$/i;

/** «Чек-лист»: the first part of two things is often foreign and stands still, and looks like any noun on a consonant. */
function isUnproven(first: string, { place }: NounEntry): boolean {
  const lower = first.toLowerCase();
  return (
    !place &&
    /[^аеёиоуыэюя]$/.test(lower) &&
    !/ий$/.test(lower) &&
    !COMMON_NOUNS.has(lower) &&
    !DECLINED_PART.test(lower)
  );
}

function firstPartDoubt(word: string, first: string): Text {
  return {
    ru: `склоняется ли «${first}» в слове «${word}», неизвестно`,
    en: `whether “${first}” declines in “${word}” is unknown`,
  };
}

/** «Петропавловск-Камчатский»: the second part is an adjective. */
function placeAdjective(word: string): NounEntry | null {
  if (!/^\p{Lu}\p{Ll}+(ский|цкий|ный|ная|ская|цкая|ное|ское|ые|ие)$/u.test(word)) return null;
  const shape = adjectiveShape(word);
  return shape === null
    ? null
    : {
        ...frozenEntry(word),
        ...shape,
        place: true,
        form: (name, number) => adjectiveForm(word, { case: name, gender: shape.gender, number, animate: false }),
      };
}

function frozenEntry(word: string): NounEntry {
  return {
    word,
    gender: "neuter",
    animate: false,
    number: "singular",
    place: false,
    doubt: null,
    lifeless: null,
    form: () => word,
  };
}

/**
 * A form in the spelling of the record: its capitals, and no «ё» where the record has none in the word itself («отчет»); «секретарь» shows
 * nothing of it.
 */
function respelt(word: string, form: string | null, lemma = word): string | null {
  if (form === null) return null;
  const plain = /ё/i.test(lemma) && !/ё/i.test(word) ? form.replaceAll("ё", "е") : form;
  if (isCapitals(word)) return plain.toUpperCase();
  if (!word.includes("-")) return capitalOf(word, plain);
  // Each part has the capital that it was given: «Ростова-на-Дону».
  const parts = word.split("-");
  return plain
    .split("-")
    .map((part, at) => capitalOf(parts[at] ?? "", part))
    .join("-");
}

function capitalOf(word: string, form: string): string {
  return /^\p{Lu}/u.test(word) ? form.slice(0, 1).toUpperCase() + form.slice(1) : form;
}
