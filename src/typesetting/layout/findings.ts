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
      "Сноска начинается на странице, где на неё ссылаются, а перед ней там стоят прочие сноски той же строки",
      "A footnote begins on the page that refers to it, and others of its line stand before it there",
    ),
    hints: text("Перенесите длинный текст в абзац или в приложение", "Move a long text into a paragraph or an annex"),
  },
  TRC5003: {
    title: text("Слову нет места в графе таблицы", "A word has no room in a column of a table"),
    why: text(
      "Число, дата, номер документа и слог слова не переносятся: разорванные, они читались бы как другие. Поля ячеек и шрифт таблицы уже уменьшены до пределов профиля (table.leastPaddingMm, table.leastSizePt)",
      "A figure, a date, a number of a document and a syllable are not parted: torn, they would read as others. Padding and letters of the table are as small as the profile lets them be (table.leastPaddingMm, table.leastSizePt)",
    ),
    hints: [
      text(
        "Положите таблицу на альбомный лист (orientation: landscape у приложения) или уберите часть граф",
        "Put the table on a landscape sheet (orientation: landscape of the annex), or take columns out",
      ),
      text("Или напишите слово короче", "Or write the word shorter"),
    ],
  },
  TRC5004: {
    title: text("Слову нет места в строке", "A word has no room in a line"),
    why: text(
      "Число, номер и слово без слогов русского языка не переносятся: разорванные, они читались бы как другие",
      "A figure, a number and a word without Russian syllables are not parted: torn, they would read as others",
    ),
    hints: text(
      "Разделите его пробелами (счёт, ключ, отпечаток – по четыре знака) или уберите лишнее",
      "Part it by spaces (an account, a key, a digest: by four characters), or take out what is not needed",
    ),
  },
});
