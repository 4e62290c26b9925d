import { describe, expect, it } from "vitest";
import type { Block } from "../../../../../src/paperwork/document/index.ts";
import { composeFlow, STYLE_NAMES } from "../../../../../src/typesetting/flow/index.ts";
import { measureIn } from "../../../../../src/typesetting/fonts/index.ts";
import { writeDocx } from "../../../../../src/typesetting/writers/docx/index.ts";
import { docxParts, docxWords } from "../../../../support/docx-text.ts";
import { fonts, paragraph, smallFlow, smallModel, smallProfile, text } from "../../../../support/small-flow.ts";

// What a clerk who goes on with a document in a word processor relies on.

const clause = (label: string, level: number, list = "body.clauses"): Block => ({
  type: "clause",
  id: `${list}-${label}`,
  label,
  level,
  list,
  inlines: text(`пункт ${label}`),
});
const heading = (label: string, list = "body.clauses"): Block => ({
  type: "heading",
  id: `${list}-${label}`,
  level: 1,
  label,
  list,
  inlines: text("Раздел"),
});
const item = (label: string, marker: "dash" | "paren", list: string): Block => ({
  type: "item",
  marker,
  label,
  level: 0,
  list,
  inlines: text("элемент"),
});

/** A regulation, an annex built like it, and one of plain clauses. */
const body = [
  heading("1."),
  clause("1.1.", 1),
  clause("1.1.1.", 2),
  item("–", "dash", "d"),
  clause("1.2.", 1),
  item("1)", "paren", "p"),
  item("2)", "paren", "p"),
  item("1)", "paren", "q"),
];
const annexes = [
  [paragraph("Первое"), heading("1.", "a.clauses"), clause("1.1.", 1, "a.clauses")],
  [paragraph("Второе"), clause("1.", 0, "b.clauses"), clause("1.1.", 1, "b.clauses"), clause("2.", 0, "b.clauses")],
];

async function written(
  blocks: readonly Block[] = body,
  own: readonly (readonly Block[])[] = annexes,
): Promise<{ styles: string; numbering: string; document: string }> {
  const parts = docxParts(await writeDocx(smallFlow(blocks, { annexes: own }), fonts));
  const part = (name: string): string => parts.get(`word/${name}.xml`) ?? "";
  return { styles: part("styles"), numbering: part("numbering"), document: part("document") };
}

const styleXml = (styles: string, id: string): string =>
  new RegExp(`<w:style [^>]*w:styleId="${id}">.*?</w:style>`).exec(styles)?.[0] ?? "";

