import type { CodePage } from "./code-page.ts";

/** Pages of the codes of the archive and the preview. */
export const ARCHIVE_PAGES: { readonly [code: string]: CodePage } = {
  TRC8301: {
    english: "The document is in the archive already",
    why: "Подлинник кладут в архив один раз; исправленный – это другой документ",
  },
  TRC8302: { english: "The document is not issued", why: "В архив принимают изданные документы: сначала trc issue" },
  TRC8303: { english: "The signature is of another document", why: "Отпечаток в подписи не равен отпечатку файла" },
  TRC8304: {
    english: "The file of the signature cannot be read",
    why: "Подпись хранится в отдельном файле .sig (CMS)",
  },
  TRC8305: {
    english: "The original differs from what is built now",
    why: "Подлинник неизменен; расхождение – след правки записей или шаблонов",
  },
  TRC8306: {
    english: "The signature is taken but not checked",
    why: "Для проверки алгоритма нужна другая программа; подпись сохранена как есть",
  },
  TRC8307: {
    english: "Files of one document are named for several",
    why: "Файлы подлинника указывают для одного документа за раз",
  },
  TRC8308: { english: "The file of the original cannot be read", why: "Проверьте путь и права" },
  TRC8309: {
    english: "The templates folder has no words for the archive",
    why: "Слова паспорта, описи и памятки стоят в templates/archive/wording.yaml, а не в программе",
  },
  TRC8310: {
    english: "A file of the archive is changed",
    why: "Архив хранят без изменений: восстановите файл из второй копии",
  },
  TRC8311: {
    english: "A file of the archive is missing",
    why: "Архив хранят без изменений: восстановите файл из второй копии",
  },
  TRC8312: { english: "A file too many in the archive", why: "В пакете лежит то, чего нет в его описи" },
  TRC8313: {
    english: "The inventory of a bag cannot be read",
    why: "Опись пакета повреждена: восстановите её из второй копии",
  },
  TRC8314: {
    english: "The book of accessions is changed",
    why: "Книгу поступлений только дополняют: изменённая строка – след вмешательства",
  },
  TRC8315: { english: "A bag is not in its place", why: "Книга поступлений называет пакет, которого нет" },
  TRC8316: { english: "A bag is replaced whole", why: "Отпечаток пакета не равен записанному при поступлении" },
  TRC8317: { english: "The register and the archive disagree", why: "Изданное и хранимое – один и тот же документ" },
  TRC8318: { english: "The archive is not found", why: "Проверьте путь к архиву" },
  TRC8319: { english: "The document is not in the archive", why: "Проверьте имя документа: trc archive list" },
  TRC8320: {
    english: "The copies of the archive disagree",
    why: "Копии должны совпадать до байта; верную укажет проверка пакетов",
  },
  TRC8321: {
    english: "Both copies are damaged",
    why: "Восстановите файл из иного источника: программа его не восстановит",
  },
  TRC8322: {
    english: "The signature is taken in already",
    why: "Одну и ту же подпись хранят один раз: такой же файл уже лежит в пакете или назван дважды",
  },
  TRC8323: {
    english: "The document was given up for destruction",
    why: "В книге поступлений записано, что документ выделен к уничтожению по акту: его не выдают и не дополняют",
  },
  TRC8324: {
    english: "The term of retention is not over",
    why: "Документ хранят до дня «не ранее» из его паспорта, а постоянный – всегда (Перечень № 236)",
    wrong: 'trc archive dispose 1-2025-trc --act "Акт от 20.01.2026 № 1" --date 2026-01-20',
    right: 'trc archive dispose 1-2025-trc --act "Акт от 20.01.2032 № 1" --date 2032-01-20',
  },
  TRC8325: {
    english: "There is such a record already",
    why: "Подготовленную запись программа не переписывает: в ней могут быть правки делопроизводителя",
  },
  TRC8326: {
    english: "The case stands in no nomenclature",
    why: "Заголовок дела для внутренней описи берут из номенклатуры дел",
  },
  TRC8327: {
    english: "There is nothing new for an act of destruction",
    why: "Документ выделяют к уничтожению одним актом; второй раз его в акт не вносят",
  },
  TRC9301: {
    english: "The port of the preview is taken",
    why: "Порт занят другой программой или другим предпросмотром: укажите другой",
    wrong: "trc preview --port 80",
    right: "trc preview --port 4174",
  },
};
