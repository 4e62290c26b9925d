import type { CodePage } from "./code-page.ts";

/** Pages of the codes: what a fault means, an example of it and of its mending. */
export const PUBLICATION_PAGES: { readonly [code: string]: CodePage } = {
  TRC6501: {
    english: "A property of a schema has no policy of publication",
    why: "Без правила неизвестно, можно ли печатать свойство в публичной редакции",
    wrong: '"phone": {"type": "string"}',
    right: '"phone": {"type": "string", "x-publish": "drop"}',
  },
  TRC6502: {
    english: "The policy does not suit the property",
    why: "initials и position – для лиц, keep – не для них",
  },
  TRC6503: {
    english: "Words of the public edition are missing",
    why: "Слова, которыми заменяют изъятое, лежат в templates/editions/public.yaml",
  },
  TRC6504: {
    english: "The public edition holds what must not be published",
    why: "Публичная редакция не должна содержать персональных данных из чёрного списка",
  },
  TRC6505: {
    english: "The public edition names somebody without a record",
    why: "Лицо без записи и согласия в публичной редакции назвать нельзя",
  },
  TRC6506: { english: "The kind is not published", why: "Документы этого вида существуют только в подлиннике" },
  TRC6507: {
    english: "The log of redactions cannot be written",
    why: "Журнал говорит, что и на каком основании изъято; без него редакция не делается",
  },
  TRC6508: {
    english: "The folder holds another edition",
    why: "Публичная редакция и подлинник лежат в разных папках",
    wrong: "trc build --edition public --out out",
    right: "trc build --edition public --out out-public",
  },
};
