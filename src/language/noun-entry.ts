import type { Text } from "../base/diagnostics/index.ts";
import { adjectiveShape } from "./adjective-look.ts";
import { adjectiveForm } from "./adjectives.ts";
import { COMMON_NOUNS, FROZEN_NOUNS, SINGULAR_OF } from "./common-nouns.ts";
import { composedNoun } from "./composed-nouns.ts";
import { type DictionaryNoun, dictionaryWord } from "./dictionary.ts";
import { commonPlural, declineNoun } from "./nouns.ts";
import { isCapitals, yo } from "./spelling.ts";
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
  /** The form in a case; another number than the given one needs the dictionary. Null when there is no such form. */
  readonly form: (name: GrammaticalCase, number: GrammaticalNumber) => string | null;
};

/** What the field expects of the head: a post is animate, an organisation is not. Null: either. */
export type Wanted = { readonly animate: boolean | null; readonly number?: GrammaticalNumber };

/** First parts of compounds that never change: пресс-секретарь, шеф-повар, премьер-министр. */
const FROZEN_PART =
  /^(пресс|медиа|веб|web|it|ит|бизнес|вице|экс|штаб|обер|унтер|генерал|премьер|интернет|онлайн|арт|фото|видео|аудио|шеф|топ|мини|эко|кибер|контр|блок|гала|кейс|квест|мастер(?=-класс)|флеш|крос|интерактив|тест|коворкинг|кванто|техно|спорт|музей(?=-квартир)|дизайн|тайм|pr|пиар|смарт|стем|stem|hr|тренд|хаб|контент|фитнес|офис|бренд|ивент|имидж)$/i;

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
    doubt: rivals
      ? { ru: `у слова «${word}» есть разные склонения`, en: `“${word}” declines in several ways` }
      : doubtOf(word, noun),
    form: (name, number) => respelt(word, noun.forms[number][name] ?? null),
  };
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
function doubtOf(word: string, { mark, forms, gender, animate }: DictionaryNoun): Text | null {
  if (mark === "!")
    return {
      ru: `словари по-разному склоняют слово «${word}»`,
      en: `dictionaries decline “${word}” in different ways`,
    };
  const { singular } = forms;
  const { nominative } = singular;
  const agree =
    mark === "" ||
    (nominative !== undefined &&
      gender !== null &&
      CASES.every((name) => yo(singular[name] ?? "") === yo(declineNoun(nominative, name, { gender, animate })))) ||
    (nominative !== undefined && CASES.every((name) => singular[name] === nominative));
  return agree
    ? null
    : {
        ru: `слово «${word}» есть только в одном словаре, и по окончанию его склонение не проверить`,
        en: `“${word}” is in one dictionary alone, and its ending does not settle how it declines`,
      };
}

/** «Все» is not «всё»: readings spelt exactly so come first. */
function exact(lower: string): readonly DictionaryNoun[] {
  const { nouns } = dictionaryWord(lower);
  const same = nouns.filter(({ forms, number }) => forms[number].nominative === lower);
  return same.length > 0 ? same : nouns;
}

/** The reading that fits the field; `rivals`: another one fits as well and declines otherwise. */
function choose(
  nouns: readonly DictionaryNoun[],
  wanted: Wanted,
): { readonly noun: DictionaryNoun; readonly rivals: boolean } | null {
  const fit = nouns.filter(({ number }) => wanted.number === undefined || number === wanted.number);
  const rank = (noun: DictionaryNoun): number =>
    (wanted.animate !== null && noun.animate === wanted.animate ? 4 : 0) +
    (noun.number === "singular" ? 2 : 0) +
    noun.score;
  const [first, ...others] = [...fit].sort((a, b) => rank(b) - rank(a));
  if (first === undefined) return null;
  const rivals = others.some(
    (other) =>
      other.number === first.number &&
      (wanted.animate === null || other.animate === first.animate) &&
      !sameForms(other.forms[other.number], first.forms[first.number]) &&
      other.score > 0.05,
  );
  return { noun: first, rivals };
}

function sameForms(one: CaseForms, other: CaseForms): boolean {
  return CASES.every((name) => yo(one[name] ?? "") === yo(other[name] ?? ""));
}

function compoundEntry(word: string, wanted: Wanted): NounEntry | null {
  const hyphen = word.indexOf("-");
  if (hyphen <= 0 || hyphen === word.length - 1) return null;
  const [first, second] = [word.slice(0, hyphen), word.slice(hyphen + 1)];
  const tail = nounEntry(second, wanted) ?? placeAdjective(second);
  if (tail === null) return null;
  const still = FROZEN_PART.test(first) || /^[a-z]+$/i.test(first);
  const head = still ? frozenEntry(first) : simpleEntry(first, { ...wanted, number: tail.number });
  if (head === null) return null;
  // «Контент-менеджер»: of a thing and a person the first part often stands still.
  const unlike = !still && wanted.animate === true && tail.animate && !head.animate;
  const join = (left: string | null, right: string | null): string | null =>
    left === null || right === null ? null : `${left}-${right}`;
  return {
    ...tail,
    word,
    gender: still ? tail.gender : head.gender,
    doubt: unlike ? firstPartDoubt(word, first) : (head.doubt ?? tail.doubt),
    // A town does not live, whatever its first part is: «в Гусь-Хрустальный».
    form: (name, number) =>
      tail.place && name === "accusative" && head.gender === "masculine"
        ? word
        : join(head.form(name, number), tail.form(name, number)),
  };
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
    form: () => word,
  };
}

/** The dictionary's form in the spelling of the record: its capitals, and no «ё» where the record has none. */
function respelt(word: string, form: string | null): string | null {
  if (form === null) return null;
  const plain = /ё/i.test(word) || !/[её]/i.test(word) ? form : form.replaceAll("ё", "е");
  if (isCapitals(word)) return plain.toUpperCase();
  // Each part has the capital that it was given: «Ростова-на-Дону».
  const parts = word.split("-");
  return plain
    .split("-")
    .map((part, at) => (/^\p{Lu}/u.test(parts[at] ?? "") ? part.slice(0, 1).toUpperCase() + part.slice(1) : part))
    .join("-");
}
