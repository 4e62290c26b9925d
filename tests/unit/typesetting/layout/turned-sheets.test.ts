import { describe, expect, it } from "vitest";
import type { Block, Orientation } from "../../../../src/paperwork/document/index.ts";
import { composeFlow } from "../../../../src/typesetting/flow/index.ts";
import { measureIn } from "../../../../src/typesetting/fonts/index.ts";
import { type Layout, layoutFlow } from "../../../../src/typesetting/layout/index.ts";
import { writeDocx } from "../../../../src/typesetting/writers/docx/index.ts";
import { writePdf } from "../../../../src/typesetting/writers/pdf/index.ts";
import { docxParts } from "../../../support/docx-text.ts";
import { pdfPages } from "../../../support/pdf-text.ts";
import { blocks, findings } from "../../../support/render.ts";
import { fonts, linesOf, paragraph, smallModel, smallProfile, text, textOf } from "../../../support/small-flow.ts";

const turn = (orientation: Orientation): Block => ({ type: "page-break", orientation });
const words = (times: number): Block => paragraph("Слово за слово идёт рассказ. ".repeat(times));
const clause = (number: number): Block => ({
  type: "clause",
  id: `body.clause-${number}`,
  label: `${number}.`,
  level: 0,
  list: "body.clauses",
  inlines: text(`Пункт ${number}`),
});
const heading = (number: number): Block => ({
  type: "heading",
  id: `heading-${number}`,
  level: 1,
  label: `${number}.`,
  list: `body.${number}`,
  inlines: text(`Раздел ${number}`),
});
const cell = (value: string): object => ({ paragraphs: [text(value)], span: 1, align: "left" });
const table = (rows: number): Block =>
  ({
    type: "table",
    caption: "Таблица",
    widths: null,
    header: [{ kind: "data", cells: ["Дата", "Событие"].map(cell) }],
    rows: Array.from({ length: rows }, (_, index) => ({
      kind: "data",
      cells: [cell(`${index}`), cell(`Строка ${index}`)],
    })),
  }) as Block;

const signed: Block = { type: "signature", post: [text("Директор")], name: text("А. Б. Вымышленный"), seal: true };

const figure: Block = {
  type: "chart",
  form: "bar",
  id: "figures-1",
  number: "1",
  title: "Рисунок 1 – Встречи",
  alt: "Встречи по месяцам",
  unit: "",
  categories: ["май"],
  series: [{ name: "Встречи", values: [3] }],
};

type Own = { readonly own?: { readonly [key: string]: unknown }; readonly annexes?: readonly (readonly Block[])[] };

function layoutOf(body: readonly Block[], { own = {}, annexes = [] }: Own = {}): Layout {
  const profile = smallProfile({ own });
  return layoutFlow(composeFlow(smallModel(body, { annexes }), { profile, measure: measureIn(fonts) }), fonts);
}

const lies = ({ pages }: Layout): string => pages.map(({ widthPt, heightPt }) => "pl"[+(widthPt > heightPt)]).join("");
const numbers = ({ pages }: Layout): string[] => pages.map(({ number }) => (number === null ? "" : textOf(number)));
const partsOf = async ({ flow }: Layout): Promise<Map<string, string>> => docxParts(await writeDocx(flow, fonts));
const bodyOf = async (layout: Layout): Promise<string> => (await partsOf(layout)).get("word/document.xml") ?? "";

const MIXED = [words(5), turn("landscape"), table(60), turn("portrait"), words(5), turn("landscape"), words(5)];
const RESTART = { marks: { page: "{page} из {pages}" } };

