import { defineFindings, text } from "../diagnostics/index.ts";

/** The findings of this room. */
export const FINDINGS = defineFindings({
  TRC8201: {
    title: text("Папку занял другой запуск", "Another run holds the folder"),
    why: text(
      "Два запуска, пишущие в одну папку, смешали бы свои файлы",
      "Two runs in one folder would mix their files",
    ),
  },
  TRC8202: {
    title: text("Не удалось записать", "Writing failed"),
    why: text("На папку нет прав или диск полон", "There are no rights to the folder, or the disk is full"),
  },
  TRC8203: {
    title: text("Путь небезопасен", "The path is not safe"),
    why: text("Запись по такому пути попала бы не в ту папку", "By such a path the file would go into another folder"),
    hints: text(
      "Уберите ссылку или переименуйте файл и повторите; ничего не записано",
      "Remove the link or rename the file and repeat; nothing was written",
    ),
  },
  TRC8204: {
    title: text("Запись начата, но не закончена", "The write was begun and not finished"),
    why: text(
      "Файлы записаны не все, но всё нужное уже лежит в журнале, и следующий запуск закончит запись сам",
      "Not every file is written, but all that is needed lies in the journal, and the next run will finish the writing",
    ),
    hints: text(
      "Устраните причину и выполните trc register repair: он закончит начатое",
      "Remove the cause and run trc register repair: it finishes what was begun",
    ),
  },
  TRC8205: {
    title: text("Папка не читается", "The folder cannot be read"),
    why: text(
      "У программы нет прав на чтение папки или диск не отвечает; ничего не изменено",
      "The program has no right to read the folder, or the disk does not answer; nothing was changed",
    ),
  },
});
