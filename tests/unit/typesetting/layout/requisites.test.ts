import { describe, expect, it } from "vitest";
import { type Block, documentLines } from "../../../../src/paperwork/document/index.ts";
import {
  type Layout,
  type LinePiece,
  layoutFlow,
  type PlacedLine,
  type PlacedRule,
} from "../../../../src/typesetting/layout/index.ts";
import { writeDocx } from "../../../../src/typesetting/writers/docx/index.ts";
import { docxParts } from "../../../support/docx-text.ts";
import {
  fonts,
  linesOf as linesIn,
  paragraph,
  smallFlow,
  smallModel,
  text,
  textOf,
} from "../../../support/small-flow.ts";

const MM = 72 / 25.4;

type Setup = Parameters<typeof smallFlow>[1];
const flowOf = smallFlow;
const layOut = (blocks: readonly Block[], setup: Setup = {}): Layout => layoutFlow(flowOf(blocks, setup), fonts);
const linesOf = (layout: Layout, page = 0): PlacedLine[] => linesIn({ pages: layout.pages.slice(page, page + 1) });
const rulesOf = (layout: Layout): PlacedRule[] =>
  layout.pages.flatMap(({ items }) => items.filter((item): item is PlacedRule => item.type === "rule"));
const find = (layout: Layout, part: string): PlacedLine => {
  const line = layout.pages
    .flatMap(({ items }) => items)
    .find((item) => item.type === "line" && textOf(item).includes(part));
  if (line?.type !== "line") throw new Error(`no line with ${part}`);
  return line;
};
const long = Array.from({ length: 700 }, (_, index) => `слово${index}`).join(" ");

const letterhead: Block = {
  type: "letterhead",
  lines: [
    { role: "superior", inlines: text("КОМИТЕТ ПО ОБРАЗОВАНИЮ ПРИМЕРНОГО РАЙОНА ПРИМЕРНОЙ ОБЛАСТИ") },
    { role: "organisation", inlines: text("ШКОЛА") },
  ],
};
const head: readonly Block[] = [
  letterhead,
  { type: "kind-title", inlines: text("ПРИКАЗ") },
  { type: "dateline", layout: "order", date: text("05.09.2025"), number: text("№ 1-ОД"), place: text("с. Примерное") },
];

describe("the letterhead", () => {
  it("is longitudinal by the standard: centred, no line longer than 12 cm", () => {
    const layout = layOut([...head, paragraph("Текст.")]);
    const [first] = linesOf(layout);
    const centre = (30 + 165 / 2) * MM;
    const width = (first?.pieces ?? []).reduce(
      (sum, { face, text: part, sizePt }) => sum + (face.widthOf(part) * sizePt) / 1000,
      0,
    );
    expect(width).toBeLessThanOrEqual(120 * MM);
    expect((first?.pieces[0]?.x ?? 0) + width / 2).toBeCloseTo(centre, 1);
    expect(textOf(find(layout, "№ 1-ОД"))).toBe("№ 1-ОД");
  });

  it.each([
    ["gost-2016", 75],
    ["gost-2025", 80],
  ])(
    "of an office layer stands in the corner, by %s at most %i mm wide, with kind, date, number and place",
    (standard, widthMm) => {
      const layout = layOut([...head, paragraph("Текст.")], { standard, layers: ["office-corner"] });
      for (const part of ["КОМИТЕТ", "ШКОЛА", "ПРИКАЗ", "05.09.2025 № 1-ОД", "с. Примерное"]) {
        for (const piece of find(layout, part).pieces) {
          expect(piece.x).toBeGreaterThanOrEqual(30 * MM - 0.1);
          expect(piece.x + (piece.face.widthOf(piece.text) * piece.sizePt) / 1000).toBeLessThanOrEqual(
            (30 + widthMm) * MM + 0.1,
          );
        }
      }
    },
  );

  it("in the corner leaves the right half to the approval, level with its first line", () => {
    const approval: Block = {
      type: "approvals",
      left: null,
      right: { word: "УТВЕРЖДЕНО", lines: [text("приказом школы")], sign: null },
    };
    const layout = layOut([letterhead, approval, paragraph("Текст.")], { layers: ["office-corner"] });
    expect(find(layout, "УТВЕРЖДЕНО").y).toBeCloseTo(find(layout, "КОМИТЕТ").y, 1);
    expect(find(layout, "УТВЕРЖДЕНО").pieces[0]?.x).toBeCloseTo((210 - 15 - 80) * MM, 0);
  });
});

