import type { CodePage } from "./code-page.ts";

/** Pages of the codes: what a fault means, an example of it and of its mending. */
export const LANGUAGE_PAGES: { readonly [code: string]: CodePage } = {
  TRC4001: {
    english: "A case form of a name is not certain",
    why: "Программа не угадывает: подтвердите форму в записи лица (cases)",
    wrong: "surname: Кий",
    right: "surname: Кий\ncases: {genitive: Кия Петра Ивановича}",
  },
  TRC4002: {
    english: "A case form of a post or name is not certain",
    why: "Программа не угадывает: подтвердите форму (cases)",
    wrong: "title: завхоз-эксперт",
    right: "title: завхоз-эксперт\ncases: {genitive: завхоза-эксперта}",
  },
};
