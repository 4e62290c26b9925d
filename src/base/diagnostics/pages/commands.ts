import type { CodePage } from "./code-page.ts";

/** Pages of the codes: what a fault means, an example of it and of its mending. */
export const COMMANDS_PAGES: { readonly [code: string]: CodePage } = {
  TRC9001: {
    english: "There is no such kind of record in trc new",
    why: "Список видов печатает команда trc new без имени вида",
    whyEnglish: "The list of kinds is printed by trc new without a name",
    wrong: "trc new ordr-general",
    right: "trc new order-general",
  },
  TRC9002: {
    english: "The record named in --of or --like is not there",
    why: "После --of и --like пишут имя записи",
    whyEnglish: "After --of and --like stands the name of a record",
  },
  TRC9003: {
    english: "A record of this kind cannot refer to that one",
    why: "У видов записей свои ссылки",
    whyEnglish: "Each kind of record has its own references",
  },
  TRC9004: {
    english: "The file or folder exists already",
    why: "Программа не затирает чужих файлов",
    whyEnglish: "The program does not write over what is there",
  },
  TRC9005: {
    english: "The name does not suit a record file",
    why: "Строчные латинские буквы, цифры и дефис",
    whyEnglish: "Lower-case Latin letters, digits and hyphens",
    wrong: "trc new person Иванова",
    right: "trc new person ivanova-mp",
  },
  TRC9006: {
    english: "The gender cannot be told",
    why: "Пол видно по отчеству, род – по первому слову наименования; если их нет, добавьте в ответы строку gender",
    whyEnglish:
      "The gender of a person shows in the patronymic, that of an organisation in the first word of its name; without them add a line gender to the answers",
    wrong: "head: {name: Цой Женя, title: директор}",
    right: "head: {name: Цой Женя, title: директор, gender: feminine}",
  },
  TRC9101: {
    english: "The file cannot be read as a table",
    why: "Подходят xlsx, xls, ods и csv; файл с паролем сначала сохраните без пароля",
    whyEnglish: "xlsx, xls, ods and csv will do; save a file under a password without it first",
    wrong: "trc import план.docx",
    right: "trc import план.xlsx",
  },
  TRC9102: {
    english: "It is not clear which plan is meant",
    why: "Планы лежат в папке plans; без ключа берётся план учебного года, на который приходится день",
    whyEnglish:
      "Plans lie in the folder plans; without the option it is the plan of the school year that the day falls into",
    wrong: "trc import план.xlsx --plan 2025",
    right: "trc import план.xlsx --plan 2025-2026",
  },
  TRC9103: {
    english: "No row of headings is found in the table",
    why: "Графы узнаются по заголовкам в одной строке: нужна графа «Мероприятие» и хотя бы ещё одна – срок, ответственный, участники",
    whyEnglish:
      "Columns are known by their headings in one row: «Мероприятие» and at least one more (term, responsible, participants) are needed",
  },
  TRC9401: {
    english: "There is nothing to compare with",
    why: "Сравнивают папку записей, собранный комплект или версию git",
    whyEnglish: "A folder of records, a built set or a git revision can be compared",
    wrong: "trc diff вчера",
    right: "trc diff HEAD",
  },
};