describe("a signature", () => {
  it.each(["А.К. Римская-Корсакова", "А.В. Голенищев-Кутузов"])("has %s in one line, beside its rule", (name) => {
    const signature: Block = { type: "signature", post: [text("Директор")], name: text(name), seal: false };
    const layout = layOut([paragraph("Текст."), signature]);
    expect(textOf(find(layout, name.slice(0, 4)))).toBe(name);
    const blank = linesOf(layout).flatMap(({ pieces }) => pieces.filter((piece) => piece.blank !== undefined))[0];
    expect(blank?.blank?.widthPt).toBeGreaterThan(20 * MM);
    expect(find(layout, name).pieces[0]?.x).toBeGreaterThan((blank?.x ?? 0) + (blank?.blank?.widthPt ?? 0));
  });
});

it.each(["М.П. Мамедова-Александрова", "Э.-А. Абдурахман-Заде-Константинопольская-Преображенская"])(
  "a signature of %s leaves the words of the post whole, and nothing out of the sheet",
  (name) => {
    for (const mark of [undefined, [text("ДОКУМЕНТ ПОДПИСАН"), text("Сертификат 1")]]) {
      const signed = { name: text(name.replace(" ", "\u00a0")), seal: false, ...(mark && { mark }) };
      const layout = layOut([
        paragraph("Текст."),
        { type: "signature", post: [text("Исполняющий обязанности директора")], ...signed },
      ]);
      const words = linesOf(layout).flatMap((line) => textOf(line).split(" "));
      expect(words).toEqual(expect.arrayContaining(["Исполняющий", "обязанности", "директора"]));
      expect(Math.min(...linesOf(layout).flatMap(({ pieces }) => pieces.map(({ x }) => x)))).toBeGreaterThan(29 * MM);
    }
  },
);

describe("the mark of an electronic signature", () => {
  const signature: Block = {
    type: "signature",
    post: [text("Директор")],
    name: text("И.И. Петров"),
    seal: false,
    mark: [
      text("ДОКУМЕНТ ПОДПИСАН ЭЛЕКТРОННОЙ ПОДПИСЬЮ"),
      text("Сертификат 00D1F7"),
      text("Владелец Петров Иван Иванович"),
    ],
  };

  it("is a frame of its own rule between the post and the name, which overlap nothing", () => {
    const layout = layOut([paragraph("Текст."), signature]);
    const rules = rulesOf(layout);
    expect(rules.map(({ widthPt }) => widthPt)).toEqual([0.75, 0.75, 0.75, 0.75]);
    const [left, right] = [Math.min(...rules.map(({ x1 }) => x1)), Math.max(...rules.map(({ x2 }) => x2))];
    expect(right - left).toBeCloseTo(84 * MM, 1);
    expect(Math.max(...rules.map(({ y2 }) => y2)) - Math.min(...rules.map(({ y1 }) => y1))).toBeGreaterThanOrEqual(
      30 * MM - 0.1,
    );
    const post = find(layout, "Директор").pieces[0];
    expect((post?.x ?? 0) + ((post?.face.widthOf("Директор") ?? 0) * 14) / 1000).toBeLessThan(left);
    expect(find(layout, "И.И. Петров").pieces[0]?.x).toBeGreaterThan(right);
    expect(find(layout, "Сертификат").pieces[0]?.sizePt).toBe(8.5);
  });

  it("is a framed cell at least as high in Word", async () => {
    const parts = docxParts(await writeDocx(flowOf([paragraph("Текст."), signature]), fonts));
    const body = parts.get("word/document.xml") ?? "";
    expect(body).toContain('<w:trHeight w:val="1701" w:hRule="atLeast"/>');
    expect(body.match(/<w:tcBorders>.*?<\/w:tcBorders>/g)).toHaveLength(1);
    expect(body).toContain('w:sz="6"');
  });
});

