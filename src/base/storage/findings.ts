import { defineFindings, type Text, text } from "../diagnostics/index.ts";

/** The findings of this room. */
export const FINDINGS = defineFindings({
  TRC8201: {
    title: text("Папку занял другой запуск", "Another run holds the folder"),
    why: text(
      "Два запуска, пишущие в одну папку, смешали бы свои файлы",
      "Two runs in one folder would mix their files",
    ),
    hints: text("Дождитесь окончания другого запуска и повторите", "Wait until the other run is done and repeat"),
  },
  TRC8202: {
    title: text("Не удалось записать", "Writing failed"),
    why: text(
      "Файлы пишутся целиком или не пишутся вовсе; что помешало, сказано в самом сообщении",
      "Files are written whole or not at all; the message says what was in the way",
    ),
    hints: text(
      "Устраните названную причину и повторите команду",
      "Remove the cause that is named and repeat the command",
    ),
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
      "Без того, что лежит в папке, продолжать нельзя; ничего не изменено",
      "Without what lies in the folder the work cannot go on; nothing was changed",
    ),
    hints: text(
      "Проверьте права на папку и повторите команду",
      "Check the rights to the folder and repeat the command",
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
