import { adjectiveShape } from "./adjective-look.ts";
import { dictionaryWord } from "./dictionary.ts";
import { nounEntry } from "./noun-entry.ts";
import { type Analysis, unchanged } from "./phrase-analysis.ts";
import { personAtEnd } from "./phrase-person.ts";
import { still } from "./phrase-slots.ts";
import { bare, isAbbreviation, NOTHING, type Token, textOf } from "./phrase-tokens.ts";
import { isCapitals } from "./spelling.ts";
import type { PhraseSort } from "./types.ts";
import { isKindOfOrganisation, isOblique, nominativeShape } from "./word-readings.ts";

/** Names that never change: abbreviations («МБОУ СОШ № 5»), contractions («зам. директора»), text in quotes. */
export function isFrozen(tokens: readonly Token[]): boolean {
  const first = tokens[0]?.text ?? "";
  const { word } = bare(tokens[0] ?? NOTHING);
  if (/^(зам|зав|нач|пом|отв|рук|спец|и\.?\s?о)\.$/i.test(first)) return true;
  // «1 сентября», «1 сентября 2025 года».
  if (/^\d{1,2}$/.test(first) && isMonth(tokens[1]) && tokens.length !== 3 && tokens.length < 5) return true;
  if (/^Мин(просвещения|обрнауки|науки|культуры|труда|здрава|спорта|финансов)$/i.test(word)) return true;
  // «XXI век», «II полугодие»: a number before its noun.
  if (!isAbbreviation(word) || (/^[IVX]+$/.test(word) && tokens.length > 1)) return false;
  // A whole name typed in capitals is no abbreviation.
  const letters = tokens.map((token) => bare(token).word).filter((one) => /\p{L}/u.test(one));
  const shouted = letters.length > 1 && letters.every((one) => isCapitals(one) || one.length === 1);
  return !(shouted && (adjectiveShape(word) !== null || nounEntry(word, { animate: null }) !== null));
}

function isMonth(token: Token | undefined): boolean {
  return /^(январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|декабр)я$|^(март|август)а$|^мая$/.test(token?.text ?? "");
}

/** Behind an abbreviation: a person declines («ИП Иванов Иван Иванович»), a head of its own is a question («МБДОУ детский сад»). */
export function frozen(tokens: readonly Token[], sort: PhraseSort): Analysis {
  const whole = unchanged(textOf(tokens));
  const person = tokens.length > 1 ? personAtEnd(tokens.slice(1), { sort, head: tokens[0]?.text ?? "" }) : null;
  const [first = NOTHING, next = NOTHING] = tokens;
  const between = tokens.slice(1, person === null ? 1 : -person.length);
  if (person !== null && between.every(({ text }) => isAbbreviation(text)) && isAbbreviation(first.text))
    return {
      ...whole,
      slots: [...tokens.slice(0, -person.length).map((token) => still(token, "name")), ...person.slots],
      doubt: person.doubt,
    };
  // «МБУ ДО Дом пионеров», «ФГБОУ ВО Смоленский университет»: the name stands behind the last abbreviation.
  const at = tokens.findIndex((token) => !isAbbreviation(bare(token).word));
  const { lead, word } = bare(tokens[at] ?? next);
  if (first.text === "ИП" && lead === "" && /^\p{Lu}\p{Ll}/u.test(word))
    return {
      ...whole,
      doubt: {
        ru: `за «ИП» стоит не полное имя и не фамилия с инициалами: склоняется ли «${word}», неизвестно`,
        en: `neither a whole name nor a surname with initials stands behind «ИП»: whether “${word}” declines is unknown`,
      },
    };
  if (lead !== "" || !/^[а-яё-]{3,}$/i.test(word) || /\.$/.test(first.text)) return whole;
  return standsInNominative(tokens.slice(at))
    ? {
        ...whole,
        doubt: {
          ru: `после «${tokens[at - 1]?.text}» без кавычек стоит «${word}»: склоняется это название или нет, практика различна`,
          en: `behind “${tokens[at - 1]?.text}” stands “${word}” without quotes: whether that name declines, practice varies`,
        },
      }
    : whole;
}

/** A name that may decline by itself: «детский сад», «краевой центр», «Дворец творчества»; «ООО Ромашка» is no more than a name. */
function standsInNominative(tokens: readonly Token[]): boolean {
  const { word } = bare(tokens[0] ?? NOTHING);
  const { nouns, adjectives, cases } = dictionaryWord(word);
  // «Краевой» is an oblique form as well; its noun is none.
  if (adjectives.length > 0 || nominativeShape(word) !== null) {
    const noun = tokens.slice(1).find((token) => nominativeShape(bare(token).word) === null);
    const own = noun === undefined ? null : nounEntry(bare(noun).word, { animate: null });
    return !isOblique(word) || (own !== null && !isOblique(bare(noun ?? NOTHING).word));
  }
  if (/^\p{Lu}/u.test(word)) return isKindOfOrganisation(word);
  return nouns.length > 0 && ![...cases].some((one) => one !== "nominative" && one !== "accusative");
}
