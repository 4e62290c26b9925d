import fc from "fast-check";
import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { NoWordFile, readReturned, redlineDocx } from "../../../../src/typesetting/word/index.ts";
import { runs } from "../../../support/runs.ts";
import { docx, p, table } from "./word-files.ts";

const by = (author: string, date = "2026-03-12"): string => `w:id="7" w:author="${author}" w:date="${date}T10:00:00Z"`;
const run = (text: string, look = ""): string =>
  `<w:r>${look === "" ? "" : `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const SENT = [p("Срок 10 дней."), p("Цена 5 рублей."), p("Прочее без изменений."), p("Подписи сторон.")];
const sent = docx(SENT.join(""));
const returned = (change: (blocks: string[]) => string[], beside = {}): ReturnType<typeof readReturned> =>
  readReturned(sent, docx(change([...SENT]).join(""), beside));

describe("a file that came back", () => {
  it("as it was sent says nothing, whatever its looks are", () => {
    const bold = returned(([first = "", ...rest]) => [first.replace("<w:t", "<w:rPr><w:b/></w:rPr><w:t"), ...rest]);
    expect(bold).toMatchObject({ changes: [], around: [], comments: [], hidden: [] });
    expect(bold.paragraphs).toEqual(["Срок 10 дней.", "Цена 5 рублей.", "Прочее без изменений.", "Подписи сторон."]);
  });

  it("tells what was changed silently and what was tracked, by whom and when, in the order of the text", () => {
    const { changes } = returned(([, , third = "", ...rest]) => [
      p("Срок 30 дней."),
      `<w:p>${run("Цена ")}<w:del ${by("Партнёрова А. А.")}><w:r><w:delText>5</w:delText></w:r></w:del><w:ins ${by("Юристов Б. Б.", "2026-03-13")}>${run("6")}</w:ins>${run(" рублей.")}</w:p>`,
      p("Новое условие без следа."),
      third,
      ...rest,
    ]);
    expect(changes).toEqual([
      { at: 0, before: "Срок 10 дней.", after: "Срок 30 дней.", tracked: null },
      {
        at: 1,
        before: "Цена 5 рублей.",
        after: "Цена 6 рублей.",
        tracked: [
          { author: "Юристов Б. Б.", date: "2026-03-13" },
          { author: "Партнёрова А. А.", date: "2026-03-12" },
        ],
      },
      { at: 1, before: null, after: "Новое условие без следа.", tracked: null },
    ]);
  });

  it("with a paragraph that goes with its mark names who struck it", () => {
    const { changes } = returned(([first = "", , third = "", last = ""]) => [
      first,
      `<w:p><w:pPr><w:rPr><w:del ${by("Партнёрова А. А.")}/></w:rPr></w:pPr><w:del ${by("Партнёрова А. А.")}><w:r><w:delText>Цена 5 рублей.</w:delText></w:r></w:del></w:p>`,
      third,
      last,
    ]);
    expect(changes).toEqual([
      { at: 1, before: "Цена 5 рублей.", after: null, tracked: [{ author: "Партнёрова А. А.", date: "2026-03-12" }] },
    ]);
  });

  it("has its comments with the words they are about, and the words that nobody sees", () => {
    const { comments, hidden, changes } = returned(
      ([, second = "", third = "", last = ""]) => [
        `<w:p><w:commentRangeStart w:id="3"/>${run("Срок 10")}<w:commentRangeEnd w:id="3"/><w:r><w:commentReference w:id="3"/></w:r>${run(" дней.")}</w:p>`,
        second.replace(
          "</w:p>",
          `${run(" Скрыто.", "<w:vanish/>")}${run(" Бело.", '<w:color w:val="FFFFFF"/><w:shd w:fill="FFFFFF"/>')}${run(" Фоном.", '<w:color w:val="auto" w:themeColor="background1"/>')}${run(" Зачёркнуто.", "<w:strike/>")}</w:p>`,
        ),
        third.replace("</w:p>", `${run(" Мелко.", '<w:sz w:val="2"/>')}</w:p>`),
        last.replace(
          "</w:p>",
          `${run(" Стилем.", '<w:rStyle w:val="Late"/>')}${run(" Видно.", '<w:vanish w:val="0"/>')}</w:p>`,
        ),
      ],
      {
        comments: `<w:comment ${by("Юристов Б. Б.").replace("7", "3")}>${p("Мало.")}</w:comment>`,
        styles:
          '<w:style w:type="character" w:styleId="Early"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="character" w:styleId="Late"><w:basedOn w:val="Early"/></w:style>',
      },
    );
    expect(comments).toEqual([{ at: 0, author: "Юристов Б. Б.", date: "2026-03-12", quote: "Срок 10", text: "Мало." }]);
    expect(hidden).toEqual([
      { at: 1, text: "Скрыто. Бело. Фоном. Зачёркнуто." },
      { at: 2, text: "Мелко." },
      { at: 3, text: "Стилем." },
    ]);
    expect(changes.map(({ after }) => after)).toEqual([
      "Цена 5 рублей. Скрыто. Бело. Фоном. Зачёркнуто.",
      "Прочее без изменений. Мелко.",
      "Подписи сторон. Стилем. Видно.",
    ]);
  });

  it("is read in its headers and notes; numbers of pages are no words", () => {
    const page = (number: number): string =>
      `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(`${number}`)}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;
    const file = (header: string, notes: string, number: number): Uint8Array =>
      docx(SENT.join(""), {
        header: p(header) + page(number),
        notes: `<w:footnote w:id="1">${p(notes)}</w:footnote>`,
      });
    const { around, changes } = readReturned(
      file("Черновик", "Сноска о сроке.", 1),
      file("Проект", "Сноска о цене.", 9),
    );
    expect(changes).toEqual([]);
    expect(around.map(({ before, after, tracked }) => [before, after, tracked])).toEqual([
      ["Черновик", null, null],
      [null, "Проект", null],
      ["Сноска о сроке.", "Сноска о цене.", null],
    ]);
  });

  it("says what stands in equations, symbols, pictures, page fields that are none, and labels of lists", () => {
    const changed = (more: string, beside = {}): (string | null)[] =>
      returned(([first = "", ...rest]) => [first.replace("</w:p>", `${more}</w:p>`), ...rest], beside).changes.map(
        ({ after }) => after,
      );
    const math = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"';
    expect(changed(`<m:oMath ${math}><m:r><m:t>кроме пени</m:t></m:r></m:oMath>`)).toEqual(["Срок 10 дней.кроме пени"]);
    expect(changed('<w:r><w:sym w:font="Symbol" w:char="0041"/></w:r>')).toEqual(["Срок 10 дней.A"]);
    expect(changed("<w:r><w:drawing/></w:r>")).toEqual(["Срок 10 дней.▣"]);
    const page = (said: string): string => `<w:fldSimple w:instr=" PAGE ">${run(said)}</w:fldSimple>`;
    expect(changed(page("12"))).toEqual([]);
    expect(changed(page("кроме неустойки"))).toEqual(["Срок 10 дней.кроме неустойки"]);
    const labelled = readReturned(
      sent,
      docx(SENT.join(""), { numbering: '<w:lvl><w:lvlText w:val="Кроме случаев %1"/></w:lvl>' }),
    );
    expect(labelled.around.map(({ after }) => after)).toEqual(["Кроме случаев %1"]);
  });

  it("is read as Word shows it where a program may choose: the way that it understands, else what stands in", () => {
    const choice = (requires: string, shown: string, other: string): string =>
      `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:x="urn:nobody"><mc:Choice Requires="${requires}">${shown}</mc:Choice><mc:Fallback>${other}</mc:Fallback></mc:AlternateContent>`;
    const first = (inside: string): (string | null)[] =>
      returned(([, ...rest]) => [`<w:p>${run("Срок ")}${inside}</w:p>`, ...rest]).changes.map(({ after }) => after);
    expect(first(choice("w14", run("не 10 дней."), run("10 дней.")))).toEqual(["Срок не 10 дней."]);
    expect(first(choice("x", run("10 дней."), run("не 10 дней.")))).toEqual(["Срок не 10 дней."]);
    const inRun = choice("w14", "<w:t>30 дней.</w:t>", "<w:t>10 дней.</w:t>");
    expect(first(`<w:r>${inRun}</w:r>`)).toEqual(["Срок 30 дней."]);
    expect(first(choice("w14", run("10 дней."), run("20 дней.")))).toEqual([]);
  });

  it("with other numbers before its clauses tells where they begin", () => {
    const item = (text: string): string =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>${run(text)}</w:p>`;
    const file = (start: number, label = "%1."): Uint8Array =>
      docx([item("Первое."), item("Второе."), p("Без номера.")].join(""), {
        numbering: `<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="${start}"/><w:numFmt w:val="decimal"/><w:lvlText w:val="${label}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`,
      });
    expect(readReturned(file(1), file(3)).changes).toEqual([
      { at: 0, before: "1. Первое.", after: "3. Первое.", tracked: null },
    ]);
    expect(readReturned(file(1), file(1, "%1)")).changes).toEqual([]);
    const taught = readReturned(file(1), file(1, "%1. Не"));
    expect([taught.changes.map(({ after }) => after), taught.around]).toEqual([["1. Не Первое."], []]);
  });

  it("whose words lie outside of its text is refused", () => {
    expect(() => returned((blocks) => [...blocks, '<w:altChunk r:id="x"/>'])).toThrow(NoWordFile);
    const parts = unzipSync(sent);
    const rels = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/other.xml"/></Relationships>`;
    expect(() => readReturned(sent, zipSync({ ...parts, "_rels/.rels": strToU8(rels) }))).toThrow(NoWordFile);
  });

  it("with every change tracked is silent nowhere, and with none of them everywhere", () => {
    const line = fc.array(fc.constantFrom("срок", "цена", "5", "дней", "сторона", "и", "до"), {
      minLength: 1,
      maxLength: 9,
    });
    const texts = fc.array(
      line.map((words) => words.join(" ")),
      { maxLength: 7 },
    );
    const body = (lines: readonly string[]): string =>
      [...lines.map((text, index) => (index % 4 === 3 ? table([[text]]) : p(text))), p("конец")].join("");
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const [one, other] = [docx(body(before)), docx(body(after), { author: "Партнёрова" })];
        const tracked = readReturned(one, redlineDocx(one, other)).changes;
        expect(tracked.filter((change) => change.tracked === null)).toEqual([]);
        for (const change of tracked) expect(change.tracked).toEqual([{ author: "Партнёрова", date: "2026-02-16" }]);
        const silent = readReturned(one, other).changes;
        expect(silent.every((change) => change.tracked === null)).toBe(true);
        // What stays, goes and comes makes the later text.
        const gone = silent.flatMap((change) => change.before ?? []);
        const come = silent.flatMap((change) => change.after ?? []);
        const all = (lines: readonly string[]): string[] => [...lines, "конец"].sort();
        const left = all(before);
        for (const text of gone) left.splice(left.indexOf(text), 1);
        expect([...left, ...come].sort()).toEqual(all(after));
      }),
      { numRuns: runs(60, 1000) },
    );
  });

  it("that is no file of Word is refused", () => {
    expect(() => readReturned(sent, new Uint8Array([1, 2, 3]))).toThrow(NoWordFile);
  });
});
