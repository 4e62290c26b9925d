import { type AdjectiveShape, adjectiveShape } from "./adjective-look.ts";
import { COMMON_NOUNS } from "./common-nouns.ts";
import { lastPart } from "./composed-nouns.ts";
import { dictionaryWord, isObliqueOfThing } from "./dictionary.ts";
import type { NounEntry } from "./noun-entry.ts";
import { declineNoun } from "./nouns.ts";
import type { Head, Slot } from "./phrase-slots.ts";
import { bare, isAbbreviation, type Token } from "./phrase-tokens.ts";

/** Words that rule what follows them. */
export const PREPOSITIONS =
  /^(в|во|на|по|для|с|со|о|об|обо|при|за|из|от|до|без|к|ко|у|под|над|между|через|про|ради|среди|против|около|после|вне|кроме|согласно|взамен|вместо|из-за|из-под|не|имени)$/i;
/** After these an accusative may follow, which looks like the nominative of what does not live. */
export const ACCUSATIVE = /^(в|во|на|за|под|через|про|по|о|об)$/i;
/** What joins one head to another. */
export const JOINTS = /^(и|или|либо|а|также|и\/или)$/;

/** What stands before a word and rules it. */
export type Ruler = "nothing" | "word" | "accusative" | "still";

/** Endings that an oblique form has whatever the word is, and no nominative that does not look like its own genitive. */
const OBLIQUE = /(ого|его|ому|ему|[иы]ми|[ая]ми|[ая]х|ской|цкой|льной|нной|ению|ости)$/i;

/** Genitive, dative, instrumental and prepositional of the words that need no dictionary. */
let oblique: ReadonlySet<string> | null = null;

/** «По работе», «о сотрудничестве»: what such a word rules next is no accusative either. */
export function mayBeAccusative(word: string): boolean {
  if (/(ой|ей|ом|ем|а[мх]|я[мх]|[ая]ми|ости|ии|[ое]му|[иы]ми)$/i.test(word)) return false;
  const { known, cases } = dictionaryWord(word);
  return !known || cases.has("accusative");
}

/** A head that rules a direct object. */
export function isParticipleHead({ head }: Head): boolean {
  return /([уюая]щ|вш)(ий|ая|ее|ие)(ся)?,?$/i.test(head);
}

/** Whether a form can be an oblique one: by the dictionary, else by an ending that no nominative has. */
export function isOblique(word: string): boolean {
  if (OBLIQUE.test(word) || isObliqueOfCommon(word.toLowerCase())) return true;
  const { known, cases } = dictionaryWord(word);
  if (known)
    return (
      cases.size > (cases.has("nominative") ? 1 : 0) &&
      [...cases].some((name) => name !== "nominative" && name !== "accusative")
    );
  // «Сад-ясли», «Росреестра»: what the last part shows.
  const last = word.includes("-") ? word.slice(word.lastIndexOf("-") + 1) : lastPart(word);
  if (last !== null) return isOblique(last);
  return /(ого|его|ому|ему|ых|их|ым|им|ами|ями|ах|ях|ов|ев|ом|ем|ию|ии|ия|ы|у|ю|и|ой|ей|ств|ости)$/i.test(word);
}

/** A word with a capital that may be the surname or the given name of whom the head names: «эксперт Ким», «директор Петрова». */
export function mayBePerson(word: string): boolean {
  if (!/^\p{Lu}\p{Ll}+(-\p{Lu}\p{Ll}+)?$/u.test(word) || OBLIQUE.test(word) || isObliqueOfThing(word)) return false;
  if (isObliqueOfCommon(word.toLowerCase())) return false;
  const last = dictionaryWord(word).known ? null : lastPart(word);
  return last === null || !isOblique(last);
}

/** What only men are called in the nominative: behind what a post rules it is no genitive («руководитель кружка Иванов»). */
export const MANS_SURNAME = /^\p{Lu}\p{Ll}+(ов|ев|ёв|ин|ын|[сц]кий|енко|ян|дзе|швили|чук|юк|вич)$/u;

