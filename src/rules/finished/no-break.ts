import { type DocumentRule, type Finding, text } from "../rule.ts";

/** What belongs together stays on one line: № and its number, initials and surname, a figure and «г.». */
export const noBreak: DocumentRule = {
  code: "TRC2502",
  validations: ["V25"],
  severity: "error",
  why: text(
    "Между № и числом, инициалами и фамилией, годом и «г.» – неразрывный пробел",
    "A no-break space stands between № and the number, initials and surname, the year and «г.»",
  ),
  norm: "Типографика деловых документов",
  example: {
    file: "templates/partials/order-head.hbs",
    wrong: "№ {{raw record.number}}",
    right: "№ {{record.number}}",
  },
  *checkDocument({ record, pages }): Iterable<Finding> {
    for (const { lines, owners } of pages) {
      for (const [index, line] of lines.entries()) {
        // A narrow cell has to break somewhere, and «№» over a column is a paragraph of its own.
        const owner = owners[index] ?? "";
        const next = owner === owners[index + 1] && !owner.startsWith("cell") ? (lines[index + 1] ?? "") : "";
        const torn =
          /(?:№|§|(?<!\p{L})(?:ст|п|гл)\.)\s*$/u.test(line) && /^\d/u.test(next)
            ? line
            : /\d{4}\s*$/.test(line) && /^г\.(?!\p{L})/u.test(next)
              ? line
              : null;
        if (torn === null) continue;
        const around = `${torn.slice(-16)} / ${next.slice(0, 12)}`;
        yield {
          record,
          pointer: "",
          message: text(
            `Строка разорвана там, где нельзя: «…${around}…»`,
            `The line is broken where it must not be: "…${around}…"`,
          ),
          hints: [
            text(
              "Пробел ставит типографика; если слова приходят мимо неё, проверьте шаблон",
              "The typography puts the space; if a text goes round it, check the template",
            ),
          ],
          actual: around,
        };
        return;
      }
    }
  },
};
