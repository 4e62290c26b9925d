const LETTERS: { readonly [letter: string]: string } = {
  а: "a",
  б: "b",
  в: "v",
  г: "g",
  д: "d",
  е: "e",
  ё: "e",
  ж: "zh",
  з: "z",
  и: "i",
  й: "y",
  к: "k",
  л: "l",
  м: "m",
  н: "n",
  о: "o",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  у: "u",
  ф: "f",
  х: "h",
  ц: "ts",
  ч: "ch",
  ш: "sh",
  щ: "sch",
  ъ: "",
  ы: "y",
  ь: "",
  э: "e",
  ю: "yu",
  я: "ya",
};

/** A name for a file: «145-ОД» → `145-od`, «МБОУ «Ключевская ОШ»» → `mbou-klyuchevskaya-osh`. Empty when nothing is left. */
export function slug(text: string, words = 6): string {
  const latin = [...text.toLowerCase()].map((letter) => LETTERS[letter] ?? letter).join("");
  const parts = latin.split(/[^a-z0-9]+/).filter((part) => part !== "");
  return parts.slice(0, words).join("-").slice(0, 60).replace(/-+$/, "");
}

/** `name`, or `name-2`, `name-3` … when it is taken. */
export function freeName(name: string, taken: (name: string) => boolean): string {
  let free = name;
  for (let number = 2; taken(free); number++) free = `${name}-${number}`;
  return free;
}
