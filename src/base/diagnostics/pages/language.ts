import type { CodePage } from "./code-page.ts";

/** Pages of the codes: what a fault means, an example of it and of its mending. */
export const LANGUAGE_PAGES: { readonly [code: string]: CodePage } = {
  TRC4001: {
    english: "A surname or a given name whose case form is not certain: a person confirms it",
    why: "Программа не угадывает. Подтверждённая форма стоит в content/lexicon.yaml и действует во всех документах; форма в записи лица (surnameCases, cases) главнее её. Готовый блок напечатан в самом сообщении",
    whyEnglish:
      "The program does not guess. A confirmed form stands in content/lexicon.yaml and holds for all documents; a form in the record of the person (surnameCases, cases) goes before it. The message prints a block ready to paste",
    wrong: "# content/people/kolomiets-ip.yaml\nsurname: Коломиец\ngender: masculine",
    right:
      "# content/lexicon.yaml\nforms:\n  - kind: surname\n    text: Коломиец\n    gender: masculine\n    cases: {genitive: Коломийца, dative: Коломийцу, accusative: Коломийца, instrumental: Коломийцем, prepositional: Коломийце}",
  },
  TRC4002: {
    english: "A post, a name of an organisation or a word whose case form is not certain: a person confirms it",
    why: "Программа не угадывает. Подтверждённая форма стоит в content/lexicon.yaml и действует во всех документах; форма в записи (cases) главнее её. Готовый блок напечатан в самом сообщении",
    whyEnglish:
      "The program does not guess. A confirmed form stands in content/lexicon.yaml and holds for all documents; a form in the record (cases) goes before it. The message prints a block ready to paste",
    wrong: "title: квантоматик по физике",
    right:
      "# content/lexicon.yaml\nforms:\n  - kind: position\n    text: квантоматик по физике\n    cases: {genitive: квантоматика по физике, dative: квантоматику по физике}",
  },
  TRC4003: {
    english: "A form given by hand that does not look like the case it is given for",
    why: "Форма, написанная от руки, всегда главнее выведенной и напечатана так, как написана; предупреждение ловит опечатки",
    whyEnglish:
      "A form written by hand always goes before a derived one and is printed as it is written; the warning catches misprints",
    wrong: "surname: Орехов\nsurnameCases: {genitive: Орехову}",
    right: "surname: Орехов\nsurnameCases: {genitive: Орехова}",
  },
};
