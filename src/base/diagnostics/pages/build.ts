import type { CodePage } from "./code-page.ts";

/** Pages of the codes: what a fault means, an example of it and of its mending. */
export const BUILD_PAGES: { readonly [code: string]: CodePage } = {
  TRC0001: {
    english: "A folder or file named in the command is not found",
    why: "Команда ищет папки от того места, где запущена; чаще всего она запущена не из папки проекта",
    whyEnglish:
      "A command looks for folders from the place where it was started; most often that is not the folder of the project",
    wrong: "trc check --content contents",
    right: "trc check --content content",
  },
  TRC0002: {
    english: "A fault of the program itself",
    why: "Это ошибка в trc, а не в записях: сообщите о ней разработчикам и приложите напечатанный текст; папка вывода осталась прежней",
    whyEnglish:
      "It is a mistake in trc, not in the records: report it to the developers with the printed text; the output folder is as it was",
  },
  TRC0003: {
    english: "A file or folder cannot be read",
    why: "У программы нет прав на файл или его держит другая программа",
    whyEnglish: "The program has no rights to the file, or another program holds it",
  },
  TRC0004: {
    english: "Unknown kind or document in --only",
    why: "После --only пишут вид документа, имя документа или имя записи",
    whyEnglish: "After --only stands a kind of document, a document or a record",
    wrong: "trc build --only order-statuz",
    right: "trc build --only order-status",
  },
  TRC6001: {
    english: "The output folder holds records, templates or the project",
    why: "Папку вывода программа обновляет целиком: записи и шаблоны в ней пропали бы",
    whyEnglish: "The program replaces the output folder as a whole: records and templates in it would be lost",
    wrong: "trc build --out content",
    right: "trc build --out out",
  },
  TRC6002: {
    english: "Another run writes to the output folder",
    why: "Два запуска, пишущие в одну папку, смешали бы два комплекта",
    whyEnglish: "Two runs that write to one folder would mix two sets",
  },
  TRC6003: {
    english: "The output folder cannot be updated",
    why: "Файл из папки вывода открыт в другой программе (Word, просмотрщик) или на папку нет прав",
    whyEnglish:
      "A file of the output folder is open in another program (Word, a viewer), or there are no rights to the folder",
  },
  TRC6005: {
    english: "There is no such layout profile",
    why: "Профили лежат в templates/profiles; имя профиля – имя файла без расширения",
    whyEnglish: "Profiles lie in templates/profiles; the name of a profile is its file name without the extension",
    wrong: "profile: gost-2036",
    right: "profile: gost-2025",
  },
  TRC6009: {
    english: "A report cannot be written",
    why: "Путь после двоеточия у --reporter должен вести в папку, в которую можно писать",
    whyEnglish: "The path after the colon of --reporter must lead to a folder that can be written to",
    wrong: "trc check --reporter sarif:/нет/такой/папки.sarif",
    right: "trc check --reporter sarif:out.sarif",
  },
};