describe("the machine-readable code", () => {
  it("stands in the lower right corner of the first sheet, not under the text, and nowhere by the older standard", () => {
    const layout = layOut([paragraph(long)], { code: "TRC1|x|145-ОД|2025-09-05|0123456789abcdef" });
    const code = layout.pages[0]?.items.find((item) => item.type === "chart");
    if (code?.type !== "chart") throw new Error("no code");
    expect(code.chart.widthMm).toBeGreaterThanOrEqual(18);
    expect(code.x + code.chart.widthMm * MM).toBeCloseTo((210 - 15) * MM, 3);
    expect(Math.max(...linesOf(layout).map(({ y }) => y))).toBeLessThan(code.y);
    expect(layout.pages.slice(1).flatMap(({ items }) => items.filter(({ type }) => type === "chart"))).toEqual([]);
    expect(flowOf([paragraph("Текст.")], { code: "x", standard: "gost-2016" }).sections[0]?.code).toBeNull();
  });

  it("stands in the footer of the first page in Word, with its text alternative", async () => {
    const parts = docxParts(await writeDocx(flowOf([paragraph("Текст.")], { code: "TRC1|x" }), fonts));
    const footer = [...parts].find(([name, xml]) => name.startsWith("word/footer") && xml.includes("<w:drawing>"));
    expect(footer?.[1]).toContain('descr="QR-код"');
    expect(parts.get("word/document.xml")).toMatch(/<w:footerReference w:type="first"/);
  });
});

describe("a chart", () => {
  const chart = (form: "bar" | "column", data: boolean): Block => ({
    type: "chart",
    form,
    title: "Участники",
    alt: "Участники по месяцам",
    unit: "чел.",
    ...(data ? { data: true, label: "Месяц" } : {}),
    categories: ["сентябрь", "октябрь"],
    series: [{ name: "Педагоги", values: [12, 7.5] }],
  });

  it.each([
    ["column", ["Месяц", "сентябрь", "октябрь", "Педагоги", "12", "7,5"]],
    ["bar", ["Месяц", "Педагоги", "сентябрь", "12", "октябрь", "7,5"]],
  ] as const)("of the form %s has its figures in a table that stays with it", (form, expected) => {
    const layout = layOut([chart(form, true)]);
    const cells = linesOf(layout).map(textOf);
    expect(cells).toEqual(["Участники, чел.", ...expected]);
    const filled = Array.from({ length: 60 }, (_, index) => index).map((lines) =>
      layOut([...Array.from({ length: lines }, () => paragraph("Строка.")), chart(form, true)]),
    );
    for (const { pages } of filled) {
      const page = pages.findIndex(({ items }) => items.some(({ type }) => type === "chart"));
      expect(pages[page]?.items.some((item) => item.type === "line" && textOf(item) === "12")).toBe(true);
    }
  });

  it("shows its figures alone where no table is asked for", () => {
    expect(linesOf(layOut([chart("bar", false)])).map(textOf)).toEqual(["Участники, чел."]);
  });
});

