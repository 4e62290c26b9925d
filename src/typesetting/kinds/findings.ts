import { defineFindings, text } from "../../base/diagnostics/index.ts";

/** The findings of this room. */
export const FINDINGS = defineFindings({
  TRC3003: {
    title: text("В папке вида документа нет нужного файла", "A file that a kind needs is missing"),
    why: text(
      "Вид документа – папка; названные в kind.yaml шаблоны лежат в ней, а при Положении – и перечень обязательных документов",
      "A kind of document is a folder; the templates named in kind.yaml lie in it, and the list of required documents lies by the regulation",
    ),
    example: {
      wrong: "annexes: [{id: list, file: annex-lst.hbs}]",
      right: "annexes: [{id: list, file: annex-list.hbs}]",
    },
  },
  TRC3004: {
    title: text("Для записи нет вида документа", "There is no kind for the record"),
    why: text("Документ составляют по виду из папки templates", "A document is drawn up by a kind of templates"),
    example: { wrong: "kind: order-genral", right: "kind: order-general" },
  },
  TRC3006: {
    title: text("В папке шаблонов нет ни одного вида документа", "No kind in the folder of templates"),
    why: text("В папке нет ни одного kind.yaml", "The folder has no kind.yaml"),
    hints: text(
      "Вид документа – это папка с файлом kind.yaml; проверьте ключ --templates",
      "A document kind is a folder with a kind.yaml; check the option --templates",
    ),
  },
  TRC3012: {
    title: text("Две строки списка называются одинаково", "Two rows of a list bear the same name"),
    why: text(
      "На каждую строку делается свой документ, имя строки отличает его от других",
      "Each row has a document of its own, which the name of the row tells from the others",
    ),
    message: (name: string, first: number, second: number) =>
      text(`«${name}» – и строка ${first}, и строка ${second}`, `"${name}" is both row ${first} and row ${second}`),
    hints: text("Уберите повтор или дайте строке другой номер", "Take the double out, or give the row another number"),
    example: {
      wrong: 'participants: [{number: "1"}, {number: "1"}]',
      right: 'participants: [{number: "1"}, {number: "2"}]',
    },
  },
  TRC3013: {
    title: text(
      "Вид документа назвал свойство, которого у записи нет",
      "A kind names a property that its records lack",
    ),
    why: text(
      "По этому пути программа берёт из записи дату, номер или автора; опечатка в нём оставит документ без них",
      "By this path the program takes the date, the number or the author from the record; a misspelling leaves the document without them",
    ),
    message: (path: string) =>
      text(`У записи этого вида нет свойства «${path}»`, `Records of this kind have no property “${path}”`),
    example: { wrong: "number: nomber", right: "number: number" },
  },
  TRC3008: {
    title: text("В перечне обязательных документов назван вид, которого нет", "A required document of an unknown kind"),
    why: text(
      "По перечню regulation/required-documents.yaml проверяют полноту комплекта; документа неизвестного вида не дождаться",
      "The set is checked against regulation/required-documents.yaml; a document of an unknown kind never comes",
    ),
    example: { wrong: "kinds: [agreement-comittee]", right: "kinds: [agreement-committee]" },
  },
});
