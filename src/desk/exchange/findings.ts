import { defineFindings, text } from "../../base/diagnostics/index.ts";

/** The findings of this room. */
export const FINDINGS = defineFindings({
  TRC9101: {
    title: text("Файл не читается как таблица", "The file cannot be read as a table"),
    why: text(
      "Подходят xlsx, xls, ods и csv; файл с паролем сначала сохраните без пароля",
      "xlsx, xls, ods and csv will do; save a file under a password without it first",
    ),
    hints: [
      text(
        "Подходят xlsx, xls, ods и csv; защищённый паролем файл сначала сохраните без пароля",
        "xlsx, xls, ods and csv will do; save a file under a password without it first",
      ),
    ],
    example: { wrong: "trc import план.docx", right: "trc import план.xlsx" },
  },
  TRC9102: {
    title: text("Не понять, в какой план занести мероприятия", "It is not clear which plan is meant"),
    why: text(
      "Планы лежат в папке plans; без ключа берётся план учебного года, на который приходится день",
      "Plans lie in the folder plans; without the option it is the plan of the school year that the day falls into",
    ),
    example: { wrong: "trc import план.xlsx --plan 2025", right: "trc import план.xlsx --plan 2025-2026" },
  },
  TRC9103: {
    title: text("В таблице не найдена шапка плана", "No row of headings is found in the table"),
    why: text(
      "Графы узнаются по заголовкам в одной строке: нужна графа «Мероприятие» и хотя бы ещё одна – срок, ответственный, участники",
      "Columns are known by their headings in one row: «Мероприятие» and at least one more (term, responsible, participants) are needed",
    ),
    hints: [
      text(
        "Проверьте, что заголовки граф стоят в одной строке, не ниже сороковой",
        "See that the headings of the columns stand in one row, not below the fortieth",
      ),
    ],
  },
  TRC9104: {
    title: text("В такой файл не выгрузить", "Nothing is exported into such a file"),
    why: text(
      "Выгрузка заменяет файл того же имени: таблица пишется только в .xlsx, календарь – только в .ics, и никогда в папку записей, чтобы запись не была затёрта",
      "An export replaces the file of the same name: a spreadsheet goes into .xlsx only, a calendar into .ics only, and never into the folder of records, so that no record is lost",
    ),
    example: { wrong: "trc export --ics content/plans/2025-2026.yaml", right: "trc export --ics план.ics" },
  },
  TRC9105: {
    title: text("Строки таблицы не взять в запись", "The rows of the table do not fit the record"),
    why: text(
      "Из таблицы берётся список записи, по которой на каждую строку делается документ; чего в записи быть не может, то пропало бы молча",
      "A table gives the list of a record that has a document for each row; what the record cannot hold would be lost in silence",
    ),
    example: {
      wrong: "trc new order-general --rows участники.xlsx",
      right: "trc new certificate --rows участники.xlsx",
    },
  },
});
