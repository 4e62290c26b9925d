import { surnameInDictionary } from "./dictionary.ts";
import { isKnown, isListed } from "./surname-lists.ts";

/** -ов is a Russian suffix; -ин is one for certain behind some letters, else as far as the dictionary has the surname. */
export function isPossessive(word: string): boolean {
  if (/[ое]в$/.test(word)) return !/(тцов|рхов|э)/.test(word);
  return (
    /([кцшжчщ]|[^аеиоуыэюя]х)[иы]н$/.test(word) ||
    isListed(word, "russianPossessive") ||
    isKnown(word, "possessive") ||
    isKnown(word.slice(0, -2), "owner")
  );
}

/** Surnames on -ов, -ин that are no Russian ones: Сайфуддин. */
export function isForeign(word: string): boolean {
  return isListed(word, "foreignPossessive") || isListed(word, "givenLike") || /[дт]дин$/.test(word);
}

/** Кравчина, Братчина: nouns on -чина, -щина are surnames of both genders; those of men on -чин, -щин the dictionary has. */
export function mayBeRegion(man: string): boolean {
  return /[чщ]ин$/.test(man) && surnameInDictionary(man, "masculine", "genitive") === null;
}
