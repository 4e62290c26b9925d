import { nounForms, surnameInDictionary } from "./dictionary.ts";
import { isKnown, isListed } from "./surname-lists.ts";

/**
 * -ов is a Russian suffix; -ин is one for certain behind some letters and where a word that it is made of stands before it (Лапин, Сытин),
 * else as far as the dictionary has the surname.
 */
export function isPossessive(word: string): boolean {
  if (/[ое]в$/.test(word)) return !/(тц|рх)ов$/.test(word);
  const stem = word.slice(0, -2);
  return (
    RUSSIAN_STEM.test(stem) ||
    isListed(word, "russianPossessive") ||
    isKnown(word, "possessive") ||
    isKnown(stem, "owner") ||
    (stem.length > 2 && ["а", "я", "ь", "о"].some((ending) => nounForms(stem + ending, "nominative").length > 0))
  );
}

/** Letters that end the stem of no foreign name on -ин, or stand in none: Шарыгин, Епихин, Моргунин, Хабибуллин. */
const RUSSIAN_STEM = /([кцшжчщх]|[уыюя]г|[ую]н|улл)$|[ыщ]/;

/** Surnames on -ов, -ин that are no Russian ones: Сайфуддин. */
export function isForeign(word: string): boolean {
  return isListed(word, "foreignPossessive") || isListed(word, "givenLike") || /[дт]дин$/.test(word);
}

/** Кравчина, Братчина: nouns on -чина, -щина are surnames of both genders; those of men on -чин, -щин the dictionary has. */
export function mayBeRegion(man: string): boolean {
  return /[чщ]ин$/.test(man) && surnameInDictionary(man, "masculine", "genitive") === null;
}
