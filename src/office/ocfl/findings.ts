import { defineFindings, type Text, text } from "../../base/diagnostics/index.ts";

/** The findings of this room. */
export const FINDINGS = defineFindings({
  TRC8340: {
    title: text("Объект OCFL неверен", "An OCFL object is wrong"),
    why: text(
      "Объект OCFL целиком описан в своей описи: расхождение – повреждение или чужая ошибка",
      "An OCFL object is described by its inventory as a whole: what differs is damaged, or was made wrongly",
    ),
    message: (path: string, code: string, what: Text) =>
      text(`${path}: ${what.ru} (${code})`, `${path}: ${what.en} (${code})`),
    hints: text(
      "Возьмите папку OCFL из другой копии; код объяснён на ocfl.io/1.1/spec/validation-codes.html",
      "Take the OCFL folder from another copy; the code is explained at ocfl.io/1.1/spec/validation-codes.html",
    ),
  },
  TRC8341: {
    title: text("В папке OCFL нет архива", "The OCFL folder holds no archive"),
    why: text(
      "Архив восстанавливают из папки, которую записала trc archive ocfl: в ней есть книга поступлений",
      "An archive is restored from what trc archive ocfl has written: the book of accessions is in it",
    ),
    message: (folder: string) =>
      text(
        `Папка «${folder}» – не хранилище OCFL с архивом trc`,
        `The folder “${folder}” is no OCFL storage root with an archive of trc`,
      ),
    hints: text(
      "Назовите папку, в которой лежит файл 0=ocfl_1.1, записанный trc archive ocfl",
      "Name the folder with the file 0=ocfl_1.1 that trc archive ocfl has written",
    ),
  },
});
