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
};
