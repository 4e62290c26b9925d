import type { CodePage } from "./code-page.ts";

/** Pages of the codes: what a fault means, an example of it and of its mending. */
export const LAYOUT_PAGES: { readonly [code: string]: CodePage } = {
  TRC5001: {
    english: "The font lacks a character",
    why: "Знак напечатался бы пустым прямоугольником",
    wrong: "place: каб. ☎ 5",
    right: "place: каб. 5",
  },
  TRC5101: { english: "The profile lacks a measure", why: "Профиль описывает все меры документа; одна пропущена" },
  TRC5102: {
    english: "There is no such profile or variant",
    why: "Вариант оформления назван в kind.yaml и описан в профиле",
    wrong: "variant: ordr",
    right: "variant: order",
  },
  TRC5103: { english: "A profile has no such measure", why: "Мера с опечаткой молча не подействовала бы" },
};
