import type { CodePage } from "./code-page.ts";

/** Pages of the codes: what a fault means, an example of it and of its mending. */
export const COMMANDS_PAGES: { readonly [code: string]: CodePage } = {
  TRC9001: {
    english: "There is no such kind of record in trc new",
    why: "Список видов печатает команда trc new без имени вида",
    wrong: "trc new ordr-general",
    right: "trc new order-general",
  },
  TRC9002: { english: "The record named in --of or --like is not there", why: "После --of и --like пишут имя записи" },
  TRC9003: { english: "A record of this kind cannot refer to that one", why: "У видов записей свои ссылки" },
  TRC9004: { english: "The file or folder exists already", why: "Программа не затирает чужих файлов" },
  TRC9005: {
    english: "The name does not suit a record file",
    why: "Строчные латинские буквы, цифры и дефис",
    wrong: "trc new person Иванова",
    right: "trc new person ivanova-mp",
  },
  TRC9006: {
    english: "The gender cannot be told",
    why: "Пол видно по отчеству, род – по первому слову наименования; если их нет, добавьте в ответы строку gender",
    wrong: "head: {name: Цой Женя, title: директор}",
    right: "head: {name: Цой Женя, title: директор, gender: feminine}",
  },
  TRC9101: {
    english: "The file cannot be read as a table",
    why: "Подходят xlsx, xls, ods и csv; файл с паролем сначала сохраните без пароля",
    wrong: "trc import план.docx",
    right: "trc import план.xlsx",
  },
  TRC9102: {
    english: "It is not clear which plan is meant",
    why: "Планы лежат в папке plans; без ключа берётся план учебного года, на который приходится день",
    wrong: "trc import план.xlsx --plan 2025",
    right: "trc import план.xlsx --plan 2025-2026",
  },
  TRC9103: {
    english: "No row of headings is found in the table",
    why: "Графы узнаются по заголовкам в одной строке: нужна графа «Мероприятие» и хотя бы ещё одна – срок, ответственный, участники",
  },
  TRC9401: {
    english: "There is nothing to compare with",
    why: "Сравнивают папку записей, собранный комплект или версию git",
    wrong: "trc diff вчера",
    right: "trc diff HEAD",
  },
};
