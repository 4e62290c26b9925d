import type { CodePage } from "./code-page.ts";

/** Pages of the codes: what a fault means, an example of it and of its mending. */
export const PUBLICATION_PAGES: { readonly [code: string]: CodePage } = {
  TRC6501: {
    english: "A property of a schema has no policy of publication",
    why: "Без правила неизвестно, можно ли печатать свойство в публичной редакции",
    whyEnglish: "Without a policy it is not known whether the property may be printed in the public edition",
    wrong: '"phone": {"type": "string"}',
    right: '"phone": {"type": "string", "x-publish": "drop"}',
  },
  TRC6502: {
    english: "The policy does not suit the property",
    why: "initials и position – для ссылок на лица, keep и mask – не для них; drop – только для необязательных свойств",
    whyEnglish:
      "initials and position are for references to persons, keep and mask are not; drop is for optional properties only",
    wrong: '"person": {"type": "string", "reference": "people", "x-publish": "keep"}',
    right: '"person": {"type": "string", "reference": "people", "x-publish": "position"}',
  },
  TRC6503: {
    english: "Words of the public edition are missing",
    why: "Слова, которыми заменяют изъятое, лежат в templates/editions/public.yaml",
    whyEnglish: "The words that stand for what is withheld lie in templates/editions/public.yaml",
  },
  TRC6504: {
    english: "The public edition holds what must not be published",
    why: "Имя лица без согласия, телефон, счёт или почта набраны прямо в тексте. Назовите лицо ссылкой или должностью, впишите согласие (consent) в его запись, а если слово – не фамилия, добавьте его в notSurnames файла settings.yaml",
    whyEnglish:
      "The name of a person without consent, a telephone, an account or an e-mail is typed in the text itself. Refer to the person by the record or by the post, put the consent into the record, or, where the word is no surname, add it to notSurnames of settings.yaml",
    wrong: '["9:30–10:00", "Регистрация участников", "Седых Л. Н."]',
    right: '["9:30–10:00", "Регистрация участников", {person: sedyh-ln}]',
  },
  TRC6505: {
    english: "The public edition names somebody without a record",
    why: "Имена детей и тех, кто не давал согласия, не публикуются. Замените имя числом участников или должностью; имена писателей и авторов книг перечислите в notSurnames файла settings.yaml",
    whyEnglish:
      "Names of children and of those who gave no consent are not published. Put the number of participants or a post in place of the name; list the names of writers and authors of books in notSurnames of settings.yaml",
    wrong: "conclusions: [Победителем олимпиады стал Сидоров П. И.]",
    right: "conclusions: [Победителем олимпиады стал обучающийся 9 класса]",
  },
  TRC6506: {
    english: "The kind is not published",
    why: "Документы этого вида существуют только в подлиннике",
    whyEnglish: "Documents of this kind exist as originals only",
  },
  TRC6507: {
    english: "The log of redactions cannot be written",
    why: "Журнал говорит, что и на каком основании изъято; без него редакция не делается",
    whyEnglish: "The log tells what was withheld and on what ground; no edition is made without it",
  },
  TRC6508: {
    english: "The folder holds another edition",
    why: "Публичная редакция и подлинник лежат в разных папках",
    whyEnglish: "The public edition and the original lie in different folders",
    wrong: "trc build --edition public --out out",
    right: "trc build --edition public --out out-public",
  },
};
