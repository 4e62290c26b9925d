import { defineFindings, text } from "../../base/diagnostics/index.ts";

/** The findings of this room. */
export const FINDINGS = defineFindings({
  TRC5101: {
    title: text("В профиле нет меры", "The profile lacks a measure"),
    why: text(
      "Профиль описывает все меры документа; одна пропущена",
      "A profile describes every measure of a document; one is left out",
    ),
  },
  TRC5102: {
    title: text("Нет такого профиля или варианта", "There is no such profile or variant"),
    why: text("Вариант назван в kind.yaml и описан в профиле", "kind.yaml names it, the profile describes it"),
    example: { wrong: "variant: ordr", right: "variant: order" },
  },
  TRC5103: {
    title: text("Меры с таким именем в профиле не бывает", "A profile has no such measure"),
    why: text("Мера с опечаткой молча не подействовала бы", "A misspelt measure would silently have no effect"),
  },
});
