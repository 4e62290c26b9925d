import type { CodePage } from "./code-page.ts";

/** Pages of the codes: what a fault means, an example of it and of its mending. */
export const COMMANDS_PAGES: { readonly [code: string]: CodePage } = {
  TRC9001: {
    english: "There is no such kind of record in trc new",
    why: "Список видов: trc new --help",
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
  TRC9006: { english: "The gender cannot be told", why: "Назовите род или пол ключом" },
};
