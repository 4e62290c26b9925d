/** The letters а–я and ё in Latin. */
const LATIN = "a b v g d e zh z i y k l m n o p r s t u f h ts ch sh sch  y  e yu ya".split(" ");
const LETTERS = new Map([
  ...LATIN.map((latin, index) => [String.fromCharCode(0x430 + index), latin] as const),
  ["ё", "e"],
]);

/** A name for a file: «145-ОД» → `145-od`, «МБОУ «Ключевская ОШ»» → `mbou-klyuchevskaya-osh`. Empty when nothing is left. */
export function slug(text: string, words = 6): string {
  const latin = [...text.toLowerCase()].map((letter) => LETTERS.get(letter) ?? letter).join("");
  const parts = latin.split(/[^a-z0-9]+/).filter((part) => part !== "");
  return parts.slice(0, words).join("-").slice(0, 60).replace(/-+$/, "");
}

/** `name`, or `name-2`, `name-3` … when it is taken. */
export function freeName(name: string, taken: (name: string) => boolean): string {
  let free = name;
  for (let number = 2; taken(free); number++) free = `${name}-${number}`;
  return free;
}
