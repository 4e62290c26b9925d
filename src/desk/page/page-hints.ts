import { type Diagnostic, inLanguage, type Reported, type Text, text } from "../../base/diagnostics/index.ts";

/** What the page calls what a command does, by how a command line begins; the first that fits. */
const BUTTONS: readonly (readonly [command: RegExp, ru: string, en: string])[] = [
  [/trc build --draft/g, "«Действия» → «Собрать файлы», черновик", "“Actions” → “Make the files”, a draft"],
  [
    /trc year --undo [^,]+, trc new order-status[^,]+, trc year \S+/g,
    "закройте это окно, «Создать» → «Приказ о статусе», потом снова «Начать учебный год»",
    "close this window, “New” → the order on the status, then begin the school year again",
  ],
  [/(?:командой |the command )?trc check/g, "«Замечания»", "“Findings”"],
  [/trc sign-off [^\s,;.]+ --as (?:<[^>]+>|[^\s,;.]+)/g, "«Одобрить» у документа", "“Approve” of the document"],
  [/trc init и trc year/g, "Новый центр и новый учебный год", "A new centre and a new school year"],
  [/trc init and trc year/g, "", "A new centre and a new school year"],
  [/trc new work-plan[^\s;,)]*/g, "«Создать» → «План работы»", "“New” → “Work plan”"],
  [/trc new calendar(?: --(?:date|set) [^\s;,)]+)*/g, "«Создать» → «Рабочий календарь»", "“New” → “Calendar”"],
  [/trc new result --of \S+/g, "«Итоги мероприятия» у мероприятия", "“Result” of the activity"],
  [/trc new ([a-z-]+)(?: --[a-z]+ [^\s;,)]+)*/g, "«Создать»", "“New”"],
  [/trc year (?!--undo)[\d/–-]+/g, "«Действия» → «Начать учебный год»", "“Actions” → “Begin a school year”"],
  [/trc year --undo [\d/–-]+/g, "«Действия» → «Отменить начатый учебный год»", "“Actions” → “Take a school year back”"],
  [/trc upgrade(?: --undo)?/g, "«Действия» → «Формат записей»", "“Actions” → “Format of the records”"],
  [/trc export(?: --[a-z]+ [^\s;,)]+)*/g, "«Действия» → «Выгрузить план и журнал»", "“Actions” → “Export”"],
  [/trc release(?! --)/g, "«Действия» → «Выпустить комплект»", "“Actions” → “Release the bundle”"],
  [/trc annul [^;]+? --reason [^\s;,)]+/g, "«Аннулировать» у документа", "“Annul” of the document"],
  [
    /trc archive add [^\s;,)]+(?: --[a-z]+ [^\s;,)]+)*/g,
    "«Сдать в архив» у документа",
    "“Put into the archive” of the document",
  ],
  [
    /trc issue(?: [a-z\d][\w.-]+| ДОКУМЕНТ| DOCUMENT)(?: --[a-z]+ [^\s;,)]+)*/g,
    "«Издать» у документа",
    "“Issue” of the document",
  ],
];

/** What to do, where somebody has the page before the eyes and not the file. */
const OWN: { readonly [code: string]: Text } = {
  TRC2181: text(
    "Откройте запись, проверьте поля с пометкой «вписано программой» и нажмите «Проверено»",
    "Open the record, look at the fields that are marked and press “Confirmed”",
  ),
  TRC8122: text(
    "Проверьте в записи поля с пометкой «вписано программой» и нажмите «Проверено»",
    "Look at the marked fields of the record and press “Confirmed”",
  ),
};

/** A text with buttons of the page in the place of commands. */
export function inWordsOfPage(words: string, language: keyof Text): string {
  return BUTTONS.reduce((said, [command, ru, en]) => said.replace(command, language === "ru" ? ru : en), words);
}

/** Findings as they are said on the page. */
export function findingsOfPage(diagnostics: readonly Diagnostic[], language: keyof Text): readonly Reported[] {
  return inLanguage(diagnostics, language).map((one) => {
    const { [one.code]: own } = OWN;
    const said = (words: string): string => inWordsOfPage(words, language);
    return {
      ...one,
      message: said(one.message),
      hints: own === undefined ? one.hints.map(said) : [own[language]],
      ...(one.why === undefined ? {} : { why: said(one.why) }),
    };
  });
}
