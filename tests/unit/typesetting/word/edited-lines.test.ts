import { describe, expect, it } from "vitest";
import { editedLines, NoWordFile } from "../../../../src/typesetting/word/index.ts";
import { docx, p, table } from "./word-files.ts";

const level = (number: number, text: string, format = "decimal"): string =>
  `<w:lvl w:ilvl="${number}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
const NUMBERING = `<w:abstractNum w:abstractNumId="1">${level(0, "%1.")}${level(1, "%1.%2.")}</w:abstractNum><w:abstractNum w:abstractNumId="2">${level(0, "%1)", "russianLower")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>`;
const STYLES =
  '<w:style w:type="paragraph" w:styleId="clause"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';

const clause = (text: string): string => p(text).replace("<w:p>", '<w:p><w:pPr><w:pStyle w:val="clause"/></w:pPr>');
const listed = (list: number, at: number, text: string): string =>
  p(text).replace("<w:p>", `<w:p><w:pPr><w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr></w:pPr>`);
const file = (...blocks: string[]): Uint8Array => docx(blocks.join(""), { numbering: NUMBERING, styles: STYLES });

const [ONE, TWO, SUB, THREE] = [
  clause("Создать рабочую группу."),
  clause("Утвердить её состав:"),
  listed(1, 1, "Луговая О.Л., председатель группы."),
  clause("Контроль оставляю за собой."),
] as const;
const OURS = file(p("ПРИКАЗ"), ONE, TWO, SUB, table([["1", "Олимпиады", "Ремчук"]]), THREE);
const LINES = [
  "ПРИКАЗ",
  "08.09.2025 | № 1-ОД",
  "1. Создать рабочую группу.",
  "2. Утвердить её состав:",
  "2.1. Луговая О.Л., председатель группы.",
  "1 | Олимпиады | Ремчук",
  "3. Контроль оставляю за собой.",
];

const edited = (...blocks: string[]): readonly string[] => editedLines(OURS, file(...blocks), LINES).lines;
const ROW = table([["1", "Олимпиады", "Ремчук"]]);

describe("a copy edited in a word processor", () => {
  it("is the text itself where nothing was edited, with what the file shows in another way", () => {
    expect(editedLines(OURS, OURS, LINES)).toEqual({ lines: LINES, tracked: 0, comments: 0 });
  });

  it("keeps the numbers of its clauses, however the word processor counts them", () => {
    const [, , , , , , last] = LINES;
    expect(edited(p("ПРИКАЗ"), TWO, SUB, ROW, THREE)).toEqual([LINES[0], LINES[1], ...LINES.slice(3)]);
    expect(edited(p("ПРИКАЗ"), ONE, THREE).at(-1)).toBe(last);
  });

  it("gives a new clause the next free number, or one under that of the clause before it", () => {
    const said = edited(
      ...[p("ПРИКАЗ"), ONE, clause("Известить школы."), clause("Известить родителей."), TWO, SUB],
      ...[listed(1, 1, "Шевченко Д.Л., секретарь."), ROW, THREE, clause("Приказ вступает в силу сегодня.")],
    );
    expect(said.filter((line) => !LINES.includes(line))).toEqual([
      "1.1. Известить школы.",
      "1.2. Известить родителей.",
      "2.2. Шевченко Д.Л., секретарь.",
      "4. Приказ вступает в силу сегодня.",
    ]);
  });

  it("takes a number that was typed, letters of a list, and cells of a row as they are", () => {
    const said = edited(
      ...[p("ПРИКАЗ"), ONE, p("1.7. Известить школы."), listed(2, 0, "первая;"), listed(2, 0, "вторая."), TWO, SUB],
      ...[table([["1", "Олимпиады", "Цой"]]), p("3. Контроль возложить на Седых Л.Н. и оставляю за собой.")],
    );
    expect(said.filter((line) => !LINES.includes(line))).toEqual([
      ...["1.7. Известить школы.", "а) первая;", "б) вторая.", "1 | Олимпиады | Цой"],
      "3. Контроль возложить на Седых Л.Н. и оставляю за собой.",
    ]);
  });

  it("is read as if its tracked changes were accepted, and says so", () => {
    const came = '<w:p><w:ins w:id="1" w:author="Я"><w:r><w:t>По школе</w:t></w:r></w:ins></w:p>';
    const went = '<w:p><w:del w:id="2" w:author="Я"><w:r><w:delText>ПРИКАЗ</w:delText></w:r></w:del></w:p>';
    const { lines, tracked } = editedLines(OURS, file(came, went, ONE, TWO, SUB, ROW, THREE), LINES);
    expect([lines.includes("По школе"), lines.includes("ПРИКАЗ"), tracked]).toEqual([true, false, 2]);
    expect(() => editedLines(OURS, new TextEncoder().encode("не Word"), LINES)).toThrow(NoWordFile);
  });
});