describe("sheets that lie on their side inside a document", () => {
  it("are asked for by a directive that ends a page, as often as one likes", () => {
    const source =
      'а\n\n::pagebreak{orientation="landscape"}\n\nб\n\n::pagebreak{orientation="portrait"}\n\n::pagebreak\n\nв';
    expect(blocks(source).filter(({ type }) => type === "page-break")).toEqual([
      turn("landscape"),
      turn("portrait"),
      { type: "page-break" },
    ]);
    expect(findings('а\n\n::pagebreak{orientation="across"}\n\nб')).toEqual(["TRC3303:3"]);
  });

  it("have their own type area, and no page between them is empty", async () => {
    const layout = layoutOf(MIXED);
    expect(lies(layout)).toMatch(/^pl{2,}pl$/);
    for (const { items } of layout.pages) expect(items.length).toBeGreaterThan(0);
    const widest = linesOf({ pages: layout.pages.filter(({ widthPt, heightPt }) => widthPt > heightPt) });
    const ends = widest.flatMap(({ pieces }) =>
      pieces.map(({ x, face, text: own, sizePt }) => x + (face.widthOf(own) * sizePt) / 1000),
    );
    expect(Math.max(...ends)).toBeGreaterThan(600);
    const pages = await pdfPages(await writePdf(layout, layout.flow, fonts));
    expect(pages).toHaveLength(layout.pages.length);
  });

  it("are sections of Word with their own sheet, which the headings of tables are repeated on", async () => {
    const body = await bodyOf(layoutOf(MIXED));
    const sheets = [...body.matchAll(/<w:pgSz w:w="(\d+)" w:h="(\d+)" w:orient="(\w+)"/g)];
    expect(sheets.map(([, width, height, orient]) => [Number(width) > Number(height), orient])).toEqual([
      [false, "portrait"],
      [true, "landscape"],
      [false, "portrait"],
      [true, "landscape"],
    ]);
    expect(body).not.toMatch(/w:br w:type="page"|pageBreakBefore/);
    expect(body).toContain("<w:tblHeader/>");
    // Only the first page of all carries no number.
    expect(body.match(/<w:titlePg\/>/g)).toHaveLength(1);
    expect(body.match(/<w:pgNumType /g)).toHaveLength(1);
  });

  it("go on with the numbers of pages, and are counted with the sheets around them", async () => {
    const layout = layoutOf(MIXED, { own: RESTART, annexes: [[words(400)], [words(5), turn("landscape"), words(5)]] });
    const own = layout.pages.filter(({ section }) => section < 4).length;
    const annex = layout.pages.filter(({ section }) => section === 4).length;
    const expected = (count: number): string[] =>
      Array.from({ length: count }, (_, index) => (index === 0 ? "" : `${index + 1} из ${count}`));
    expect(numbers(layout)).toEqual([...expected(own), ...expected(annex), ...expected(2)]);
    const parts = await partsOf(layout);
    const fields = [...parts].flatMap(([path, xml]) =>
      /^word\/header/.test(path) ? [...xml.matchAll(/(SECTIONPAGES|PAGEREF \S+) .*?<w:t[^>]*>(\d+)</g)] : [],
    );
    expect(fields.map(([, field, count]) => [field, Number(count)])).toEqual([
      ["PAGEREF _End_4", own],
      ["SECTIONPAGES", annex],
      ["PAGEREF _End_7", 2],
    ]);
    const body = parts.get("word/document.xml") ?? "";
    expect([...body.matchAll(/w:name="(_End_\d)"/g)].map(([, name]) => name)).toEqual(["_End_4", "_End_7"]);
    const ids = [...body.matchAll(/<w:bookmarkStart w:id="(\d+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each<[string, readonly Block[], string]>([
    ["a paragraph", [words(5)], "рассказ."],
    ["a paragraph of one word", [paragraph("Слово")], "Слово"],
    ["a table", [table(3)], "2"],
    ["a table whose last cell is empty", [signed], "М.П."],
  ])("mark where they end by what stands there last: %s", async (_, blocksAtEnd, word) => {
    const body = await bodyOf(layoutOf([words(3), turn("landscape"), ...blocksAtEnd], { own: RESTART }));
    const held = /<w:bookmarkStart w:id="(\d+)" w:name="_End_2"\/>(.*?)<w:bookmarkEnd w:id="\1"\/>(.*)$/s.exec(body);
    const told = (xml: string): string => [...xml.matchAll(/<w:t [^>]*>([^<]*)</g)].map(([, one]) => one).join("");
    expect([told(held?.[2] ?? "").trim(), told(held?.[3] ?? "")]).toEqual([word, ""]);
    const whole = told(body);
    const plain = told(await bodyOf(layoutOf([words(3), turn("landscape"), ...blocksAtEnd])));
    expect(whole).toBe(plain);
  });

  it("end with a caption whose number keeps a sign that LibreOffice 7.4 may take off the end of its bookmark", async () => {
    const refers: Block = {
      type: "paragraph",
      role: "text",
      inlines: [{ type: "reference", target: "figures-1", text: "1" }],
    };
    const body = await bodyOf(layoutOf([refers, figure, turn("landscape"), words(3)]));
    const caption = /<w:bookmarkStart (?:(?!<w:bookmarkEnd).)*<w:bookmarkEnd /s.exec(body)?.[0] ?? "";
    expect([...caption.matchAll(/<w:t [^>]*>([^<]*)</g)].map(([, one]) => one)).toEqual(["1", "\u2060"]);
    expect(await bodyOf(layoutOf([refers, figure, words(3)]))).not.toContain("\u2060");
  });

  it("leave the numbers of clauses, the contents and the tags as they are without them", async () => {
    const straight: Block[] = [
      { type: "contents", title: text("Содержание") },
      heading(1),
      words(3),
      turn("landscape"),
      clause(1),
      table(3),
      turn("portrait"),
      heading(2),
      clause(2),
    ];
    const turned = layoutOf(straight, { annexes: [[words(2), turn("landscape"), words(2)]] });
    const plain = layoutOf(
      straight.map((block) => (block.type === "page-break" ? { type: "page-break" } : block)),
      { annexes: [[words(2), { type: "page-break" }, words(2)]] },
    );
    const told = async (layout: Layout): Promise<string[][]> =>
      (await pdfPages(await writePdf(layout, layout.flow, fonts))).map((page) => page.map(({ text: word }) => word));
    expect(
      (await told(turned))
        .flat()
        .join("")
        .replace(/[\s\u00ad.]/g, ""),
    ).toBe(
      (await told(plain))
        .flat()
        .join("")
        .replace(/[\s\u00ad.]/g, ""),
    );
    const numbered = (body: string): string[] =>
      [...body.matchAll(/<w:numPr>.*?<\/w:numPr>/g)].map(([properties]) => properties);
    expect(numbered(await bodyOf(turned))).toEqual(numbered(await bodyOf(plain)));
    const tags = async ({ flow, pages }: Layout): Promise<string[]> => {
      const bytes = await writePdf({ flow, pages, diagnostics: [] }, flow, fonts);
      return [
        ...Buffer.from(bytes)
          .toString("latin1")
          .matchAll(/\/S \/(\w+)/g),
      ]
        .map(([, tag]) => tag ?? "")
        .sort();
    };
    expect(await tags(turned)).toEqual(await tags(plain));
    expect((await tags(turned)).filter((tag) => tag === "Sect")).toHaveLength(2);
  });

  it("begin where a section begins or ends without a sheet of nothing", () => {
    expect(lies(layoutOf([turn("landscape"), words(2), turn("portrait")]))).toBe("l");
    expect(lies(layoutOf([words(2), turn("landscape"), turn("portrait"), { type: "page-break" }, words(2)]))).toBe(
      "pp",
    );
    expect(lies(layoutOf([turn("landscape")]))).toHaveLength(1);
    expect(lies(layoutOf([words(2), turn("portrait"), words(2)]))).toBe("pp");
  });
});

describe("a page without a number", () => {
  const bare: Block = { type: "page-break", bare: true };
  const sheets = [
    words(5),
    { type: "page-break" } as Block,
    words(5),
    bare,
    words(150),
    { type: "page-break" } as Block,
    words(5),
  ];

  it("is asked for by a directive", () => {
    expect(blocks('а\n\n::pagebreak{number="none"}\n\nб')[1]).toEqual(bare);
  });

  it.each(["restart", "continuous"])("carries none, and those after it go on (%s)", (pageNumbering) => {
    expect(numbers(layoutOf(sheets, { own: { pageNumbering } }))).toEqual(["", "2", "", "4", "5"]);
  });

  it("opens a section with a first page of its own in DOCX", async () => {
    const document = await bodyOf(layoutOf(sheets));
    expect(document.match(/<w:sectPr>.*?<\/w:sectPr>/g)?.map((one) => one.includes("<w:titlePg/>"))).toEqual([
      true,
      true,
    ]);
    expect(document.match(/<w:pgNumType/g)).toHaveLength(1);
  });
});

describe("words under a signature", () => {
  const above = (under: Block): unknown => {
    const { flow } = layoutOf([words(5), signed, under], { own: { spacing: { afterSignaturePt: 14 } } });
    const last = flow.sections[0]?.blocks.at(-1);
    return last?.type === "paragraph" ? last.beforePt : undefined;
  };

  it("stand off it; its day does not", () => {
    expect(above(paragraph("Помощь получена:"))).toBe(14);
    expect(above({ ...paragraph("18.12.2025"), role: "flush" } as Block)).toBeNull();
  });
});
