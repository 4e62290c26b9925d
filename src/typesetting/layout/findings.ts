import { defineFindings, text } from "../../base/diagnostics/index.ts";

/** The findings of this room. */
export const FINDINGS = defineFindings({
  TRC5001: {
    title: text("В шрифте нет знака", "The font lacks a character"),
    why: text("В PDF на его месте был бы пустой прямоугольник", "The PDF would have an empty box in its place"),
    example: { wrong: "place: каб. ☎ 5", right: "place: каб. 5" },
  },
  TRC5002: {
    title: text("Сноска не помещается на странице", "A footnote has no room on a page"),
    why: text(
      "Сноска стоит целиком на странице, где на неё ссылаются",
      "A footnote stands whole on the page that refers to it",
    ),
    hints: text("Перенесите длинный текст в абзац или в приложение", "Move a long text into a paragraph or an annex"),
  },
});
