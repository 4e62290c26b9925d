import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { NoWordFile, redlineDocx, wordLines } from "../../../../src/typesetting/word/index.ts";
import { runs } from "../../../support/runs.ts";
import { docx, p, partOf, saidAfter, table } from "./word-files.ts";

const WORDS = ["приказ", "срок", "директор", "№", "5", "школа", "до", "назначить", "отчёт,"];
const LINE = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 12 }).map((words) => words.join(" "));
type Block = string | string[][];
const BLOCKS = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: LINE as fc.Arbitrary<Block> },
    { weight: 1, arbitrary: fc.array(fc.tuple(LINE, LINE), { minLength: 1, maxLength: 4 }) as fc.Arbitrary<Block> },
  ),
  { maxLength: 8 },
);
// Word ends a text in a paragraph.
const bodyOf = (blocks: readonly Block[]): string =>
  [...blocks.map((block) => (typeof block === "string" ? p(block) : table(block))), p("конец")].join("");
const saidBy = (blocks: readonly Block[]): string[] => [...blocks.flat(2), "конец"];
/** Runs cut anywhere, as programs do. */
const cut = (xml: string): string =>
  xml.replace(/рок|ор /g, '</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">$&');

describe("a redline", () => {
  it("gives the later words when its changes are taken in, and the earlier ones when they are taken back", () => {
    fc.assert(
      fc.property(BLOCKS, BLOCKS, fc.boolean(), (before, after, isCut) => {
        const xml = partOf(redlineDocx(docx(bodyOf(before)), docx(isCut ? cut(bodyOf(after)) : bodyOf(after))));
        expect(saidAfter(xml, "accept")).toEqual(saidBy(after));
        expect(saidAfter(xml, "reject")).toEqual(saidBy(before));
      }),
      { numRuns: runs(60, 2000) },
    );
  });

  it("of edited blocks marks only what was edited", () => {
    fc.assert(
      fc.property(BLOCKS, fc.nat(), LINE, (blocks, place, line) => {
        const lines = blocks.filter((block) => typeof block === "string");
        const at = place % (lines.length + 1);
        const xml = partOf(redlineDocx(docx(bodyOf(lines)), docx(bodyOf(lines.toSpliced(at, 0, `слово ${line} ещё`)))));
        expect(xml).not.toMatch(/<w:del |<w:moveFrom /);
        expect(saidAfter(xml, "accept")).toEqual(saidBy(lines.toSpliced(at, 0, `слово ${line} ещё`)));
      }),
    );
  });

  it("of two files that say the same has no change, whatever their lines and looks are", () => {
    const [one, other] = [
      docx(p("срок до 5 мая, ОО – ТРЦ")),
      docx(p("с\u00adрок\u00a0до 5\u00a0мая, \u2060ОО\u00a0–\u00a0ТРЦ").replace("<w:t", "<w:rPr><w:b/></w:rPr><w:t")),
    ];
    expect(partOf(redlineDocx(one, other))).not.toMatch(/<w:(ins|del) /);
  });

  it("changes a phrase as a whole, and a word alone", () => {
    const xml = partOf(
      redlineDocx(
        docx(p("Представить отчёт в срок до 19.09.2025 включительно.")),
        docx(p("Представить справку о работе в срок до 22.09.2025 включительно.")),
      ),
    );
    const changes = [...xml.matchAll(/<w:(ins|del) [^>]*>(.*?)<\/w:\1>/g)].map(
      ([, kind, inside = ""]) => `${kind} ${[...inside.matchAll(/>([^<]+)</g)].map(([, text]) => text).join("")}`,
    );
    expect(changes).toEqual(["del отчёт", "ins справку о работе", "del 19", "ins 22"]);
  });

  it("names who and when: the later file's, or whom it is told", () => {
    const [one, other] = [docx(p("раз")), docx(p("два"), { author: "Директор" })];
    expect(partOf(redlineDocx(one, other))).toContain('w:author="Директор" w:date="2026-02-16T00:0');
    expect(partOf(redlineDocx(one, other, { author: "Гончар Т.М." }))).toContain('w:author="Гончар Т.М."');
    const ids = [...partOf(redlineDocx(one, other)).matchAll(/w:id="(\d+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(redlineDocx(one, other)).toEqual(redlineDocx(one, other));
  });

  it("shows a moved paragraph as moved", () => {
    const moved = "Этот пункт стоял первым, а стал последним.";
    const rest = ["Провести заседание совета.", "Назначить ответственного за архив.", "Утвердить план работы."];
    const xml = partOf(redlineDocx(docx(bodyOf([moved, ...rest])), docx(bodyOf([...rest, moved]))));
    expect(xml).toMatch(/<w:moveFromRangeStart [^>]*w:name="move1"\/>.*<w:moveToRangeStart [^>]*w:name="move1"\/>/s);
    expect(xml).not.toMatch(/<w:(ins|del) /);
    expect(saidAfter(xml, "reject")).toEqual([moved, ...rest, "конец"]);
  });

  it("marks rows that came and went, and words inside of the others", () => {
    const before = [
      ["1", "Семинар", "май"],
      ["2", "Конкурс", "июнь"],
    ];
    const after = [
      ["1", "Семинар", "март"],
      ["3", "Совет центра", "июль"],
      ["2", "Конкурс", "июнь"],
    ];
    const xml = partOf(redlineDocx(docx(table(before) + p("")), docx(table(after) + p(""))));
    expect(xml.match(/<w:trPr><w:ins /g)).toHaveLength(1);
    expect(xml).not.toContain("<w:trPr><w:del ");
    expect(saidAfter(xml, "reject")).toEqual(before.flat());
    expect(saidAfter(xml, "accept")).toEqual(after.flat());
  });

  it("takes headers and footnotes along", () => {
    const note = (id: number, text: string): string => `<w:footnote w:id="${id}">${p(text)}</w:footnote>`;
    const noted = '<w:p><w:r><w:t>Срок</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>';
    const bytes = redlineDocx(
      docx(noted, { header: p("Приказ № 5"), notes: note(1, "Рабочие дни") }),
      docx(p("Срок"), { header: p("Приказ № 6") }),
    );
    expect(saidAfter(partOf(bytes, "word/header.xml"), "reject")).toEqual(["Приказ № 5"]);
    expect(saidAfter(partOf(bytes, "word/header.xml"), "accept")).toEqual(["Приказ № 6"]);
    expect(partOf(bytes)).toMatch(/<w:del [^>]*><w:r><w:footnoteReference w:id="1"\/>/);
    expect(partOf(bytes, "word/footnotes.xml")).toContain("Рабочие дни");
  });

  it("takes a picture of a header that went along, under a relation of that header", () => {
    const shown = '<w:p><w:r><w:drawing><pic r:embed="rId1"/></w:drawing></w:r><w:r><w:t>Центр</w:t></w:r></w:p>';
    const bytes = redlineDocx(
      docx(p("раз"), { header: shown, emblem: "арбуз" }),
      docx(p("раз"), { header: p("Центр") }),
    );
    const header = partOf(bytes, "word/header.xml");
    const [, id] = /<w:del [^>]*><w:r><w:drawing><pic r:embed="(\w+)"/.exec(header) ?? [];
    const [, target] =
      new RegExp(`Id="${id}" [^>]*Target="([^"]+)"`).exec(partOf(bytes, "word/_rels/header.xml.rels")) ?? [];
    expect(partOf(bytes, `word/${target}`)).toBe("арбуз");
    // A picture that is not there leaves no name of it.
    const torn = redlineDocx(docx(p("раз"), { header: shown }), docx(p("раз"), { header: p("Центр") }));
    expect(partOf(torn, "word/header.xml")).toContain("<pic/>");
    // The same picture is no change; another one is.
    const other = docx(p("раз"), { header: shown, emblem: "дыня" });
    expect(partOf(redlineDocx(other, other), "word/header.xml")).not.toMatch(/<w:(ins|del) /);
    const replaced = partOf(redlineDocx(docx(p("раз"), { header: shown, emblem: "арбуз" }), other), "word/header.xml");
    expect([replaced.match(/<w:ins /g), replaced.match(/<w:del /g)]).toEqual([["<w:ins "], ["<w:del "]]);
  });

  it("carries a paragraph that went once, with its note and its picture", () => {
    const note = (id: number, text: string): string => `<w:footnote w:id="${id}">${p(text)}</w:footnote>`;
    const noted = (id: number, words: string): string =>
      `<w:p><w:r><w:t>${words}</w:t></w:r><w:r><w:footnoteReference w:id="${id}"/></w:r></w:p>`;
    const before = docx(noted(1, "Первый пункт остаётся здесь") + noted(2, "Срок хранения уходит") + p("конец"), {
      notes: note(1, "о первом") + note(2, "об уходящем"),
    });
    const after = docx(noted(1, "Первый пункт остаётся здесь") + p("конец"), { notes: note(1, "о первом") });
    const bytes = redlineDocx(before, after);
    const [, id] = /<w:del [^>]*>.*<w:footnoteReference w:id="(\d+)"/.exec(partOf(bytes)) ?? [];
    const notes = partOf(bytes, "word/footnotes.xml");
    expect(notes.match(/об уходящем/g)).toHaveLength(1);
    expect(new RegExp(`<w:footnote w:id="${id}">.*?</w:footnote>`).exec(notes)?.[0]).toContain("об уходящем");
    const shown =
      '<w:p><w:r><w:drawing><pic r:embed="rId1"/></w:drawing></w:r><w:r><w:t>Эмблема центра ушла</w:t></w:r></w:p>';
    const gone = redlineDocx(
      docx(p("раз"), { header: shown + p("Центр"), emblem: "арбуз" }),
      docx(p("раз"), { header: p("Центр") }),
    );
    const [, picture] = /<pic r:embed="(\w+)"/.exec(partOf(gone, "word/header.xml")) ?? [];
    expect(partOf(gone, "word/_rels/header.xml.rels")).toMatch(new RegExp(`Id="${picture}" [^>]*Target="media/gone-`));
  });

  it("marks what went inside of a frame of paragraphs there", () => {
    const frame = (inside: string): string => `<w:sdt><w:sdtContent>${inside}</w:sdtContent></w:sdt>`;
    const [one, two] = ["Первая строка содержания", "Вторая строка уходит"];
    const xml = partOf(redlineDocx(docx(frame(p(one) + p(two)) + p("конец")), docx(frame(p(one)) + p("конец"))));
    expect(saidAfter(xml, "accept")).toEqual([one, "конец"]);
    expect(saidAfter(xml, "reject")).toEqual([one, two, "конец"]);
  });

  it("keeps a clause that is referred to where it is, with other words", () => {
    const named = (text: string): string =>
      p(text).replace(/<w:r>.*<\/w:r>/, '<w:bookmarkStart w:id="1" w:name="_Ref_1"/>$&<w:bookmarkEnd w:id="1"/>');
    const xml = partOf(redlineDocx(docx(named("Работы") + p("конец")), docx(named("Порядок оплаты") + p("конец"))));
    expect(xml).not.toMatch(/<w:rPr><w:(ins|del) /);
    expect(xml.match(/<w:bookmarkStart /g)).toHaveLength(1);
    expect(saidAfter(xml, "reject")).toEqual(["Работы", "конец"]);
  });

  it("takes changes in that a file holds already", () => {
    const tracked =
      '<w:p><w:pPr/><w:r><w:t xml:space="preserve">срок до </w:t></w:r><w:del w:id="1" w:author="А"><w:r><w:delText>1</w:delText></w:r></w:del><w:ins w:id="2" w:author="А"><w:r><w:t>2</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> мая</w:t></w:r></w:p>';
    expect(wordLines(docx(tracked))).toEqual(["срок до 2 мая"]);
    const xml = partOf(redlineDocx(docx(p("срок до 1 мая")), docx(tracked)));
    expect(saidAfter(xml, "reject")).toEqual(["срок до 1 мая"]);
    expect(xml).not.toContain('w:author="А"');
  });

  it("keeps a table of contents that goes over several paragraphs whole", () => {
    const field = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const contents = (first: string): string =>
      `<w:p>${field("begin")}<w:r><w:instrText> TOC \\o </w:instrText></w:r>${field("separate")}<w:r><w:t>${first}</w:t></w:r></w:p><w:p><w:r><w:t>Второй раздел</w:t></w:r>${field("end")}</w:p>`;
    const xml = partOf(redlineDocx(docx(contents("Первый раздел")), docx(contents("Новый раздел"))));
    expect(saidAfter(xml, "reject")).toEqual(["Первый раздел", "Второй раздел"]);
    expect([...xml.matchAll(/fldCharType="(\w+)"/g)].map(([, type]) => type)).toEqual(["begin", "separate", "end"]);
    expect(xml).not.toMatch(/<w:(ins|del) [^>]*><w:r><w:fldChar/);
  });

  it("refuses what is no file of Word, in words", () => {
    const good = docx(p("раз"));
    const bad: [string, Uint8Array][] = [
      ["no ZIP", strToU8("это не файл Word")],
      ["a ZIP of something else", zipSync({ "a.txt": strToU8("раз") })],
      [
        "a document type",
        docx("<w:p/>").length > 0
          ? zipSync({ "word/document.xml": strToU8('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>') })
          : good,
      ],
      ["a text that is no text", docx(p("a".repeat(8 * 1024 * 1024)))],
      ["broken XML", zipSync({ "word/document.xml": strToU8("<w:document><w:body>") })],
      [
        "strict Open XML",
        zipSync({
          "word/document.xml": strToU8(
            '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body/></w:document>',
          ),
        }),
      ],
    ];
    for (const [, bytes] of bad) expect(() => redlineDocx(good, bytes)).toThrow(NoWordFile);
    expect(() => wordLines(bad[5]?.[1] as Uint8Array)).toThrow(/Open XML/);
  });
});
