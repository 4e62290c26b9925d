import { defineFindings, type Text, text } from "../diagnostics/index.ts";

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
    message: (folder: string, reason: Text) =>
      text(
        `Запись в папку «${folder}» начата, но не закончена: ${reason.ru}`,
        `Writing the folder “${folder}” has begun but is not finished: ${reason.en}`,
      ),
    hints: text(
      "Устраните причину и повторите команду (для реестра – trc register repair): она закончит начатое",
      "Remove the cause and repeat the command (for the register, trc register repair): it finishes what was begun",
    ),
  },
  TRC8205: {
    title: text("Папка не читается", "The folder cannot be read"),
    why: text(
      "У программы нет прав на чтение папки или диск не отвечает; ничего не изменено",
      "The program has no right to read the folder, or the disk does not answer; nothing was changed",
    ),
  },
  TRC8206: {
    title: text("Журнал записи повреждён", "The journal of a write is corrupt"),
    why: text(
      "В журнале лежит то, что прерванный запуск обещал дописать; без него нельзя ни закончить запись, ни отбросить её молча",
      "The journal holds what a cut run promised to write; without it the write can be neither finished nor dropped in silence",
    ),
    message: (path: string) =>
      text(
        `Журнал начатой записи «${path}» повреждён или написан не программой: что было начато, неизвестно`,
        `The journal “${path}” of a write that was begun is corrupt or not written by the program: what was begun is not known`,
      ),
    hints: [
      text(
        "Верните папку из копии или из истории git; если файлы в ней целы, удалите журнал и повторите команду",
        "Put the folder back from a copy or from the history of git; if its files are whole, delete the journal and repeat the command",
      ),
    ],
  },
});
