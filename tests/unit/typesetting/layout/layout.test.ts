import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block } from "../../../../src/paperwork/document/index.ts";
import { type Flow, type Profile, parseProfile } from "../../../../src/typesetting/flow/index.ts";
import { layoutFlow } from "../../../../src/typesetting/layout/index.ts";
import { writeDocx } from "../../../../src/typesetting/writers/docx/index.ts";
import { writePdf } from "../../../../src/typesetting/writers/pdf/index.ts";
import { docxParts, docxWords } from "../../../support/docx-text.ts";
import { pdfPages, pdfWords, words } from "../../../support/pdf-text.ts";
import {
  fonts,
  linesOf,
  paragraph,
  profiles,
  smallFlow,
  smallProfile,
  text,
  textOf,
} from "../../../support/small-flow.ts";

const profile = (variant = "order", standard = "gost-2025"): Profile => smallProfile({ variant, standard });
const flowOf = (blocks: readonly Block[], variant = "order"): Flow => smallFlow(blocks, { variant });

const word = fc.string({ unit: fc.constantFrom(..."абвгдежзиклмнопрстуфхцчшщыьэюя"), minLength: 1, maxLength: 14 });
const sentence = fc
  .array(
    fc.oneof(
      { weight: 12, arbitrary: word },
      { weight: 1, arbitrary: fc.constantFrom("научно-методический", "2025–2026", "№\u00a05", "и/или", "–") },
    ),
    { minLength: 1, maxLength: 120 },
  )
  .map((list) => list.join(" "));

