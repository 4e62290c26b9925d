import { text } from "../../base/diagnostics/index.ts";
import type { Dialect } from "./construct.ts";
import { FINDINGS } from "./findings.ts";

/** What opens a paragraph, a clause, an item or a heading and is typed by hand where the program sets it, or is left of a lost word. Cells may hold it. */
export const OPENINGS = {
  typedMark: {
    title: text("Знак перечня, набранный рукой", "A mark of a list typed by hand"),
    example: "• первое",
    only: "finished",
    finding: FINDINGS.TRC3313,
    pattern: /^\s*(?:[•◦‣▪■●○·∙►➢➤❖][ \t]*|[–—−][ \t]+|-)(?=[\p{L}«(\ue000])/gu,
    instead: text(
      "Перечень пишут с дефисом и пробелом: - первое; дефис как он есть – \\-",
      "A list is written with a hyphen and a space: - first; a hyphen as it stands is \\-",
    ),
  },
  typedClause: {
    title: text("Номер, набранный рукой", "A number typed by hand"),
    example: "1.1. Подпункт",
    only: "finished",
    finding: FINDINGS.TRC3313,
    pattern:
      /^\s*(?:\d{1,2}\.(?=\p{L})|\d{1,2}(?:\.\d{1,2})+\.[ \t]+(?=[\p{L}«])|\d{1,2}(?:\.\d)+[ \t]+(?=\p{Lu})|\(\d{1,2}\)[ \t]+(?=\p{L})|[IVXLC]+\.[ \t]+(?=\p{Lu}))/gu,
    instead: (written) =>
      text(
        `Номера ставит программа: раздел – ## Раздел, пункт – 1. Пункт, подпункт – 1. с отступом под пунктом; знаки как они есть – ${written.replace(/(?=[.(])/, "\\")}`,
        `The program sets numbers: a section is ## Section, a clause 1. Clause, a clause of a clause 1. indented under it; the signs as they stand are ${written.replace(/(?=[.(])/, "\\")}`,
      ),
  },
  textile: {
    title: text("Разметка Textile", "Markup of Textile"),
    example: "h2. Заголовок",
    only: "finished",
    pattern: /^\s*(?:h[1-6]|fn\d)\.[ \t]+/g,
    instead: text(
      "Раздел – ## Раздел, сноска – [^1]: Текст; точка как она есть – h2\\.",
      "A section is ## Section, a footnote [^1]: Text; a full stop as it stands is h2\\.",
    ),
  },
  lostBefore: {
    title: text("Знак препинания в начале абзаца", "A punctuation mark that begins a paragraph"),
    example: ", и иные документы",
    only: "finished",
    pattern: /^\s*(?:\.{1,2}(?!\.)|[;,!?]+)[ \t]*(?=[\p{Script=Cyrillic}\ue000])/gu,
    instead: text(
      "Перед ним пропали слова: проверьте условия и значения; знак как он есть – с обратной чертой: \\;",
      "Words before it are lost: look at conditions and values; a sign as it stands takes a backslash: \\;",
    ),
  },
} as const satisfies { readonly [name: string]: Dialect };
