import type { CodePage } from "./code-page.ts";

/** Pages of the codes: what a fault means, an example of it and of its mending. */
export const REGISTER_PAGES: { readonly [code: string]: CodePage } = {
  TRC8001: {
    english: "An entry of the register is changed",
    why: "Реестр только дополняют: изменённая запись – след вмешательства",
  },
  TRC8002: { english: "A link of the register's chain is broken", why: "Каждая запись хранит отпечаток предыдущей" },
  TRC8003: { english: "Two documents took one place", why: "Два человека издали документ одновременно" },
  TRC8004: { english: "Two issued documents have one number", why: "Номер в году один" },
  TRC8005: { english: "The register names a document that is not in the set", why: "Изданный документ нельзя удалить" },
  TRC8006: {
    english: "A file of the register is misnamed or misplaced",
    why: "Имя файла записи реестра – её номер и отпечаток",
  },
  TRC8007: { english: "An earlier number is not in the register", why: "Номера вносят подряд" },
  TRC8101: {
    english: "Words of an issued document are changed",
    why: "Изданный документ неизменен: правку вносят приказом о внесении изменений",
  },
  TRC8102: {
    english: "The structure of an issued document is changed",
    why: "Слова прежние, а строение другое: проверьте шаблон",
  },
  TRC8103: {
    english: "Requisites of an issued document are changed",
    why: "Номер и дата изданного документа неизменны",
  },
  TRC8110: { english: "The document to issue is not found", why: "Назовите запись документа" },
  TRC8111: { english: "The document is issued already", why: "Второй раз документ не издают" },
  TRC8112: { english: "The number is taken or does not suit", why: "Номер один в году и имеет индекс вида" },
  TRC8113: { english: "The number and the date are out of order", why: "Больший номер не может быть раньше меньшего" },
  TRC8114: {
    english: "The number cannot be read",
    why: "Номер начинается с цифр",
    wrong: 'number: "б/н"',
    right: 'number: "12-ОД"',
  },
  TRC8115: {
    english: "A lettered number",
    why: "Литерный номер – исключение, которое объясняют в журнале",
    wrong: 'number: "12а-ОД"',
    right: 'number: "13-ОД"',
  },
  TRC8116: {
    english: "The date of issue is in the future or after the registration",
    why: "Документ регистрируют в день подписания",
  },
  TRC8117: { english: "The document refers to an order without a number", why: "Сначала издают основание" },
  TRC8118: {
    english: "The case index is not in the nomenclature",
    why: "Документ подшивают в дело из номенклатуры",
    wrong: 'caseIndex: "99-99"',
    right: 'caseIndex: "01-05"',
  },
  TRC8119: {
    english: "The number or date is not where it can be filled",
    why: "Номер и дату программа вписывает в запись; их строки должны быть в ней",
  },
  TRC8120: { english: "The register needs a human decision", why: "Программа не чинит реестр сама" },
  TRC8201: { english: "Another run holds the folder", why: "Дождитесь другого запуска" },
  TRC8202: { english: "Writing failed", why: "На папку нет прав или диск полон" },
  TRC8203: { english: "The path is not safe", why: "Путь выходит за папку проекта" },
  TRC8204: {
    english: "The write was begun and not finished",
    why: "Файлы записаны не все: диск полон или запись прервана; журнал помнит, чего не хватает",
  },
};
