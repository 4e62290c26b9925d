import type { CodePage } from "./code-page.ts";

/** Pages of the codes: what a fault means, an example of it and of its mending. */
export const LAYOUT_PAGES: { readonly [code: string]: CodePage } = {
  TRC5101: {
    english: "The profile lacks a measure",
    why: "Профиль описывает все меры документа; одна пропущена",
    whyEnglish: "A profile describes every measure of a document; one is left out",
  },
  TRC5102: {
    english: "There is no such profile or variant",
    why: "Вариант оформления назван в kind.yaml и описан в профиле",
    whyEnglish: "The variant of layout is named in kind.yaml and described in the profile",
    wrong: "variant: ordr",
    right: "variant: order",
  },
  TRC5103: {
    english: "A profile has no such measure",
    why: "Мера с опечаткой молча не подействовала бы",
    whyEnglish: "A misspelt measure would silently have no effect",
  },
};