describe("lines", () => {
  it("hold every word once, in order, none wider than the room, none that had room for the next word", () => {
    const room = (165 * 72) / 25.4;
    fc.assert(
      fc.property(sentence, (source) => {
        const lines = linesOf(layoutFlow(smallFlow([paragraph(source)], { own: { hyphenation: false } }), fonts));
        expect(
          lines
            .map(
              (line, index) =>
                textOf(line) +
                (index < lines.length - 1 &&
                /[-–—/]$/.test(textOf(line)) &&
                !source.includes(`${textOf(line).split(" ").at(-1)} `)
                  ? ""
                  : " "),
            )
            .join("")
            .replace(/\s+/g, " ")
            .trim(),
        ).toBe(source.replace(/\s+/g, " ").trim());
        for (const [index, line] of lines.entries()) {
          const width = line.pieces.reduce(
            (sum, piece) => sum + piece.face.widthOf(piece.text) * (piece.sizePt / 1000),
            0,
          );
          const indent = index === 0 ? (12.5 * 72) / 25.4 : 0;
          expect(width + indent).toBeLessThanOrEqual(room + 0.02);
          const next = lines[index + 1];
          if (next === undefined) continue;
          const first = textOf(next).split(/ |(?<=[-–])(?!\d)/)[0] ?? "";
          const gap = /[^ ][-–]$/.test(textOf(line)) ? 0 : fonts.regular.widthOf(" ") * 0.014;
          expect(width + indent + gap + fonts.regular.widthOf(first) * 0.014).toBeGreaterThan(room - 0.02);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("never part a no-break space, and cut a word wider than the line without losing a letter", () => {
    const glued = linesOf(
      layoutFlow(flowOf([paragraph(`${"слово ".repeat(9)}И.\u00a0И.\u00a0Петров-Водкин\u00a0конец`)]), fonts),
    );
    for (const line of glued) expect(textOf(line)).not.toMatch(/\u00a0$|^\u00a0/);
    const long = "8".repeat(400);
    const cut = linesOf(layoutFlow(flowOf([paragraph(long)]), fonts));
    expect(cut.map(textOf).join("")).toBe(long);
    expect(cut.length).toBeGreaterThan(5);
    expect(cut.slice(0, -1).every(({ continues }) => continues)).toBe(true);
  });

  it("stand 24.15 pt apart at 14 pt and one and a half", () => {
    const [first, second] = linesOf(layoutFlow(flowOf([paragraph("слово ".repeat(40))]), fonts));
    expect((second?.y ?? 0) - (first?.y ?? 0)).toBeCloseTo(24.15, 2);
  });
});

describe("pages", () => {
  it("lose nothing, leave no widow and no orphan, and never overflow", () => {
    const count = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 5, maxLength: 40 });
    fc.assert(
      fc.property(count, (sizes) => {
        const flow = flowOf(sizes.map((size, index) => paragraph(`н${index} ${"слово ".repeat(size * 11)}`)));
        const { pages } = layoutFlow(flow, fonts);
        const totals = new Map<unknown, number>();
        for (const line of pages.flatMap(({ items }) => items))
          if (line.type === "line") totals.set(line.owner, (totals.get(line.owner) ?? 0) + 1);
        expect(totals.size).toBe(sizes.length);
        for (const page of pages) {
          const here = new Map<unknown, number>();
          for (const item of page.items) {
            if (item.type !== "line") continue;
            here.set(item.owner, (here.get(item.owner) ?? 0) + 1);
            expect(item.y).toBeLessThan(page.heightPt - (20 * 72) / 25.4 + 0.1);
          }
          for (const [owner, lines] of here) if ((totals.get(owner) ?? 0) > 3) expect(lines).toBeGreaterThanOrEqual(2);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("keep a heading with the text under it, and a signature with two paragraphs before it", () => {
    for (let lines = 20; lines < 34; lines++) {
      const filler = Array.from({ length: lines }, (_, index) => paragraph(`строка ${index}`));
      const heading: Block = {
        type: "heading",
        id: "h",
        level: 1,
        label: "1.",
        list: "body.clauses",
        inlines: text("Раздел"),
      };
      const signature: Block = {
        type: "signature",
        post: [text("Директор")],
        name: text("И.И. Петров"),
        seal: false,
      };
      const byPage = layoutFlow(flowOf([...filler, heading, paragraph("текст раздела")]), fonts).pages.map((page) =>
        page.items.flatMap((item) => (item.type === "line" ? [textOf(item)] : [])),
      );
      expect(byPage.some((page) => page.at(-1) === "1. Раздел")).toBe(false);
      const signed = layoutFlow(flowOf([...filler, signature]), fonts).pages.map((page) =>
        page.items.flatMap((item) => (item.type === "line" ? [textOf(item)] : [])),
      );
      expect(signed.at(-1)?.length).toBeGreaterThanOrEqual(4);
    }
  });

  it("repeat the head of a table on every page and split no row", () => {
    const cell = (value: string) => ({ paragraphs: [text(value)], span: 1, align: "left" }) as const;
    const table: Block = {
      type: "table",
      caption: null,
      widths: [1, 3],
      header: [{ kind: "data", cells: [cell("Графа"), cell("Вторая")] }],
      rows: Array.from({ length: 60 }, (_, index) => ({
        kind: "data",
        cells: [cell(`р${index}`), cell("слово ".repeat(20))],
      })),
    };
    const { pages } = layoutFlow(flowOf([table]), fonts);
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) {
      const lines = page.items.flatMap((item) => (item.type === "line" ? [textOf(item)] : []));
      expect(lines[0]).toBe("Графа");
      expect(lines.filter((line) => /^р\d+$/.test(line)).length * 2).toBe(
        lines.filter((line) => line.startsWith("слово")).length,
      );
    }
  });

  it("carry on a row taller than a page without losing a word", () => {
    const cell = (value: string) => ({ paragraphs: [text(value)], span: 1, align: "left" }) as const;
    const long = Array.from({ length: 1500 }, (_, index) => `с${index}`).join(" ");
    const { pages } = layoutFlow(
      flowOf([
        {
          type: "table",
          caption: null,
          widths: [1, 1],
          header: [],
          rows: [{ kind: "data", cells: [cell(long), cell("рядом")] }],
        },
      ]),
      fonts,
    );
    expect(pages.length).toBeGreaterThan(1);
    expect(
      words(
        pages
          .flatMap(({ items }) => items)
          .flatMap((item) => (item.type === "line" && /^с\d/.test(textOf(item)) ? [textOf(item)] : []))
          .join(" "),
      ),
    ).toEqual(words(long));
  });

  it("stop at a character that the font lacks", () => {
    const { diagnostics } = layoutFlow(flowOf([paragraph("знак 漢 и ещё 漢")]), fonts);
    expect(diagnostics.map(({ code, message }) => [code, message.ru])).toEqual([
      ["TRC5001", "В шрифте документа нет знака «漢» (U+6F22)"],
    ]);
  });
});

describe("profiles", () => {
  it("of both standards have every measure in every variant", () => {
    for (const id of ["gost-2016", "gost-2025"])
      for (const variant of ["order", "regulation", "agreement", "plan", "report", "sheet", "cover"])
        expect(parseProfile(profiles, { standard: id, variant }).diagnostics).toEqual([]);
  });

  it("differ in the width of corner requisites", () => {
    expect([profile("order", "gost-2016").stamp.widthMm, profile("order", "gost-2025").stamp.widthMm]).toEqual([
      75, 80,
    ]);
  });

  it("without a measure are refused by its name", () => {
    const broken = new Map([
      [
        "x",
        { data: { ...(profiles.get("gost-2016")?.data ?? {}), stamp: { widthMm: "75", lineMn: 3 } }, file: "x.yaml" },
      ],
    ]);
    expect(
      parseProfile(broken, { standard: "x", variant: "order" }).diagnostics.map(({ code, message }) => [
        code,
        /«(\w+)»/.exec(message.ru)?.[1],
      ]),
    ).toEqual([
      ["TRC5103", "lineMn"],
      ["TRC5101", "widthMm"],
      ["TRC5101", "gapMm"],
    ]);
    expect(parseProfile(profiles, { standard: "nothing", variant: "order" }).diagnostics[0]?.code).toBe("TRC5102");
    expect(parseProfile(profiles, { standard: "gost-2016", variant: "nothing" }).diagnostics[0]?.code).toBe("TRC5102");
  });

  it("without a style are told to write the style, once for all variants", () => {
    const { data, ...source } = profiles.get("gost-2016") ?? { data: {}, file: "" };
    const { note: _note, ...styles } = data.styles as { [name: string]: unknown };
    const found = ["order", "agreement"].flatMap(
      (variant) =>
        parseProfile(new Map([["x", { ...source, data: { ...data, styles } }]]), { standard: "x", variant })
          .diagnostics,
    );
    expect(found.map(({ code, message, hints }) => [code, message.ru, hints[0].ru])).toEqual(
      Array(2).fill([
        "TRC5101",
        "В профиле нет стиля «note» или его названия",
        "Впишите в styles: note: {name: Примечание}",
      ]),
    );
    expect(found[1]?.place).toEqual(found[0]?.place);
  });

  it("that extend what is not there, or one another, are reported by the name that is wrong", () => {
    const extending = (from: string, to: string) =>
      parseProfile(
        new Map(
          [...profiles].map(([id, one]) => [id, id === from ? { ...one, data: { ...one.data, extends: to } } : one]),
        ),
        { standard: "gost-2025", variant: "order" },
      ).diagnostics.map(({ code, message }) => [code, message.ru]);
    expect(extending("gost-2025", "gost-2010")).toEqual([["TRC5102", "Профиля «gost-2010» нет"]]);
    expect(extending("gost-2016", "gost-2012")).toEqual([["TRC5102", "Профиля «gost-2012» нет"]]);
    expect(extending("gost-2016", "gost-2025")).toEqual([
      ["TRC5102", "Профили расширяют друг друга по кругу: «gost-2016» расширяет «gost-2025»"],
    ]);
  });
});

describe("both writers", () => {
  const values = fc.oneof(
    fc.constantFrom(
      "{ PAGE }",
      "<w:p/>",
      "]]>&amp;",
      "=1+1",
      "\u202eобратно\u202c",
      "а\u200eб",
      "http://x.y/?a=1&b=2",
      "# | :::",
      "x".repeat(300),
    ),
    fc.string({
      unit: fc.constantFrom(..."абв где-ёж №«»()<>&\"'\\/|#*_{}[]=;:.,!?0123456789"),
      minLength: 1,
      maxLength: 80,
    }),
  );

  it("carry any value to their text unchanged, never as a field, a link or markup", async () => {
    await fc.assert(
      fc.asyncProperty(
        values.filter((value) => value.trim() !== ""),
        async (value) => {
          const cell = { paragraphs: [text(value)], span: 1, align: "left" } as const;
          const flow = flowOf([
            paragraph(`начало ${value} конец`),
            { type: "table", caption: null, widths: [1], header: [], rows: [{ kind: "data", cells: [cell] }] },
          ]);
          const docx = await writeDocx(flow, fonts);
          const pdf = await writePdf(layoutFlow(flow, fonts), flow, fonts);
          const shown = words(`начало ${value} конец ${value}`).join("");
          expect(docxWords(docx).join("")).toBe(shown);
          expect((await pdfWords(pdf)).join("").replace(/[\u200b-\u200f\u202a-\u202e]/g, "")).toBe(
            shown.replace(/[\u200b-\u200f\u202a-\u202e]/g, ""),
          );
          const xml = docxParts(docx).get("word/document.xml") ?? "";
          expect(xml).not.toMatch(/<w:hyperlink|w:instrText|<w:fldSimple|<w:drawing/);
          expect(docxParts(docx).get("word/_rels/document.xml.rels")).not.toContain('TargetMode="External"');
          expect(Buffer.from(pdf).toString("latin1")).not.toMatch(/\/URI|\/JavaScript|\/Launch/);
        },
      ),
      { numRuns: 25 },
    );
  });

  it("number native lists as the tree does, from 1 in every list", async () => {
    const item = (label: string, list: string, level = 0): Block => ({
      type: "clause",
      id: `${list}${label}`,
      label,
      level,
      list,
      inlines: text("пункт"),
    });
    const flow = flowOf([
      item("1.", "a"),
      item("1.1.", "a", 1),
      item("1.2.", "a", 1),
      item("2.", "a"),
      item("2.1.", "a", 1),
      item("1.", "b"),
      item("2.", "b"),
    ]);
    expect(docxWords(await writeDocx(flow, fonts)).filter((one) => /\d/.test(one))).toEqual([
      "1.",
      "1.1.",
      "1.2.",
      "2.",
      "2.1.",
      "1.",
      "2.",
    ]);
  });

  it("escape the title in metadata and give it to the window", async () => {
    const flow = flowOf([paragraph("текст")]);
    const pdf = Buffer.from(await writePdf(layoutFlow(flow, fonts), flow, fonts)).toString("latin1");
    expect(pdf).toContain("&amp; &lt;");
    expect(pdf).toContain("/DisplayDocTitle true");
    expect(pdf).toContain("<pdfaid:part>2</pdfaid:part>");
    expect(pdf).toContain("<pdfuaid:part>1</pdfuaid:part>");
    const core = docxParts(await writeDocx(flow, fonts)).get("docProps/core.xml");
    expect(core).toContain("Проба &amp; &lt;проба&gt;");
    expect(core).toContain("2025-09-05T12:00:00Z");
  });

  it("show a chart as a picture with words for those who cannot see it", async () => {
    const flow = flowOf(
      [
        {
          type: "chart",
          form: "bar",
          title: "Диаграмма",
          alt: "Участники по месяцам",
          unit: "чел.",
          categories: ["сентябрь", "октябрь"],
          series: [
            { name: "план", values: [1, 2] },
            { name: "факт", values: [2, 3] },
          ],
        },
        {
          type: "chart",
          form: "column",
          title: "Вторая",
          alt: "То же",
          unit: "",
          categories: ["сентябрь"],
          series: [{ name: "факт", values: [0] }],
        },
      ],
      "report",
    );
    const docx = docxParts(await writeDocx(flow, fonts));
    expect([...docx.keys()].filter((path) => path.endsWith(".png"))).toHaveLength(2);
    expect(docx.get("word/document.xml")).toContain("Участники по месяцам");
    const pages = await pdfPages(await writePdf(layoutFlow(flow, fonts), flow, fonts));
    expect(pages.flat().map((line) => line.text.trim())).toEqual(["Диаграмма, чел.", "Вторая"]);
  });
});