describe("the mark of restricted access", () => {
  const mark: Block = { type: "restriction", lines: [text("Для служебного пользования"), text("Экз. № 1")] };
  const letterhead = (form: "corner" | "longitudinal"): Block => ({
    type: "letterhead",
    form,
    lines: [{ role: "organisation", inlines: text("Школа") }],
  });

  it.each(["longitudinal", "corner"] as const)(
    "stands in the upper right corner of the first sheet, over or beside a letterhead that is %s",
    async (form) => {
      const blocks = [mark, letterhead(form), paragraph(long)];
      const layout = layOut(blocks);
      const [first, second, school] = ["Для служебного пользования", "Экз. № 1", "Школа"].map((part) =>
        find(layout, part),
      );
      for (const line of [first, second]) expect(line?.pieces[0]?.x).toBeGreaterThan((210 - 15 - 80) * MM - 0.1);
      expect(first?.y).toBeLessThan(20 * MM + 14);
      expect(second?.y).toBeGreaterThan(first?.y ?? 0);
      if (form === "corner") expect(school?.y).toBeCloseTo(first?.y ?? 0, 5);
      else expect(school?.y).toBeGreaterThan(second?.y ?? 0);
      expect(linesIn({ pages: layout.pages.slice(1) }).map(textOf)).not.toContain("Экз. № 1");
      const body = docxParts(await writeDocx(flowOf(blocks), fonts)).get("word/document.xml") ?? "";
      expect(body.match(/w:val="restriction"/g)?.length).toBeGreaterThanOrEqual(2);
    },
  );

  it("stands over a stamp of approval in the corner form", () => {
    const approvals: Block = { type: "approvals", left: null, right: { word: "УТВЕРЖДАЮ", lines: [], sign: null } };
    const lines = linesOf(layOut([mark, letterhead("corner"), approvals])).map(textOf);
    expect(lines.filter((line) => line !== "Школа" && line !== "")).toEqual([
      "Для служебного пользования",
      "Экз. № 1",
      "УТВЕРЖДАЮ",
    ]);
  });

  it("is among the words that people approve", () => {
    expect(documentLines(smallModel([mark, paragraph("Текст.")]))).toEqual([
      "Для служебного пользования",
      "Экз. № 1",
      "Текст.",
    ]);
  });
});

describe("pages", () => {
  it("of annexes begin at 1 without a number, or go on over the document", () => {
    const annexes = [[paragraph(long)]];
    const numbers = (setup: Setup): (string | null)[] =>
      layOut([paragraph(long)], setup).pages.map(({ number }) => (number === null ? null : textOf(number)));
    const restart = numbers({ annexes });
    const half = restart.length / 2;
    expect(restart).toEqual([null, ...seq(2, half), null, ...seq(2, half)]);
    expect(numbers({ annexes, own: { pageNumbering: "continuous" } })).toEqual([null, ...seq(2, 2 * half)]);
  });

  it("printed on both sides swap their margins", async () => {
    const setup = { own: { mirrorMargins: true } };
    const layout = layOut([paragraph(long)], setup);
    const leftmost = (page: number): number =>
      Math.min(...linesOf(layout, page).flatMap(({ pieces }) => pieces.map(({ x }) => x)));
    expect(leftmost(0)).toBeCloseTo(30 * MM, 1);
    expect(leftmost(1)).toBeCloseTo(15 * MM, 1);
    const parts = docxParts(await writeDocx(flowOf([paragraph(long)], setup), fonts));
    expect(parts.get("word/settings.xml")).toContain("<w:mirrorMargins/>");
  });
});

