import type { CodePage } from "./code-page.ts";

/** Pages of the codes: what a fault means, an example of it and of its mending. */
export const REGISTER_PAGES: { readonly [code: string]: CodePage } = {
  TRC8001: {
    english: "An entry of the register is changed",
    why: "Реестр только дополняют: изменённая запись – след вмешательства",
    whyEnglish: "The register is only added to: a changed entry is the trace of interference",
  },
  TRC8002: {
    english: "A link of the register's chain is broken",
    why: "Каждая запись хранит отпечаток предыдущей",
    whyEnglish: "Every entry keeps the digest of the one before it",
  },
  TRC8003: {
    english: "Two documents took one place",
    why: "Два человека издали документ одновременно",
    whyEnglish: "Two people issued a document at the same time",
  },
  TRC8004: {
    english: "Two issued documents have one number",
    why: "Номер в году один",
    whyEnglish: "A number stands once in a year",
  },
  TRC8005: {
    english: "The register names a document that is not in the set",
    why: "Изданный документ нельзя удалить",
    whyEnglish: "An issued document cannot be removed",
  },
  TRC8006: {
    english: "A file of the register is misnamed or misplaced",
    why: "Имя файла записи реестра – её номер и отпечаток",
    whyEnglish: "The file name of an entry is its number and its digest",
  },
  TRC8007: {
    english: "An earlier number is not in the register",
    why: "Номера вносят подряд",
    whyEnglish: "Numbers are entered one after another",
  },
  TRC8008: {
    english: "The end of the register was cut off",
    why: "Печать последней записи, сохранённая раньше, в реестре не нашлась: записи удалены или заменены",
    whyEnglish:
      "The seal of the last entry that was kept earlier is not in the register: entries were removed or replaced",
  },
  TRC8009: {
    english: "The file keeps no seals of a register",
    why: "Сверять можно с тем, что хранит печати: пакетом архива, комплектом или выводом trc register list --json",
    whyEnglish:
      "A register is compared with what keeps its seals: a bag of the archive, a bundle, or the output of trc register list --json",
  },
  TRC8101: {
    english: "Words of an issued document are changed",
    why: "Изданный документ неизменен: правку вносят приказом о внесении изменений",
    whyEnglish: "An issued document never changes: it is amended by an order of amendment",
  },
  TRC8102: {
    english: "The structure of an issued document is changed",
    why: "Слова прежние, а строение другое: проверьте шаблон",
    whyEnglish: "The words are the same, the structure is another: check the template",
  },
  TRC8103: {
    english: "Requisites of an issued document are changed",
    why: "Номер и дата изданного документа неизменны",
    whyEnglish: "Number and date of an issued document never change",
  },
  TRC8110: {
    english: "The document to issue is not found",
    why: "Назовите запись документа",
    whyEnglish: "Name the record of the document",
  },
  TRC8111: {
    english: "The document is issued already",
    why: "Второй раз документ не издают",
    whyEnglish: "A document is not issued twice",
  },
  TRC8112: {
    english: "The number is taken or does not suit",
    why: "Номер один в году и имеет индекс вида",
    whyEnglish: "A number stands once in a year and bears the index of its kind",
  },
  TRC8113: {
    english: "The number and the date are out of order",
    why: "Больший номер не может быть раньше меньшего",
    whyEnglish: "A greater number cannot be earlier than a smaller one",
  },
  TRC8114: {
    english: "The number cannot be read",
    why: "Номер начинается с цифр",
    whyEnglish: "A number begins with digits",
    wrong: 'number: "б/н"',
    right: 'number: "12-ОД"',
  },
  TRC8115: {
    english: "A lettered number",
    why: "Литерный номер – исключение, которое объясняют в журнале",
    whyEnglish: "A number with a letter is an exception, which the register explains",
    wrong: 'number: "12а-ОД"',
    right: 'number: "13-ОД"',
  },
  TRC8116: {
    english: "The date of issue is in the future or after the registration",
    why: "Документ регистрируют в день подписания",
    whyEnglish: "A document is registered on the day of its signing",
  },
  TRC8117: {
    english: "The document refers to an order without a number",
    why: "Сначала издают основание",
    whyEnglish: "The ground is issued first",
  },
  TRC8118: {
    english: "The case index is not in the nomenclature",
    why: "Документ подшивают в дело из номенклатуры",
    whyEnglish: "A document is filed under a case of the nomenclature",
    wrong: 'caseIndex: "99-99"',
    right: 'caseIndex: "01-05"',
  },
  TRC8119: {
    english: "The number or date is not where it can be filled",
    why: "Номер и дату программа вписывает в запись; их строки должны быть в ней",
    whyEnglish: "The program writes number and date into the record; their lines must be there",
  },
  TRC8120: {
    english: "The register needs a human decision",
    why: "Программа не чинит реестр сама",
    whyEnglish: "The program does not mend the register by itself",
  },
};
