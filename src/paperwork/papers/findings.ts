import { defineFindings, text } from "../../base/diagnostics/index.ts";

/** The findings of this room. */
export const FINDINGS = defineFindings({
  TRC3323: {
    title: text("Файла бумаги нет", "There is no such file of a paper"),
    why: text(
      "Файлы бумаг, составленных не здесь, лежат в папке scans среди записей: из неё они входят в бандл и архив",
      "Files of papers made elsewhere lie in the folder scans among the records: from there they enter bundles and archive",
    ),
    example: { wrong: "scan: ../prikaz-90.pdf", right: "scan: scans/prikaz-90.pdf" },
  },
  TRC3324: {
    title: text("Файл бумаги не того вида или повреждён", "The file of a paper is of another kind, or damaged"),
    why: text(
      "Хранить можно то, что откроется и через десять лет: целый PDF, JPEG, PNG или TIFF под своим именем",
      "What opens in ten years can be kept: a whole PDF, JPEG, PNG or TIFF under a name of its kind",
    ),
    example: { wrong: "scan: scans/pismo.docx", right: "scan: scans/pismo.pdf" },
  },
  TRC3325: {
    title: text("Файл бумаги закрыт или что-то выполняет", "The file of a paper is closed, or runs something"),
    why: text(
      "Пароль со временем теряют, а сценарии и запуск программ в архив не принимают",
      "Passwords get lost, and an archive takes no scripts nor programs that a file starts",
    ),
    norm: "Правила хранения документов Архивного фонда, приказ Росархива № 77",
    example: { wrong: "scan: scans/zakryto-parolem.pdf", right: "scan: scans/otkryto.pdf" },
  },
});
