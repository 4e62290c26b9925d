import { defineFindings, text } from "../../base/diagnostics/index.ts";

/** The findings of this room. */
export const FINDINGS = defineFindings({
  TRC0001: {
    title: text("Папка или файл, названные в команде, не найдены", "A folder or file of the command is not found"),
    why: text(
      "Команда ищет папки от того места, где запущена; чаще всего она запущена не из папки проекта",
      "A command looks for folders from the place where it was started; most often that is not the folder of the project",
    ),
    example: { wrong: "trc check --content contents", right: "trc check --content content" },
  },
  TRC0003: {
    title: text("Файл или папку не удалось прочитать или записать", "A file or folder cannot be read or written"),
    why: text(
      "Команде нужен каждый файл, который она читает или пишет; что помешало, сказано в самом сообщении",
      "A command needs every file it reads or writes; the message says what was in the way",
    ),
    hints: text("Проверьте права на папку и файлы в ней", "Check the rights of the folder and of the files in it"),
  },
  TRC0005: {
    title: text("День, на который спрашивают, – не дата", "The day that is asked about is no date"),
    why: text(
      "От дня зависит ответ: кто назначен, что действует, чему вышел срок",
      "The answer depends on the day: who is in office, what is in force, what is due",
    ),
    message: (name: string, day: string) => text(`${name}: «${day}» – не дата`, `${name}: "${day}" is no date`),
    hints: text("Напишите день как ГГГГ-ММ-ДД: 2025-09-05", "Write the day as YYYY-MM-DD: 2025-09-05"),
    example: { wrong: 'centreStatus({ content: "content", date: "31.02.2025" })', right: 'date: "2025-02-28"' },
  },
  TRC0006: {
    severity: "warning",
    title: text(
      "Вместо файла или папки – ссылка на другое место",
      "A link to another place instead of a file or folder",
    ),
    why: text(
      "По ссылкам (ярлыкам) из папки программа не ходит: на другой машине их нет, и запись пропала бы без следа",
      "Links out of a folder are not followed: on another machine they are not there, and the record would vanish",
    ),
    message: text("Это ссылка на другое место: её не читают", "This is a link to another place: it is not read"),
    hints: text(
      "Положите вместо ссылки сами файлы или удалите её",
      "Put the files themselves in its place, or delete the link",
    ),
    example: {
      wrong: "content/people/ivanova-mp.yaml → ../../старое/ivanova-mp.yaml",
      right: "content/people/ivanova-mp.yaml",
    },
  },
  TRC3007: {
    title: text("Профиль оформления не подходит по дате документа", "No profile suits the date"),
    why: text(
      "Профили действуют по датам (from, to); документ старше или моложе всех",
      "Profiles are in force by dates (from, to); the document is older or younger than all of them",
    ),
    example: { wrong: "date: 1990-09-01", right: "date: 2025-09-01" },
  },
  TRC3009: {
    severity: "warning",
    title: text("В папке шаблонов лежит файл, который никто не читает", "Nothing reads a file of the templates"),
    why: text(
      "Файл с другим именем, расширением или в другой папке не подействовал бы, а выглядит так, будто действует",
      "A file of another name, extension or folder has no effect while it looks as if it had",
    ),
    hints: text(
      "Виды лежат в папках с файлом kind.yaml (строчные латинские буквы, цифры, дефис), профили – в profiles/<имя>.yaml, шаблон (.hbs) называет другой шаблон – {{> имя}} – или приложение в kind.yaml; переименуйте файл или уберите его",
      "Kinds lie in folders with a kind.yaml (small Latin letters, digits, hyphens), profiles in profiles/<name>.yaml, a template (.hbs) is named by another one, {{> name}}, or by an annex of kind.yaml; rename the file or take it away",
    ),
    example: { wrong: "templates/profiles/office.yml", right: "templates/profiles/office.yaml" },
  },
  TRC6005: {
    title: text("Профиль оформления не найден", "There is no such layout profile"),
    why: text(
      "Профили лежат в templates/profiles; имя профиля – имя файла без расширения",
      "Profiles lie in templates/profiles; the name of a profile is its file name without the extension",
    ),
    message: (id: string, _known: readonly string[]) =>
      text(`Профиля оформления «${id}» нет`, `There is no profile "${id}"`),
    hints: (_id: string, known: readonly string[]) =>
      text(`Есть: ${known.join(", ") || "ни одного"}`, `There are: ${known.join(", ") || "none"}`),
    example: { wrong: "profile: gost-2036", right: "profile: gost-2025" },
  },
});
