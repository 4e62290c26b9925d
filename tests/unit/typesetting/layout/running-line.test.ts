import { describe, expect, it } from "vitest";
import type { Block } from "../../../../src/paperwork/document/index.ts";
import { composeFlow } from "../../../../src/typesetting/flow/index.ts";
import { measureIn } from "../../../../src/typesetting/fonts/index.ts";
import { layoutFlow } from "../../../../src/typesetting/layout/index.ts";
import { writeDocx } from "../../../../src/typesetting/writers/docx/index.ts";
import { writePdf } from "../../../../src/typesetting/writers/pdf/index.ts";
import { docxParts } from "../../../support/docx-text.ts";
import { pdfPages } from "../../../support/pdf-text.ts";
import { fonts, smallModel, smallProfile } from "../../../support/small-flow.ts";

const RUNNING = "Публичная редакция. Подлинник – в деле № 01-05";

function flowOf(running: string | null): ReturnType<typeof composeFlow> {
  const pages: Block[] = [
    { type: "paragraph", role: "text", inlines: [{ type: "text", text: "Первый лист" }] },
    { type: "page-break" },
    { type: "paragraph", role: "text", inlines: [{ type: "text", text: "Второй лист" }] },
    {
      type: "signature",
      post: [[{ type: "text", text: "Директор" }]],
      name: [{ type: "text", text: "М.П. Берёзкина" }],
      seal: false,
      ...(running === null ? {} : { signed: [{ type: "text" as const, text: "(подпись)" }] }),
    },
  ];
  const model = smallModel(pages, { annexes: [pages.slice(0, 1)], landscape: true });
  return composeFlow(
    { ...model, ...(running === null ? {} : { running }) },
    { profile: smallProfile(), measure: measureIn(fonts) },
  );
}

describe("the running line of an edition", () => {
  it("stands at the foot of every page, the first of a section too, and is no part of the text", async () => {
    const flow = flowOf(RUNNING);
    const layout = layoutFlow(flow, fonts);
    expect(layout.pages).toHaveLength(3);
    for (const page of layout.pages) {
      expect(page.running.map(({ pieces }) => pieces.map(({ text }) => text).join(""))).toEqual([RUNNING]);
      // Between the text and the edge of the sheet: inside the lower margin.
      const y = page.running[0]?.y ?? 0;
      const bottom = (flow.sections[page.section]?.page.bottomMm ?? 0) * (72 / 25.4);
      expect(y).toBeLessThan(page.heightPt - 12);
      expect(y - 9).toBeGreaterThan(page.heightPt - bottom);
    }
    const pages = await pdfPages(await writePdf(layout, flow, fonts));
    for (const page of pages)
      expect(page.filter(({ artifact }) => artifact).map(({ text }) => text.trim())).toContain(RUNNING);
    expect(pages.flat().filter(({ artifact, text }) => !artifact && text.includes("редакция"))).toEqual([]);
  });

  it("is a native footer in DOCX, of the first page of a section and of the others", async () => {
    const parts = docxParts(await writeDocx(flowOf(RUNNING), fonts));
    const footers = [...parts].filter(([path]) => /^word\/footer\d+\.xml$/.test(path));
    expect(footers).toHaveLength(1);
    const references = (parts.get("word/document.xml") ?? "").match(/<w:footerReference w:type="(first|default)"/g);
    expect(references).toHaveLength(4);
    for (const [path, xml] of footers) {
      expect(xml, path).toContain(RUNNING);
      expect(xml, path).toContain('w:val="running"');
    }
    expect(parts.get("word/document.xml")).not.toContain(RUNNING);
  });

  it("is not there in a document that has none, nor is the mark of a signature", async () => {
    const flow = flowOf(null);
    const layout = layoutFlow(flow, fonts);
    expect(layout.pages.flatMap(({ running }) => running)).toEqual([]);
    const parts = docxParts(await writeDocx(flow, fonts));
    expect([...parts.keys()].filter((path) => path.includes("footer"))).toEqual([]);
    expect(parts.get("word/document.xml")).not.toContain("(подпись)");
  });

  it("goes with a mark in place of the line for a signature", async () => {
    const parts = docxParts(await writeDocx(flowOf(RUNNING), fonts));
    const body = parts.get("word/document.xml") ?? "";
    expect(body).toContain("(подпись)");
    // No ruled line is left beside the mark.
    expect(body).not.toContain("w:tcBorders");
  });
});
