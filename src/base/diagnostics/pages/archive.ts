import type { CodePage } from "./code-page.ts";

/** Pages of the codes of the archive and the preview. */
export const ARCHIVE_PAGES: { readonly [code: string]: CodePage } = {
  TRC8301: {
    english: "The document is in the archive already",
    why: "Подлинник кладут в архив один раз; исправленный – это другой документ",
    whyEnglish: "An original is put into the archive once; a corrected one is another document",
  },
  TRC8302: {
    english: "The document is not issued",
    why: "В архив принимают изданные документы: сначала trc issue",
    whyEnglish: "The archive takes issued documents: first trc issue",
  },
  TRC8303: {
    english: "The signature is of another document",
    why: "Отпечаток в подписи не равен отпечатку файла",
    whyEnglish: "The digest in the signature is not that of the file",
  },
  TRC8304: {
    english: "The file of the signature cannot be read",
    why: "Подпись хранится в отдельном файле .sig (CMS)",
    whyEnglish: "A signature is kept in a file of its own, .sig (CMS)",
  },
  TRC8305: {
    english: "The original differs from what is built now",
    why: "Подлинник неизменен; расхождение – след правки записей или шаблонов",
    whyEnglish: "An original never changes; a difference is the trace of an edit of records or templates",
  },
  TRC8306: {
    english: "The signature is taken but not checked",
    why: "Для проверки алгоритма нужна другая программа; подпись сохранена как есть",
    whyEnglish: "Another program is needed to check the algorithm; the signature is kept as it is",
  },
  TRC8307: {
    english: "Files of one document are named for several",
    why: "Файлы подлинника указывают для одного документа за раз",
    whyEnglish: "Files of an original are named for one document at a time",
  },
  TRC8308: {
    english: "The file of the original cannot be read",
    why: "Проверьте путь и права",
    whyEnglish: "Check the path and the rights",
  },
  TRC8309: {
    english: "The templates folder has no words for the archive",
    why: "Слова паспорта, описи и памятки стоят в templates/archive/wording.yaml, а не в программе",
    whyEnglish:
      "The words of the passport, the inventory and the notes stand in templates/archive/wording.yaml, not in the program",
  },
  TRC8310: {
    english: "A file of the archive is changed",
    why: "Архив хранят без изменений: восстановите файл из второй копии",
    whyEnglish: "An archive is kept without changes: restore the file from the second copy",
  },
  TRC8311: {
    english: "A file of the archive is missing",
    why: "Архив хранят без изменений: восстановите файл из второй копии",
    whyEnglish: "An archive is kept without changes: restore the file from the second copy",
  },
  TRC8312: {
    english: "A file too many in the archive",
    why: "В пакете лежит то, чего нет в его описи",
    whyEnglish: "There is something in the bag that its inventory does not name",
  },
  TRC8313: {
    english: "The inventory of a bag cannot be read",
    why: "Опись пакета повреждена: восстановите её из второй копии",
    whyEnglish: "The inventory of the bag is damaged: restore it from the second copy",
  },
  TRC8314: {
    english: "The book of accessions is changed",
    why: "Книгу поступлений только дополняют: изменённая строка – след вмешательства",
    whyEnglish: "The book of accessions is only added to: a changed line is the trace of interference",
  },
  TRC8315: {
    english: "A bag is not in its place",
    why: "Книга поступлений называет пакет, которого нет",
    whyEnglish: "The book of accessions names a bag that is not there",
  },
  TRC8316: {
    english: "A bag is replaced whole",
    why: "Отпечаток пакета не равен записанному при поступлении",
    whyEnglish: "The digest of the bag is not the one noted when it was taken in",
  },
  TRC8317: {
    english: "The register and the archive disagree",
    why: "Изданное и хранимое – один и тот же документ",
    whyEnglish: "What is issued and what is kept are one and the same document",
  },
  TRC8318: {
    english: "The archive is not found",
    why: "Проверьте путь к архиву",
    whyEnglish: "Check the path to the archive",
  },
  TRC8319: {
    english: "The document is not in the archive",
    why: "Проверьте имя документа: trc archive list",
    whyEnglish: "Check the name of the document: trc archive list",
  },
  TRC8320: {
    english: "The copies of the archive disagree",
    why: "Копии должны совпадать до байта; верную укажет проверка пакетов",
    whyEnglish: "Copies must be the same to the byte; which is right is told by checking the bags",
  },
  TRC8321: {
    english: "Both copies are damaged",
    why: "Восстановите файл из иного источника: программа его не восстановит",
    whyEnglish: "Restore the file from another source: the program will not restore it",
  },
  TRC8322: {
    english: "The signature is taken in already",
    why: "Одну и ту же подпись хранят один раз: такой же файл уже лежит в пакете или назван дважды",
    whyEnglish: "A signature is kept once: the same file is already in the bag, or is named twice",
  },
  TRC8323: {
    english: "The document was given up for destruction",
    why: "В книге поступлений записано, что документ выделен к уничтожению по акту: его не выдают и не дополняют",
    whyEnglish:
      "The book of accessions says that the document was given up for destruction by an act: it is neither handed out nor added to",
  },
  TRC8324: {
    english: "The term of retention is not over",
    why: "Документ хранят до дня «не ранее» из его паспорта, а постоянный – всегда (Перечень № 236)",
    whyEnglish:
      'A document is kept until the day "not before" of its passport, and a permanent one for ever (list No. 236)',
    wrong: 'trc archive dispose 1-2025-trc --act "Акт от 20.01.2026 № 1" --date 2026-01-20',
    right: 'trc archive dispose 1-2025-trc --act "Акт от 20.01.2032 № 1" --date 2032-01-20',
  },
  TRC8325: {
    english: "There is such a record already",
    why: "Подготовленную запись программа не переписывает: в ней могут быть правки делопроизводителя",
    whyEnglish: "The program does not write over a prepared record: the clerk may have edited it",
  },
  TRC8326: {
    english: "The case stands in no nomenclature",
    why: "Заголовок дела для внутренней описи берут из номенклатуры дел",
    whyEnglish: "The title of the file for the inner inventory comes from the nomenclature of files",
  },
  TRC8327: {
    english: "There is nothing new for an act of destruction",
    why: "Документ выделяют к уничтожению одним актом; второй раз его в акт не вносят",
    whyEnglish: "A document is given up by one act; it is not entered a second time",
  },
  TRC9301: {
    english: "The port of the preview is taken",
    why: "Порт занят другой программой или другим предпросмотром: укажите другой",
    whyEnglish: "The port is taken by another program or another preview: name another one",
    wrong: "trc preview --port 80",
    right: "trc preview --port 4174",
  },
};