describe("the table of contents", () => {
  const heading = (number: number): Block => ({
    type: "heading",
    id: `part-${number}`,
    level: 1,
    label: `${number}.`,
    list: "body.clauses",
    inlines: text(`Раздел номер ${number}`),
  });
  const blocks: readonly Block[] = [
    { type: "contents", title: text("Содержание") },
    ...Array.from({ length: 6 }, (_, index) => [heading(index + 1), paragraph(long)]).flat(),
  ];
  const annexes: readonly (readonly Block[])[] = [
    [
      { type: "annex-mark", lines: [text("Приложение")] },
      { type: "title", align: "center", inlines: text("Таблица") },
      paragraph(long),
    ],
  ];
  const setup: Setup = { annexes, own: { pageNumbering: "continuous" } };

  it("names every heading and annex with the page on which it really stands", () => {
    const layout = layOut(blocks, setup);
    const entries = linesOf(layout).filter(({ owner }) => owner?.role === "contents");
    expect(entries.map((line) => textOf(line).replace(/\.{4,}/, ""))).toHaveLength(7);
    for (const [index, line] of entries.entries()) {
      const [, title = "", number] = /^(.*?)\.{4,} (\d+)$/.exec(textOf(line)) ?? [];
      const page = layout.pages[Number(number) - 1];
      const head = index < 6 ? title.replace(/^\d+\. /, "") : "Таблица";
      expect(
        page?.items.some(
          (item) => item.type === "line" && item.owner?.role !== "contents" && textOf(item).includes(head),
        ),
      ).toBe(true);
      const last = line.pieces.at(-1);
      expect((last?.x ?? 0) + ((last?.face.widthOf(last.text) ?? 0) * 14) / 1000).toBeCloseTo((210 - 15) * MM, 1);
    }
    // What the heading of the annex says, and no more: the field has nothing else to go by.
    expect(textOf(entries[6])).toMatch(/^Таблица\.{4,}/);
  });

  it("lets a number stand on the line of its words until it has no room, and alone behind dots then", () => {
    const entries = Array.from({ length: 40 }, (_, index) => "м".repeat(36) + "i".repeat(index));
    const heads = entries.map((title, index) => ({ ...heading(index + 1), inlines: text(title) }) as Block);
    const layout = layOut([{ type: "contents", title: text("Содержание") }, ...heads], setup);
    const widthOf = ({ face, text: words, sizePt }: LinePiece): number => (face.widthOf(words) * sizePt) / 1000;
    const right = (210 - 15) * MM;
    const seen = { beside: 0, below: 0 };
    const lines = linesOf(layout).filter(({ owner }) => owner?.role === "contents");
    for (const [index, { pieces }] of lines.entries()) {
      const number = pieces.at(-1);
      if (number === undefined || !/^\d+$/.test(number.text)) continue;
      const alone = pieces.every(
        ({ leader, text: words }) => leader === true || words === " " || words === number.text,
      );
      const words = (alone ? lines[index - 1]?.pieces : pieces)?.findLast(
        ({ leader, text: own }) => leader !== true && own !== " " && own !== number.text,
      );
      const end = (words?.x ?? 0) + (words === undefined ? 0 : widthOf(words));
      const room = right - end - widthOf(number);
      expect([room > 0.05, pieces]).toEqual([!alone, pieces]);
      seen[alone ? "below" : "beside"]++;
    }
    expect(Object.values(seen).every((count) => count > 0)).toBe(true);
  });

  it("is a live field in Word whose entries lead to bookmarks", async () => {
    const layout = layOut(blocks, setup);
    const body = docxParts(await writeDocx(layout.flow, fonts)).get("word/document.xml") ?? "";
    expect(body.match(/ TOC [^<]*/g)).toEqual([" TOC \\o &quot;1-2&quot; \\h \\z \\u "]);
    const targets = [...body.matchAll(/PAGEREF (\S+) \\h .*?<w:t[^>]*>(\d+)<\/w:t>/g)].map(([, name, page]) => [
      name,
      Number(page),
    ]);
    expect(targets).toHaveLength(7);
    for (const [name] of targets) expect(body).toContain(`w:name="${name}"`);
    expect(body.match(/fldCharType="begin"/g)?.length).toBe(body.match(/fldCharType="end"/g)?.length);
  });

  it("takes a heading of several lines for one line", () => {
    const parted: Block = {
      ...(heading(1) as Extract<Block, { type: "heading" }>),
      inlines: [...text("Права"), { type: "break" }, ...text("и обязанности")],
    };
    const layout = layOut([{ type: "contents", title: [] }, parted]);
    expect(layout.diagnostics).toEqual([]);
    const [entry] = linesOf(layout).filter(({ owner }) => owner?.role === "contents");
    expect(textOf(entry)).toMatch(/^1\. Права и обязанности\.{4,}/);
  });

  it("gives a number that finds no room behind its words a line of its own", () => {
    const words = (count: number): string => Array.from({ length: count }, () => "слово").join(" ");
    for (let count = 5; count < 40; count++) {
      const only: Block = { ...(heading(1) as Extract<Block, { type: "heading" }>), inlines: text(words(count)) };
      const layout = layOut([{ type: "contents", title: [] }, only]);
      const entry = linesOf(layout).filter(({ owner }) => owner?.role === "contents");
      for (const line of entry) {
        const spans = line.pieces.map(
          (piece) => [piece.x, piece.x + (piece.face.widthOf(piece.text) * piece.sizePt) / 1000] as const,
        );
        for (const [index, [from]] of spans.entries())
          expect(from).toBeGreaterThanOrEqual((spans[index - 1]?.[1] ?? 0) - 0.01);
      }
      expect(textOf(entry.at(-1))).toMatch(/ 1$/);
    }
  });
});

function seq(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => String(from + index));
}
