import { ALIKE as LETTERS } from "../../base/text/index.ts";

/** Letters of other alphabets that look like Russian ones, in the order of `RUSSIAN`. */
const LOOK_ALIKE = `${LETTERS.latin}kiαορτυχΑΒΕΗΚΜΟΡΤΧΥіїІЇєЄӏҮүөӨ`;
const RUSSIAN = `${LETTERS.cyrillic}кiаортухАВЕНКМОРТХУiiIIеЕlУуоО`;
const ALIKE = new Map([...LOOK_ALIKE].map((letter, index) => [letter, [...RUSSIAN][index] ?? letter]));

/**
 * A text in the form in which values are looked for: composed letters, ё as е, one kind of space, hyphen and dash, nothing invisible, Latin
 * and Greek letters inside Russian words as the Russian ones they look like, words whole that were cut at the end of a line or spaced out.
 * The same sign may be typed in several ways, and a search that knows only one of them finds nothing.
 */
export function normalText(text: string): string {
  return (
    text
      .normalize("NFC")
      // Full-width, circled, mathematical and raised letters and digits, but not «№».
      .replace(/[\uff00-\uffef\u2460-\u24ff\u00b2\u00b3\u00b9\u2070-\u209f]|[\u{1d400}-\u{1d7ff}]/gu, (sign) =>
        sign.normalize("NFKC"),
      )
      .replace(/\p{Cf}|\p{Mn}|[\u115f\u1160\u3164]/gu, "")
      .replace(/[\u2010\u2011\u2043\ufe63]/g, "-")
      .replace(/[\u2012\u2212]/g, "–")
      .replace(/ё/g, "е")
      .replace(/Ё/g, "Е")
      .replace(/[\s\u2800\u180e]+/g, " ")
      .replace(/[\p{L}\d]+/gu, russian)
      // «Сидо- ров»: a line of the file ended there.
      .replace(/(\p{Ll}{2})- (?=\p{Ll}{2})/gu, "$1")
      .replace(/(?<!\p{L})\p{L}(?: \p{Ll}){3,}(?!\p{L})/gu, (word) => word.replaceAll(" ", ""))
      .replace(/(?<!\p{L})\p{Lu}(?: \p{Lu}){4,}(?![\p{L}.])/gu, (word) => word.replaceAll(" ", ""))
  );
}

/** A word with a Russian letter in it has only Russian ones, and no digits that pass for them. */
function russian(word: string): string {
  if (!/[А-яҮүөӨ]/.test(word) || /^[А-яё]+$/i.test(word)) return word;
  if (!/[^А-яё\d]/i.test(word) && !/[а-я][03][а-я]/i.test(word)) return word;
  return [...word]
    .map((letter) => ALIKE.get(letter) ?? letter)
    .join("")
    .replace(/(?<=[а-я])0(?=[а-я])/gi, "о")
    .replace(/(?<=[а-я])3(?=[а-я])/gi, "з");
}

/** Letters, digits and «@» alone: what remains of words whatever stands between them. */
export function squeezed(text: string): string {
  return normalText(text)
    .replace(/[^\p{L}\p{N}@]/gu, "")
    .toLowerCase();
}
