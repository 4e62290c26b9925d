import { allRecords } from "../../records/index.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";

/** A value without quotes ends where ` #` begins: what follows is a comment and is printed nowhere. */
export const cutByHash: RecordRule = {
  code: "TRC2235",
  title: text("Конец текста пропал: после « #» в YAML идёт примечание", "A text is cut: a comment begins at “ #”"),
  validations: ["V64"],
  severity: "warning",
  why: text(
    "В значении без кавычек знак # после пробела начинает примечание: остаток строки не напечатается",
    "In a value without quotes a # after a space begins a comment: the rest of the line is not printed",
  ),
  example: {
    file: "activities/2025-2026/mentor.yaml",
    wrong: "title: Круглый стол #наставник",
    right: 'title: "Круглый стол #наставник"',
  },
  *check(facts): Iterable<Finding> {
    for (const record of allRecords(facts.dossier)) {
      if (!CUT.test(record.text)) continue;
      for (const { pointer, start, end } of record.spans) {
        const written = record.text.slice(start, end);
        if (!PLAIN.test(written)) continue;
        AFTER.lastIndex = end;
        const [lost] = AFTER.exec(record.text) ?? [];
        if (lost === undefined) continue;
        yield {
          record,
          pointer,
          range: [start, end + lost.length],
          actual: lost.trim(),
          message: text(
            `Напечатается только «${written}», без «${lost.trim()}»`,
            `Only “${written}” is printed, without “${lost.trim()}”`,
          ),
          hints: text(
            "Возьмите весь текст в кавычки; если это примечание, поставьте после # пробел",
            "Put the whole text in quotes; if it is a comment, put a space after the #",
          ),
        };
      }
    }
  },
};

/** `слово #слово`, `слово # 5`: with a space before a word it is written as comments are. */
const CUT = /[^\s#] +#(?:[^\s#]| *\d)/;
const AFTER = / +#(?:[^\s#]| *\d)[^\r\n]*/y;
/** Words of a text, not a number, a date or a name of a record. */
const PLAIN = /^[^"'|>\n][^\n]*\p{Script=Cyrillic}|^\p{Script=Cyrillic}/u;
