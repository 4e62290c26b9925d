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
  TRC3010: {
    title: text("У документа нет заголовка", "The document has no title"),
    why: text(
      "По заголовку файл называют программы чтения вслух, окно просмотра и реестр; доступный PDF (PDF/UA-1) без него не бывает",
      "Screen readers, windows and the register call a file by its title; an accessible PDF (PDF/UA-1) has one",
    ),
    hints: text(
      "Напишите в heading (kind.yaml) слова, которые есть у каждой записи",
      "Write words into heading (kind.yaml) that every record has",
    ),
    example: {
      wrong: 'heading: "{{#if record.subject}}{{record.subject}}{{/if}}"',
      right: 'heading: "Приказ № {{record.number}}"',
    },
  },
  TRC3011: {
    title: text("Документ не сделан за отведённое время", "A document was not made within its time"),
    why: text(
      "На документ отведена минута, обычно хватает долей секунды: ошибка в шаблоне или чужой шаблон не должны остановить работу",
      "A document has a minute and usually takes a fraction of a second: an error in a template, or a stranger's template, must not stop the work",
    ),
    hints: [
      text(
        "Посмотрите в шаблоне вложенные {{#each}} и вставки, которые вызывают друг друга",
        "Look in the template for {{#each}} one in another and for partials that call each other",
      ),
      text(
        "Если документ и правда так велик, отведите ему больше: --budget 4 – вчетверо",
        "If the document is really that large, give it more: --budget 4 is four times as much",
      ),
    ],
    example: {
      wrong:
        '{{#each (all "people")}}{{#each (all "people")}}{{#each (all "people")}}{{this.surname}}{{/each}}{{/each}}{{/each}}',
      right: '{{#each (all "people")}}{{this.surname}}{{/each}}',
    },
  },
  TRC3014: {
    title: text("В файле бумаги другое число страниц", "The file of a paper has another number of pages"),
    severity: "warning",
    why: text(
      "По числу листов видно, что бумага отсканирована целиком; оно стоит в журнале и в описи",
      "The number of sheets shows that the whole paper was scanned; registers and inventories print it",
    ),
    example: { wrong: "pages: 2", right: "pages: 3" },
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
