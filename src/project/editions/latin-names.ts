import { nameReading } from "../../language/index.ts";

/** How Latin letters of passports and file names are read, longest first. */
const LETTERS: readonly (readonly [latin: RegExp, russian: string])[] = [
  [/shch|sch/g, "щ"],
  [/zh/g, "ж"],
  [/kh/g, "х"],
  [/ts/g, "ц"],
  [/ch/g, "ч"],
  [/sh/g, "ш"],
  [/yu|iu|ju/g, "ю"],
  [/ya|ia|ja/g, "я"],
  [/ye/g, "е"],
  [/yo/g, "ё"],
];
const SINGLE: { readonly [latin: string]: string } = Object.fromEntries(
  [..."abvgdezijklmnoprstufhcyew"].map((latin, at) => [latin, [..."абвгдезийклмнопрстуфхцыев"][at] ?? latin]),
);
const PAIR = /(?<![\p{L}\d@.])(?=([a-z]{3,})([_ -]{1,2})([a-z]{3,})(?![\p{L}@]))/giu;
const INITIALS = /(?<![\p{L}\d@.])([a-z]{4,})[_ -]?([A-Z])\.? ?([A-Z])\.?(?![\p{L}@])/gu;

/** «Rybkin Igor», «rybkin_igor.docx», «Rybkin I.O.»: a surname beside a given name or initials, in Latin letters. */
export function latinNamesIn(text: string): readonly { readonly text: string; readonly at: number }[] {
  const pairs = [...text.matchAll(PAIR)].filter(
    ([, a = "", , b = ""]) => (isGiven(a) && (isSurname(b) || isAdjective(a, b))) || (isSurname(a) && isGiven(b)),
  );
  const initials = [...text.matchAll(INITIALS)].filter(([, a = ""]) => /^[A-Z]/.test(a) && isSurname(a));
  return [
    ...pairs.map(({ 1: one = "", 2: between = "", 3: two = "", index }) => ({ text: one + between + two, at: index })),
    ...initials.map(({ 0: found, index }) => ({ text: found, at: index })),
  ];
}

function isGiven(word: string): boolean {
  return readings(word).some((one) => nameReading(one).given);
}

/** «Anya Belaya», beside what is nothing but a given name. */
function isAdjective(given: string, word: string): boolean {
  const isName = readings(given).some((one) => nameReading(one).given && !nameReading(one).other);
  return isName && readings(word).some((one) => /..(?:ая|[ыио]й)$/u.test(one));
}

function isSurname(word: string): boolean {
  return readings(word).some((one) => nameReading(one).surname);
}

/** The soft sign is not written in Latin letters, «y» at the end of a word is «й» or «ий». */
function readings(word: string): readonly string[] {
  let russian = word.toLowerCase();
  for (const [latin, letter] of LETTERS) russian = russian.replace(latin, letter);
  russian = [...russian].map((letter) => SINGLE[letter] ?? letter).join("");
  const ending = russian.replace(/(?:ы|ий|иы)$/, "ий");
  return [
    ...new Set([russian, `${russian}ь`, ending, russian.replace(/ы$/, "й"), russian.replace(/ы(?=[аеуо])/g, "й")]),
  ];
}
