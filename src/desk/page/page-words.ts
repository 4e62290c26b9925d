// Between the server and the page: imports nothing, so that each side is checked with its own library.

/** Words of the page: those of `index.html` by the names that stand there, those that its script writes, refusals of the server. */
export const WORDS = {
  preview: { ru: "Предпросмотр", en: "Preview" },
  toDocument: { ru: "К документу", en: "To the document" },
  documents: { ru: "Документы", en: "Documents" },
  building: { ru: "Собираю комплект…", en: "Building the set…" },
  scale: { ru: "Масштаб", en: "Scale" },
  smaller: { ru: "Уменьшить", en: "Smaller" },
  fitWidth: { ru: "По ширине окна", en: "As wide as the window" },
  larger: { ru: "Увеличить", en: "Larger" },
  dark: { ru: "Тёмная", en: "Dark" },
  findings: { ru: "Замечания", en: "Findings" },
  documentsOfSet: { ru: "Документы комплекта", en: "Documents of the set" },
  find: { ru: "Найти документ", en: "Find a document" },
  keySearch: { ru: "поиск", en: "search" },
  keyList: { ru: "по списку", en: "through the list" },
  keyFindings: { ru: "замечания", en: "findings" },
  document: { ru: "Документ", en: "Document" },
  page: { ru: "Страница", en: "Page" },
  of: { ru: "из", en: "of" },
  lost: { ru: "Нет связи с программой; жду её…", en: "No connection to the program; waiting for it…" },
  onlyErrors: { ru: "Документов ещё нет: мешают ошибки.", en: "There are no documents yet: errors are in the way." },
  noDocuments: { ru: "Документов нет.", en: "There are no documents." },
  notBuilt: { ru: "Не собрано", en: "Not built" },
  noFindings: { ru: "замечаний нет", en: "no findings" },
  nothingFound: { ru: "Ничего не найдено", en: "Nothing is found" },
  hasErrors: { ru: "есть ошибки", en: "has errors" },
  hasWarnings: { ru: "есть предупреждения", en: "has warnings" },
  stale: { ru: "показан прежний вид", en: "shown as it was" },
  pagesShort: { ru: "с.", en: "p." },
  error: { ru: "Ошибка", en: "Error" },
  warning: { ru: "Предупреждение", en: "Warning" },
  info: { ru: "Сведение", en: "Note" },
  linesOfFile: { ru: "Строки файла", en: "Lines of the file" },
  why: { ru: "Почему. ", en: "Why. " },
  norm: { ru: "Норма. ", en: "Norm. " },
  hint: { ru: "Что сделать. ", en: "What to do. " },
  openInEditor: { ru: "Открыть в редакторе", en: "Open in the editor" },
  close: { ru: "Закрыть", en: "Close" },
  closeFindings: { ru: "Закрыть замечания", en: "Close the findings" },
  here: { ru: "В этом документе", en: "In this document" },
  elsewhere: { ru: "В других местах", en: "Elsewhere" },
  inSet: { ru: "В комплекте", en: "In the set" },
  hide: { ru: "Скрыть", en: "Hide" },
  allFindings: { ru: "Все замечания", en: "All findings" },
  under: {
    ru: "Под этим листом – последний удачный вид документа",
    en: "Under this sheet is the document as it was last built",
  },
  andMore: { ru: "и ещё", en: "and" },
  noSuchDocument: { ru: "Нет такого документа", en: "There is no such document" },
  noSuchPage: { ru: "Нет такой страницы", en: "There is no such page" },
  foreignHost: { ru: "Чужое имя узла", en: "A foreign host name" },
  foreignSite: { ru: "Запрос с другого сайта", en: "A request of another site" },
  readOnly: { ru: "Только чтение", en: "Read only" },
} as const satisfies { readonly [name: string]: { readonly ru: string; readonly en: string } };

/** Name of a word of the page. */
export type PageWord = keyof typeof WORDS;

/** What is counted on the page, by the plural categories of each language. */
export const COUNTED = {
  documents: {
    ru: { one: "документ", few: "документа", many: "документов" },
    en: { one: "document", other: "documents" },
  },
  errors: { ru: { one: "ошибка", few: "ошибки", many: "ошибок" }, en: { one: "error", other: "errors" } },
  findings: {
    ru: { one: "замечание", few: "замечания", many: "замечаний" },
    en: { one: "finding", other: "findings" },
  },
} as const;
