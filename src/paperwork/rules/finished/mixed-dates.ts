import { monthName } from "../../../language/index.ts";
import { inlinesText } from "../../document/index.ts";
import { type DocumentRule, type FindingIn, text } from "../rule.ts";
import { whereWords } from "./where-words.ts";

const IN_WORDS =
  /(?<![\d.])\d{1,2}[\s\u00a0]+(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)[\s\u00a0]+\d{4}[\s\u00a0]+г(?:\.|ода)/u;
const IN_FIGURES = /(?<![\d.])\d{2}\.\d{2}\.\d{4}(?![\d.])/u;

/** The clauses of an order write dates in one way: those typed by hand as those that the program sets. */
export const mixedDates: DocumentRule = {
  code: "TRC2510",
  title: text("Даты в пунктах приказа написаны по-разному", "Dates of the clauses of an order are written in two ways"),
  validations: ["V24"],
  severity: "warning",
  why: text(
    "В одном документе даты пишут одним способом: сроки поручений программа ставит цифрами",
    "One document writes its dates in one way: the program sets the terms of tasks in figures",
  ),
  norm: "ГОСТ Р 7.0.97",
  example: {
    file: "orders/2025/119-od-2025.yaml",
    wrong: "items: [{text: провести 11 декабря 2025 г. конференцию}, {text: принять заявки, due: 2025-12-04}]",
    right: "items: [{text: провести 11.12.2025 конференцию}, {text: принять заявки, due: 2025-12-04}]",
  },
  *checkDocument({ record, model }): Iterable<FindingIn> {
    if (record.collection !== "orders") return;
    const clauses = model.body.blocks.flatMap((block) => (block.type === "clause" ? [inlinesText(block.inlines)] : []));
    const typed = clauses.flatMap((words) => IN_WORDS.exec(words)?.[0] ?? [])[0];
    if (typed === undefined || !clauses.some((words) => IN_FIGURES.test(words))) return;
    yield {
      ...whereWords(record, typed),
      message: text(
        `Дата «${typed}» написана словами, а другие даты пунктов – цифрами`,
        `The date "${typed}" is in words, other dates of the clauses in figures`,
      ),
      hints: text(`Напишите её цифрами: ${inFigures(typed)}`, `Write it in figures: ${inFigures(typed)}`),
      actual: typed,
    };
  },
};

/** «11 декабря 2025 г.» → «11.12.2025». */
function inFigures(words: string): string {
  const [day = "", name = "", year = ""] = words.split(/[\s\u00a0]+/);
  const month = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, "0")).find(
    (one) => monthName(`${year}-${one}`, "genitive") === name,
  );
  return `${day.padStart(2, "0")}.${month}.${year}`;
}
