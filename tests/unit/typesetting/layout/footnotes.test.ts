import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Block,
  digestDocument,
  documentLines,
  documentTexts,
  type Inlines,
} from "../../../../src/paperwork/document/index.ts";
import { type Layout, layoutFlow, type Page, type PlacedLine } from "../../../../src/typesetting/layout/index.ts";
import { writeDocx } from "../../../../src/typesetting/writers/docx/index.ts";
import { writePdf } from "../../../../src/typesetting/writers/pdf/index.ts";
import { docxParts } from "../../../support/docx-text.ts";
import { pdfPages } from "../../../support/pdf-text.ts";
import { runs } from "../../../support/runs.ts";
import { fonts, paragraph, smallFlow, smallModel, text, textOf } from "../../../support/small-flow.ts";

const FIGURES = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const raised = (number: number): string => [...String(number)].map((figure) => FIGURES[Number(figure)]).join("");
const footnote = (number: number, note: string): Inlines[number] => ({
  type: "footnote",
  text: raised(number),
  number,
  note: text(note),
});
/** A paragraph of some words with a footnote behind one of them. */
const noted = (number: number, note: string, [before, after]: readonly [number, number] = [3, 9]): Block => ({
  type: "paragraph",
  role: "text",
  inlines: [
    { type: "text", text: "слово ".repeat(before).trim() },
    footnote(number, note),
    { type: "text", text: ` ${"дальше ".repeat(after).trim()}` },
  ],
});
const layOut = (blocks: readonly Block[], setup = {}): Layout => layoutFlow(smallFlow(blocks, setup), fonts);
const lines = ({ items }: Page): PlacedLine[] => items.filter((item): item is PlacedLine => item.type === "line");
const isNote = ({ owner }: PlacedLine): boolean => owner?.style === "footnote";
/** Numbers of the footnotes that a page refers to, and of those whose text begins on it. */
const marksOf = (page: Page, own: boolean): string[] =>
  lines(page).flatMap(({ pieces }) =>
    pieces.flatMap(({ raised: mark }) => (mark !== undefined && (mark.note === undefined) === own ? mark.text : [])),
  );

