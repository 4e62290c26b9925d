import { adjectiveShape } from "./adjective-look.ts";
import { dictionaryWord } from "./dictionary.ts";
import { nounEntry } from "./noun-entry.ts";
import { type Analysis, unchanged } from "./phrase-analysis.ts";
import { personAtEnd } from "./phrase-person.ts";
import { still } from "./phrase-slots.ts";
import { bare, isAbbreviation, NOTHING, type Token, textOf } from "./phrase-tokens.ts";
import { isCapitals } from "./spelling.ts";
import type { PhraseSort } from "./types.ts";

/** Names that never change: abbreviations («МБОУ СОШ № 5»), contractions («зам. директора»), text in quotes. */
export function isFrozen(tokens: readonly Token[]): boolean {
  const first = tokens[0]?.text ?? "";
  const { word } = bare(tokens[0] ?? NOTHING);
  if (/^(зам|зав|нач|пом|отв|рук|спец|и\.?\s?о)\.$/i.test(first)) return true;
  if (/^Мин(просвещения|обрнауки|науки|культуры|труда|здрава|спорта|финансов)$/i.test(word)) return true;
  if (!isAbbreviation(word)) return false;
  // A whole name typed in capitals is no abbreviation.
  const letters = tokens.map((token) => bare(token).word).filter((one) => /\p{L}/u.test(one));
  const shouted = letters.length > 1 && letters.every((one) => isCapitals(one) || one.length === 1);
  return !(shouted && (adjectiveShape(word) !== null || nounEntry(word, { animate: null }) !== null));
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
  const { lead, word } = bare(next);
  if (lead !== "" || !/^[а-яё-]{3,}$/i.test(word) || /\.$/.test(first.text)) return whole;
  const { nouns, adjectives, cases } = dictionaryWord(word);
  const nominative =
    (nouns.length > 0 || adjectives.length > 0) &&
    ![...cases].some((one) => one !== "nominative" && one !== "accusative");
  if (!nominative || (/^\p{Lu}/u.test(word) && adjectives.length === 0)) return whole;
  return {
    ...whole,
    doubt: {
      ru: `после «${first.text}» без кавычек стоит «${word}»: склоняется это название или нет, практика различна`,
      en: `behind “${first.text}” stands “${word}” without quotes: whether that name declines, practice varies`,
    },
  };
}
