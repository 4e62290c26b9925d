import { text } from "../../base/diagnostics/index.ts";
import type { Construct } from "./construct.ts";
import { REFUSED } from "./refused-constructs.ts";

/** Every construct of CommonMark and of the extensions, used or not. The order is that of the page about templates. */
export const CONSTRUCTS = {
  paragraph: { title: text("Абзац", "A paragraph"), example: "Слова абзаца,\nпродолжение строки." },
  indent: { title: text("Отступ", "An indent"), example: "    слова" },
  heading: { title: text("Заголовок раздела", "A heading of a section"), example: "## Раздел, ### Подзаголовок" },
  clauses: { title: text("Пункты", "Clauses"), example: "1. Первый.\n1. Второй." },
  dashes: { title: text("Перечень через тире", "A list of dashes"), example: "- первое\n- второе" },
  strong: { title: text("Полужирный", "Bold"), example: "**слово**" },
  emphasis: { title: text("Курсив", "Italic"), example: "*слово*" },
  table: { title: text("Таблица", "A table"), example: "| а | б |\n|---|---|\n| 1 | 2 |" },
  merged: {
    title: text(
      "Объединённые ячейки: < – с левой, ^ – с верхней",
      "Merged cells: < with the one at the left, ^ with the one above",
    ),
    example: "| Всего | < |\n|---|---|\n| май | 5 |\n| ^ | 7 |",
  },
  tableHead: {
    title: text("Шапка из двух строк, графа с заголовками строк", "A head of two rows, the column that heads the rows"),
    example:
      ":::table{head-rows=2 row-head=1}\n| Графа | Число | < |\n|---|---|---|\n| ^ | план | факт |\n| май | 5 | 7 |\n:::",
  },
  numbered: {
    title: text(
      "Таблица с номером (у :::chart – title) и ссылка на неё",
      "A table with a number (:::chart has title) and a reference to it",
    ),
    example:
      'В таблице :ref[staff].\n\n:::table{caption="Таблица # – Штат" id=staff}\n| а | б |\n|---|---|\n| 1 | 2 |\n:::',
  },
  footnote: {
    title: text("Сноска в абзаце, пункте, перечне", "A footnote in a paragraph, a clause, a list"),
    example: "Слово[^1].\n\n[^1]: Текст сноски.",
  },
  turned: {
    title: text(
      "Альбомные листы внутри документа, и снова книжные",
      "Landscape sheets inside a document, and portrait ones again",
    ),
    example: "слова\n\n::pagebreak{orientation=landscape}\n\nслова\n\n::pagebreak{orientation=portrait}\n\nслова",
  },
  link: {
    title: text(
      "Ссылка на сайт или почту (адрес без скобок остаётся словами)",
      "A link to a site or a mailbox (an address without brackets stays words)",
    ),
    example: "[сайт](https://example.org/), <school@example.org>",
  },
  blank: {
    title: text(
      "Линия для записи: до правого края, в миллиметрах, со словами под нею",
      "A line to write on: up to the right edge, in millimetres, with words under it",
    ),
    example:
      "Цель: :blank\n\nОт :blank{width=30} № :blank\n\nРуководитель: :blank[(подпись)]{width=35} :blank[(фамилия)]",
  },
  checkBox: {
    title: text(
      "Клеточка для отметки и отмеченная: в строке перечня, в пункте, среди слов",
      "A check box and a marked one: in an item of a list, in a clause, among words",
    ),
    example: "- [ ] очно\n- [x] дистанционно\n\nПитание: :box да :box[x] нет",
  },
  directive: { title: text("Директива", "A directive"), example: "::title[О плане]" },
  escape: { title: text("Знак как он есть", "A sign as it stands"), example: "2025\\. год, 2\\*3" },
  ...REFUSED,
} as const satisfies { readonly [name: string]: Construct };

/** Name of a construct in the table. */
export type ConstructName = keyof typeof CONSTRUCTS;
