import { describe, expect, it } from "vitest";
import type { Block, Inline } from "../../../../src/paperwork/document/index.ts";
import { holdLines, type Layout, layoutFlow } from "../../../../src/typesetting/layout/index.ts";
import { writeDocx } from "../../../../src/typesetting/writers/docx/index.ts";
import { writePdf, writeTogether } from "../../../../src/typesetting/writers/pdf/index.ts";
import { docxParts } from "../../../support/docx-text.ts";
import { pdfTags } from "../../../support/pdf-tags.ts";
import { fonts, linesOf, smallFlow, text } from "../../../support/small-flow.ts";

const link = (href: string, words: string): Inline => ({ type: "link", href, children: text(words) });
const line = (...inlines: Inline[]): Block => ({ type: "paragraph", role: "text", inlines });
const layOut = (blocks: Block[], annexes: Block[][] = []): Layout => layoutFlow(smallFlow(blocks, { annexes }), fonts);
const word = (value: string): Inline => ({ type: "text", text: value });

describe("a live link", () => {
  it("is a hyperlink with a style that looks like the text; one address is one relation, footnotes have their own", async () => {
    const note: Inline = {
      type: "footnote",
      number: 1,
      text: "¹",
      note: [link("https://example.org/?a=1&b=2", "сайт")],
    };
    const blocks = [
      line(link("https://example.org/", "сайт"), word(" и "), link("https://example.org/", "он же"), note),
    ];
    const parts = docxParts(await writeDocx(holdLines(layOut(blocks), fonts), fonts));
    const relations = parts.get("word/_rels/document.xml.rels") ?? "";
    const [id] =
      /rId\d+(?=" Type="[^"]*\/hyperlink" Target="https:\/\/example.org\/" TargetMode="External")/.exec(relations) ??
      [];
    const body = parts.get("word/document.xml") ?? "";
    expect(body.match(new RegExp(`<w:hyperlink r:id="${id}" w:history="1">`, "g"))).toHaveLength(2);
    expect(body).toContain('<w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr><w:t xml:space="preserve">сайт</w:t>');
    expect(parts.get("word/_rels/footnotes.xml.rels")).toContain(
      'Target="https://example.org/?a=1&amp;b=2" TargetMode="External"',
    );
    expect(parts.get("word/footnotes.xml")).toContain('<w:hyperlink r:id="rId1" w:history="1">');
    expect(parts.get("word/styles.xml")).toContain(
      '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:uiPriority w:val="99"/><w:unhideWhenUsed/></w:style>',
    );
  });

  it("is a tagged annotation with a description in each line of it, and one element", async () => {
    const long = line(
      word(`${"слово ".repeat(9)}`),
      link("mailto:school@example.org", "адрес электронной почты школы"),
      word(" конец."),
    );
    const layout = layOut([long]);
    const file = await writePdf(layout, layout.flow, fonts);
    const raw = Buffer.from(file).toString("latin1");
    const parts = linesOf(layout).map(
      ({ pieces }) => pieces.filter(({ href, hyphen }) => href !== undefined && hyphen !== true).length,
    );
    expect(parts).toEqual([1, 1]);
    expect(raw.match(/\/S \/URI\n\/URI \(mailto:school@example\.org\)/g)).toHaveLength(2);
    expect(raw.match(/\/Contents \(school@example\.org\)/g)).toHaveLength(2);
    const { root } = await pdfTags(file);
    expect(JSON.stringify(root).match(/"role":"Link"/g)).toHaveLength(1);
  });

  it("within the document leads to a clause and to an annex in both formats", async () => {
    const clause: Block = { type: "clause", id: "own", label: "1.", level: 0, list: "a", inlines: text("Пункт.") };
    const layout = layOut(
      [
        clause,
        line(word("См. пункт "), { type: "reference", target: "own", text: "1" }, word(", "), link("#annex-0", "№ 1")),
      ],
      [[line(word("Приложение"))]],
    );
    const raw = Buffer.from(await writePdf(layout, layout.flow, fonts)).toString("latin1");
    expect(raw.match(/\/S \/GoTo\n\/D \((own|annex-0)\)/g)).toHaveLength(2);
    const body = docxParts(await writeDocx(holdLines(layout, fonts), fonts)).get("word/document.xml") ?? "";
    const anchor = /<w:hyperlink w:anchor="(_Ref_\d+)"/.exec(body)?.[1];
    expect(body).toContain(`w:name="${anchor}"`);
    expect(body).toMatch(/REF _Ref_\d+ \\r \\h/);
  });

  it("to what has no place in the document is plain text", async () => {
    const layout = layOut([line(link("#annex-9", "№ 9"))]);
    const raw = Buffer.from(await writePdf(layout, layout.flow, fonts)).toString("latin1");
    expect(raw).not.toContain("/GoTo");
  });

  it("leads to its own document where several stand in one file", async () => {
    const clause: Block = { type: "clause", id: "own", label: "1.", level: 0, list: "a", inlines: text("Пункт.") };
    const layout = layOut([clause, line({ type: "reference", target: "own", text: "1" })]);
    const part = { layout, flow: layout.flow, fonts };
    const raw = Buffer.from(await writeTogether([part, part], "Документы: 2")).toString("latin1");
    expect([...raw.matchAll(/\/S \/GoTo\n\/D \(([^)]*)\)/g)].map(([, name]) => name)).toEqual(["1-own", "2-own"]);
    // Each name is the name of a place.
    for (const name of ["1-own", "2-own"]) expect(raw).toMatch(new RegExp(`\\(${name}\\)[\\s[]`));
  });
});