/** The shape of an adjective in the nominative; a noun that only looks like one has none. */
export function nominativeShape(word: string): AdjectiveShape | null {
  if (/^[«„("№]/.test(word)) return null;
  const shape = adjectiveShape(word);
  if (shape === null) return null;
  const { known, adjectives, nouns } = dictionaryWord(word);
  return known && adjectives.length === 0 && nouns.length > 0 ? null : shape;
}

/** «Осуществляющая деятельность»: what follows such a participle is its object. */
export function isParticiple(token: Token | undefined): boolean {
  return token !== undefined && /([уюая]щ|вш)(ий|ая|ее|ие)(ся)?$/i.test(bare(token).word);
}

function isObliqueOfCommon(word: string): boolean {
  oblique ??= new Set(
    [...COMMON_NOUNS].flatMap(([noun, traits]) =>
      (["genitive", "dative", "instrumental", "prepositional"] as const).map((name) => declineNoun(noun, name, traits)),
    ),
  );
  return oblique.has(word);
}

/** «Язык» is a part of speech and a man who knows: only the words of our own table are sure to live. */
export function livesBothWays(word: string, besidePeople: boolean): boolean {
  if (COMMON_NOUNS.has(word.toLowerCase())) return false;
  const { nouns } = dictionaryWord(word);
  // «Директор, член совета»: beside people, and nothing but a nominative, it is mostly a man.
  if (besidePeople && !isOblique(word) && nouns.some(({ animate, score }) => animate && score > 0.5)) return false;
  return new Set(nouns.map(({ animate }) => animate)).size > 1;
}

/** «Учитель математик»: the word is a person of its own as well as what the head may rule («математик» of «математика»). */
export function isApposition(word: string, head: Head): boolean {
  if (!head.animate || head.number === "plural" || !/[бвгджзйклмнпрстфхцчшщь]$/i.test(word)) return false;
  return dictionaryWord(word).nouns.some(({ animate, number }) => animate && number === "singular");
}

/** «Дворец», «Управление»: with a capital it is no mere name, but what an organisation is. */
export function isKindOfOrganisation(word: string): boolean {
  const lower = word.toLowerCase();
  return COMMON_NOUNS.get(lower)?.animate === false || KIND_OF_ORGANISATION.test(lower);
}
const KIND_OF_ORGANISATION =
  /^(дворец|станция|стадион|усадьба|студия|мастерская|училище|интернат|пансион|парк|галерея|хор|оркестр|ансамбль|больница|поликлиника|аптека|редакция|бюро|инспекция|прокуратура|суд|банк|завод|фабрика|комбинат|хозяйство|кооператив|товарищество|партнёрство|ассоциация|школа-интернат|детсад)$/;

/** A word that has one form in the singular. */
export function sameEverywhere(entry: NounEntry): boolean {
  return entry.form("genitive", entry.number) === entry.word && entry.form("dative", entry.number) === entry.word;
}

/** Known as an oblique form of something that does not live: «физики», «права». */
export function isRuledNoun(word: string): boolean {
  return dictionaryWord(word).genitives.some(({ animate }) => !animate);
}

/** Signs, numbers, names in quotes, abbreviations, prepositions and conjunctions: they stand still whatever is around. */
export function plainRole(token: Token, before: string): Slot["role"] | null {
  const { word, tail } = bare(token);
  if (/^[«„“"[]/.test(token.text)) return "name";
  if (word === "" || JOINTS.test(word)) return "sign";
  if (/^[№§]|^\d|^[IVXLC]+$|^[IVXLC]+[–-][IVXLC]+$/.test(token.text.replace(/[,;]$/, ""))) return "number";
  if (/^\p{Lu}\.?$/u.test(word) || /^\p{Lu}\.(-?\p{Lu}\.?)+$/u.test(word)) return "name";
  if (isAbbreviation(word) || !/^[а-яё-]+$/i.test(word)) return "name";
  if (/^\./.test(tail) && /^[а-яё]{1,4}$/i.test(word)) return "name";
  if (PREPOSITIONS.test(word)) return "sign";
  // What a contraction or a capital initial opened is a name: «им. Пушкина», «г. Вязьма», «А. С. Пушкина».
  return /^(\p{Lu}|[гсдп]|им|пос|дер|ст)\.$/u.test(before) && /^\p{Lu}/u.test(word) ? "name" : null;
}

/** A word no dictionary has that may be one more head: nothing is ruled here, or the heads are many and it looks like one of them. */
export function mayStandBeside(word: string, head: Head, ruler: Ruler): boolean {
  if (!/^[а-яё-]+$/.test(word) || dictionaryWord(word).known) return false;
  return ruler === "nothing" ? /[ыиая]$/.test(word) : head.number === "plural" && head.animate && /[ыи]$/.test(word);
}
