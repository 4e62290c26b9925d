import type { FinishedLine } from "../finished-document.ts";
import { type DocumentRule, type FindingIn, text } from "../rule.ts";

/** What ends a line and what begins the next one, when the two belong together. */
const TORN: readonly (readonly [end: RegExp, begin: RegExp])[] = [
  [/(?:№|§|(?<!\p{L})(?:ст|п|гл)\.)\s*$/u, /^\d/u],
  [/\d{4}\s*$/u, /^г\.(?!\p{L})/u],
  [/(?<!\p{L})\p{Lu}\.\s*$/u, /^\p{Lu}(?:\.|\p{Ll})/u],
];

/** What belongs together stays on one line: № and its number, initials and surname, a figure and «г.». */
export const noBreak: DocumentRule = {
  code: "TRC2502",
  title: text(
    "Строка разорвана между № и числом или годом и «г.»",
    "A line is broken between № and the number, or a year and its «г.»",
  ),
  validations: ["V25"],
  why: text(
    "Между № и числом, инициалами и фамилией, годом и «г.» – неразрывный пробел",
    "A no-break space stands between № and the number, initials and surname, the year and «г.»",
  ),
  norm: "Типографика деловых документов",
  example: {
    file: "templates/partials/order-head.hbs",
    wrong: "№:br{{record.number}}",
    right: "№ {{record.number}}",
  },
  *checkDocument({ pages }): Iterable<FindingIn> {
    for (const [line, next] of neighbours(pages.flatMap(({ lines }) => lines))) {
      // What is wider than its cell is parted even at a no-break space, and nobody can help it.
      if (line.cut || !TORN.some(([end, begin]) => end.test(line.text) && begin.test(next.text.trimStart()))) continue;
      const around = `${line.text.slice(-16)} / ${next.text.slice(0, 12)}`;
      yield {
        pointer: "",
        message: text(
          `Строка разорвана там, где нельзя: «…${around}…»`,
          `The line is broken where it must not be: "…${around}…"`,
        ),
        hints: text(
          "Уберите между ними разрыв строки (:br), а если его нет – включите типографику: уберите из typography в settings.yaml строки numbers, abbreviations и initials",
          "Take out the line break between them (:br); where there is none, switch the typography on: take numbers, abbreviations and initials out of typography in settings.yaml",
        ),
        actual: around,
      };
      return;
    }
  },
};

/** Each line with the next one of its paragraph, wherever that stands: cells are placed one after another, a row may go over a page. */
function* neighbours(lines: readonly FinishedLine[]): Iterable<readonly [line: FinishedLine, next: FinishedLine]> {
  const last = new Map<number, FinishedLine>();
  for (const line of lines) {
    const before = last.get(line.paragraph);
    if (before !== undefined) yield [before, line];
    last.set(line.paragraph, line);
  }
}
