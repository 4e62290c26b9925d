import { COLLECTION_WORDS, COUNTED, type PageWord, WORDS } from "../page-words.ts";
import { shownDay } from "./values.ts";

type Child = Node | string | null;

/** Makes an element: attributes as they are written in HTML; a null attribute is left out. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: { readonly [name: string]: string | null } = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null) made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** The element of the page with this id. @throws when the page has none */
export function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no #${id}`);
  return found as T;
}

/** Language of the page, as the server has put it. */
const LANGUAGE = document.documentElement.lang === "en" ? "en" : "ru";
const PLURALS = new Intl.PluralRules(LANGUAGE);

/** A word of the page in its language. */
export function say(word: PageWord): string {
  return WORDS[word][LANGUAGE];
}

/** What the records of a collection are called. */
export function collectionWord(collection: string): string {
  return COLLECTION_WORDS[collection]?.[LANGUAGE] ?? collection;
}

/** «1 документ», «2 документа», «5 документов»; «1 document», «2 documents». */
export function counted(number: number, what: keyof typeof COUNTED): string {
  const forms: { readonly [category in Intl.LDMLPluralRule]?: string } = COUNTED[what][LANGUAGE];
  return `${number} ${forms[PLURALS.select(number)] ?? ""}`;
}

/** `2025-09-12` → `12.09.2025`, in English as it is. */
export function dated(date: string): string {
  return LANGUAGE === "ru" ? shownDay(date) : date;
}

/** Resolves when what has been put into the page is on the screen. */
export function onScreen(): Promise<void> {
  return new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
}
