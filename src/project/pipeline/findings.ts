import { defineFindings, text } from "../../base/diagnostics/index.ts";

/** The findings of this room. */
export const FINDINGS = defineFindings({
  TRC0004: {
    title: text("Нет такого вида или документа", "There is no such kind or document"),
    why: text(
      "Документы в команде называют видом, именем документа или именем записи",
      "A command takes documents by their kind, their own name or the name of the record",
    ),
    example: { wrong: "trc build --only order-statuz", right: "trc build --only order-status" },
  },
  TRC3005: {
    title: text("Путь из kind.yaml не ведёт к нужному значению записи", "A path of kind.yaml leads nowhere"),
    why: text("Дата, номер и автор – пути к свойствам записи", "Date, number and author are paths in the record"),
    example: { wrong: "date: data", right: "date: date" },
  },
  TRC6506: {
    title: text("Вид документа не публикуется", "The kind is not published"),
    why: text(
      "Документы этого вида существуют только в подлиннике: в kind.yaml нет editions: [original, public]",
      "Documents of this kind exist as originals only: kind.yaml has no editions: [original, public]",
    ),
    hints: [
      text("Соберите подлинник: без --edition public", "Build the original: without --edition public"),
      text("Или выберите другие документы в --only", "Or choose other documents with --only"),
    ],
  },
});