describe("a style", () => {
  it("brings its number: it is bound to one level of one list, and paragraphs say nothing of it", async () => {
    const { styles, numbering, document } = await written();
    for (const name of ["heading-1", "clause", "subclause", "annex-clause", "annex-subclause", "item", "item-number"]) {
      const [, level, number] =
        /<w:numPr><w:ilvl w:val="(\d)"\/><w:numId w:val="(\d+)"\/>/.exec(styleXml(styles, name)) ?? [];
      const list = new RegExp(`<w:abstractNum w:abstractNumId="${number}">.*?</w:abstractNum>`).exec(numbering)?.[0];
      expect(list, name).toMatch(new RegExp(`<w:lvl w:ilvl="${level}">(?:(?!</w:lvl>).)*<w:pStyle w:val="${name}"/>`));
      expect(numbering.match(new RegExp(`<w:pStyle w:val="${name}"/>`, "g")), name).toHaveLength(1);
    }
    // Only the paragraphs that open an annex, and a second list with brackets, stand at a place of their own.
    expect(document.match(/<w:numPr>/g)).toHaveLength(2);
  });

  it("gives the place in the outline: a heading needs no word of its own", async () => {
    const { styles, document } = await written([{ type: "kind-title", inlines: text("ПОЛОЖЕНИЕ") }, ...body], []);
    for (const [level, names] of [
      ["kind-title", "title", "title-center", "annex-title"],
      ["contents-title", "heading-1"],
      ["heading-2"],
    ].entries())
      for (const name of names) expect(styleXml(styles, name), name).toContain(`<w:outlineLvl w:val="${level}"/>`);
    expect(document).not.toContain("w:outlineLvl");
  });

  it("says only in what it differs: the size and the spacing of body text stand in the base alone", async () => {
    const { styles } = await written();
    expect(styleXml(styles, "Normal")).toMatch(/w:line="360".*<w:sz w:val="28"\/>/);
    for (const name of ["text", "flush", "keep", "resolve", "clause", "subclause", "item", "item-number", "heading-1"])
      expect(styleXml(styles, name), name).not.toContain("<w:sz ");
    for (const name of ["text", "clause", "subclause", "item"])
      expect(styleXml(styles, name), name).not.toContain("w:line=");
    expect(styleXml(styles, "cell-right")).toContain('<w:basedOn w:val="cell"/>');
  });

  it("is one of the profile or a default of Word's: none has a colour, none a name twice", async () => {
    const { styles } = await written();
    const ids = [...styles.matchAll(/<w:style [^>]*w:styleId="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.filter((id) => !(STYLE_NAMES as readonly (string | undefined)[]).includes(id)).sort()).toEqual(
      [
        ...["DefaultParagraphFont", "FootnoteReference", "Hyperlink", "NoList", "Normal", "TableNormal"],
        ...["behind-table", "chart", "table-data", "table-layout", "toc1"],
      ].sort(),
    );
    const names = [...styles.matchAll(/<w:name w:val="([^"]+)"/g)].map(([, name]) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(styles).not.toMatch(/w:color |themeColor/);
  });
});

describe("lists", () => {
  it("begin anew in every annex and are numbered as they are printed", async () => {
    const words = docxWords(await writeDocx(smallFlow(body, { annexes }), fonts));
    const printed = words.filter((word) => /^[–\d]/.test(word));
    // Each number of a clause is followed by the words «пункт 1.1.».
    expect(printed.join(" ")).toBe(
      "1. 1.1. 1.1. 1.1.1. 1.1.1. – 1.2. 1.2. 1) 2) 1) 1. 1.1. 1.1. 1. 1. 1.1. 1.1. 2. 2.",
    );
  });

  it("have identities that are the document's own and stay with it", async () => {
    const ids = async (id: string): Promise<string[]> => {
      const model = smallModel(body);
      const flow = composeFlow(
        { ...model, meta: { ...model.meta, id } },
        { profile: smallProfile(), measure: measureIn(fonts) },
      );
      const xml = docxParts(await writeDocx(flow, fonts)).get("word/numbering.xml") ?? "";
      expect(xml).not.toMatch(/tentative|hybridMultilevel/);
      return [...xml.matchAll(/<w:nsid w:val="([0-9A-F]{8})"/g)].map(([, one = ""]) => one);
    };
    const [one, again, other] = [await ids("один"), await ids("один"), await ids("другой")];
    expect(one).toEqual(again);
    expect(new Set([...one, ...other]).size).toBe(8);
  });
});

describe("space around tables", () => {
  const signature: Block = { type: "signature", post: [text("Директор")], name: text("И.И. Петров"), seal: false };
  const table: Block = {
    type: "table",
    caption: null,
    widths: [1],
    header: [],
    rows: [{ kind: "data", cells: [{ paragraphs: [text("ячейка")], span: 1, align: "left" }] }],
  };
  const bodyOf = async (...blocks: readonly Block[]): Promise<string> =>
    docxParts(await writeDocx(smallFlow(blocks), fonts)).get("word/document.xml") ?? "";

  it("stands in the paragraphs there: nothing is empty but the paragraph that must stand at the end", async () => {
    const body = await bodyOf(paragraph("а"), table, paragraph("б"), signature, signature);
    expect(body.match(/<w:pStyle w:val="behind-table"\/>/g)).toHaveLength(1);
    // 10 pt under the table, 32 pt above the signature, 16 pt above the one that goes on in the same table.
    expect([...body.matchAll(/<w:spacing w:before="(\d+)"/g)].map(([, twips]) => twips)).toEqual([
      "200",
      ...Array(5).fill("640"),
      ...Array(5).fill("320"),
    ]);
    expect(body.match(/<w:tbl>/g)).toHaveLength(2);
  });

  it("is the height of a paragraph only where two tables would run into one, and what is written there is not cut", async () => {
    const body = await bodyOf(table, table, paragraph("б"));
    expect(body.match(/<w:pStyle w:val="behind-table"\/>/g)).toHaveLength(1);
    expect(body).toContain('<w:spacing w:line="200" w:lineRule="atLeast"/>');
  });

  it("is room at the side of paragraphs where a table would only place one text", async () => {
    const body = await bodyOf({ type: "annex-mark", lines: [text("Приложение"), text("к приказу")] }, paragraph("а"));
    expect(body).not.toContain("<w:tbl>");
    // 165 mm of text less 80 mm of the mark; 18 pt under it.
    expect(
      body.match(/<w:pStyle w:val="annex-mark"\/><w:keepNext\/><w:ind w:left="4819" w:right="0"\/>/g),
    ).toHaveLength(2);
    expect(body).toContain('<w:pStyle w:val="text"/><w:spacing w:before="360"/>');
  });

  it("begins a page by a property of the paragraph", async () => {
    const body = await bodyOf(paragraph("а"), { type: "page-break" }, paragraph("б"));
    expect(body).toContain('<w:pStyle w:val="text"/><w:pageBreakBefore/>');
    expect(body).not.toContain("<w:br ");
  });
});

describe("the properties of a document", () => {
  it("name it as people look for it, its organisation, and how much it holds", async () => {
    const model = smallModel([paragraph("Три коротких слова")]);
    const meta = { ...model.meta, title: "Приказ от 24.11.2025 № 119-ОД «О школе»", number: "119-ОД" };
    const flow = composeFlow({ ...model, meta }, { profile: smallProfile(), measure: measureIn(fonts) });
    const parts = docxParts(await writeDocx(flow, fonts));
    expect(parts.get("docProps/core.xml")).toContain("<cp:keywords>приказ № 119-ОД</cp:keywords>");
    expect(parts.get("docProps/app.xml")).toContain("<Words>3</Words>");
    expect(parts.get("docProps/app.xml")).toContain("<Company>Школа</Company>");
    expect(parts.get("word/fontTable.xml")).toContain('w:name="Times New Roman"');
  });
});

describe("a picture", () => {
  it("is drawn by lines and letters, with dots for programs that do not know them, and says what it shows", async () => {
    const chart: Block = {
      type: "chart",
      form: "bar",
      title: "Диаграмма",
      alt: "Участники по месяцам",
      unit: "чел.",
      categories: ["сентябрь"],
      series: [{ name: "факт", values: [3] }],
    };
    const parts = docxParts(await writeDocx(smallFlow([chart]), fonts));
    const svg = parts.get("word/media/chart-1.svg") ?? "";
    expect(svg).toContain("<title>Участники по месяцам</title>");
    expect(svg).toMatch(/<rect [^>]*fill="#595959"\/>.*<path d="M/);
    const body = parts.get("word/document.xml") ?? "";
    const target = (id: string | undefined): string | undefined =>
      new RegExp(`Id="${id}" [^>]*Target="([^"]+)"`).exec(parts.get("word/_rels/document.xml.rels") ?? "")?.[1];
    expect(target(/<a:blip r:embed="([^"]+)"/.exec(body)?.[1])).toBe("media/chart-1.png");
    expect(target(/<asvg:svgBlip [^>]*r:embed="([^"]+)"/.exec(body)?.[1])).toBe("media/chart-1.svg");
    expect(body.match(/descr="Участники по месяцам"/g)).toHaveLength(2);
  });
});