describe("a footnote", () => {
  it("stands at the foot of the page of its reference, under a short rule; its number is raised", () => {
    const [page] = layOut([noted(1, "Текст сноски."), paragraph("Ещё.")]).pages as [Page];
    const [note] = lines(page).filter(isNote);
    expect(textOf(note)).toBe("1 Текст сноски.");
    const bottom = page.heightPt - 20 * (72 / 25.4);
    expect(note?.y).toBeGreaterThan(bottom - 10);
    expect(note?.y).toBeLessThan(bottom);
    const [rule] = page.items.filter((item) => item.type === "rule");
    expect(rule).toMatchObject({ type: "rule", widthPt: 0.5 });
    expect((rule?.y1 ?? 0) < (note?.y ?? 0) - 10).toBe(true);
    const mark = lines(page)[0]?.pieces.find(({ raised: one }) => one !== undefined);
    expect(mark?.text).toBe("1");
    expect(mark?.sizePt).toBeLessThan(10);
    expect(mark?.raised?.risePt).toBeGreaterThan(3);
  });

  it("has its text on the page of its mark, in order, over nothing, whatever stands around it", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            words: fc.integer({ min: 0, max: 90 }),
            before: fc.integer({ min: 1, max: 60 }),
            after: fc.integer({ min: 1, max: 60 }),
            note: fc.integer({ min: 1, max: 80 }),
            headed: fc.boolean(),
          }),
          { minLength: 3, maxLength: 25 },
        ),
        (parts) => {
          const blocks = parts.flatMap(({ words, before, after, note, headed }, index): Block[] => [
            ...(words === 0 ? [] : [paragraph("проза ".repeat(words).trim())]),
            ...(headed
              ? [
                  {
                    type: "heading" as const,
                    id: `h${index}`,
                    level: 2,
                    label: null,
                    list: "l",
                    inlines: text("Часть"),
                  },
                ]
              : []),
            noted(index + 1, "пояснение ".repeat(note).trim(), [before, after]),
          ]);
          const layout = layOut(blocks);
          expect(layout.diagnostics).toEqual([]);
          for (const page of layout.pages) {
            expect(marksOf(page, true)).toEqual(marksOf(page, false));
            const notes = lines(page).filter(isNote);
            const above = lines(page).filter((line) => !isNote(line));
            const first = Math.min(...notes.map(({ y }) => y));
            for (const { y } of above) expect(y).toBeLessThan(first - 10);
            for (const { y } of notes) expect(y).toBeLessThan(page.heightPt - 20 * (72 / 25.4));
          }
          expect(layout.pages.flatMap((page) => marksOf(page, true))).toEqual(parts.map((_, index) => `${index + 1}`));
        },
      ),
      { numRuns: runs(15, 300) },
    );
  });

  it("that is long goes on at the foot of the next pages, before theirs; one that cannot begin beside its line is refused", () => {
    const long = "пояснение ".repeat(1200);
    const { pages, diagnostics } = layOut([paragraph("Начало."), noted(1, long), noted(2, "Вторая.")]);
    expect(diagnostics).toEqual([]);
    const words = pages.flatMap((page) => lines(page).filter(isNote).map(textOf).join(" ").split(" "));
    expect(words.filter((word) => word === "пояснение")).toHaveLength(1200);
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) expect(marksOf(page, true)).toEqual(marksOf(page, false));
    const two = [footnote(1, long), footnote(2, "Вторая.")] as Inlines;
    expect(layOut([{ type: "paragraph", role: "text", inlines: two }]).diagnostics.map(({ code }) => code)).toEqual([
      "TRC5002",
    ]);
    expect(layOut([noted(1, "знак ☎")]).diagnostics.map(({ code }) => code)).toEqual(["TRC5001"]);
  });

  it("is native in a DOCX: its part, its styles, a rule over it", async () => {
    const parts = docxParts(await writeDocx(smallFlow([noted(1, "Первая."), noted(2, "Вторая & ещё.")]), fonts));
    const notes = parts.get("word/footnotes.xml") ?? "";
    expect(
      [...notes.matchAll(/<w:footnote (?:w:type="(\w+)" )?w:id="(-?\d+)"/g)].map(([, type, id]) => [type, id]),
    ).toEqual([
      ["separator", "-1"],
      ["continuationSeparator", "0"],
      [undefined, "1"],
      [undefined, "2"],
    ]);
    expect(notes).toContain("Вторая &amp; ещё.");
    expect(notes.match(/<w:footnoteRef\/>/g)).toHaveLength(2);
    const body = parts.get("word/document.xml") ?? "";
    expect([...body.matchAll(/<w:footnoteReference w:id="(\d)"\/>/g)].map(([, id]) => id)).toEqual(["1", "2"]);
    expect(body).not.toContain("Первая");
    expect(parts.get("word/settings.xml")).toContain('<w:footnotePr><w:footnote w:id="-1"/>');
    expect(parts.get("word/styles.xml")).toMatch(
      /w:styleId="footnote"><w:name w:val="footnote text"\/>.*?<w:pPr><w:widowControl w:val="0"\/>/,
    );
    const plain = docxParts(await writeDocx(smallFlow([paragraph("Текст.")]), fonts));
    expect([...plain.keys()].filter((path) => path.includes("footnotes"))).toEqual([]);
  });

  it("is a Note with a name of its own in a PDF, its mark a reference", async () => {
    const layout = layOut([noted(1, "Первая."), noted(2, "Вторая.")]);
    const bytes = await writePdf(layout, layout.flow, fonts);
    const raw = Buffer.from(bytes).toString("latin1");
    expect(raw.match(/\/S \/Note\b/g)).toHaveLength(2);
    expect(raw.match(/\/S \/Reference\b/g)).toHaveLength(2);
    expect(raw.match(/\/ID \(note-0000[12]\)/g)).toHaveLength(2);
    expect(raw).toMatch(/\/IDTree/);
    const [page = []] = await pdfPages(bytes);
    const words = page
      .map((line) => line.text)
      .join(" ")
      .replace(/\s+/g, " ");
    expect(words).toContain("Первая.");
    expect(words).toContain("Вторая.");
  });

  it("is among the words that people approve and that a public text is searched for", () => {
    const one = smallModel([noted(1, "Пояснение.", [1, 1])]);
    expect(documentLines(one)).toEqual(["слово¹ дальше", "¹ Пояснение."]);
    expect(documentTexts(one)).toContain("Пояснение.");
    expect(digestDocument(one)).not.toBe(digestDocument(smallModel([noted(1, "Другое.", [1, 1])])));
  });
});
