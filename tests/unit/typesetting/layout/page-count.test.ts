import { describe, expect, it } from "vitest";
import type { DocumentModel } from "../../../../src/paperwork/document/index.ts";
import { composeFlow, parseProfile } from "../../../../src/typesetting/flow/index.ts";
import { measureIn } from "../../../../src/typesetting/fonts/index.ts";
import { type Layout, layoutFlow } from "../../../../src/typesetting/layout/index.ts";
import { writeDocx } from "../../../../src/typesetting/writers/docx/index.ts";
import { writePdf } from "../../../../src/typesetting/writers/pdf/index.ts";
import { docxParts } from "../../../support/docx-text.ts";
import { pdfPages } from "../../../support/pdf-text.ts";
import { fonts, paragraph, profiles, smallModel, smallProfile, textOf } from "../../../support/small-flow.ts";

const words = (times: number): ReturnType<typeof paragraph> => paragraph("Слово за слово идёт рассказ. ".repeat(times));

/** A portrait body, a landscape annex and a portrait one again. */
function mixed(own: { readonly [key: string]: unknown }): Layout {
  const model = smallModel([words(200)], { annexes: [[words(200)], [words(400)]] });
  const turned: DocumentModel = {
    ...model,
    annexes: model.annexes.map((annex, index) => (index === 0 ? { ...annex, orientation: "landscape" } : annex)),
  };
  return layoutFlow(composeFlow(turned, { profile: smallProfile({ own }), measure: measureIn(fonts) }), fonts);
}

const numbers = ({ pages }: Layout): string[] => pages.map(({ number }) => (number === null ? "" : textOf(number)));
const partsOf = async ({ flow }: Layout): Promise<Map<string, string>> => docxParts(await writeDocx(flow, fonts));

const RESTART = { marks: { page: "{page} из {pages}" } };
const THROUGH = { pageNumbering: "continuous", marks: { page: "лист {page} из {pages}" } };

describe("the number of a page with how many there are", () => {
  it("counts the pages of the section where its numbers begin anew, else of the document", () => {
    const own = mixed(RESTART);
    for (const section of [0, 1, 2]) {
      const pages = own.pages.filter((page) => page.section === section);
      expect(numbers({ ...own, pages })).toEqual(
        pages.map((_, index) => (index === 0 ? "" : `${index + 1} из ${pages.length}`)),
      );
    }
    const through = mixed(THROUGH);
    const all = through.pages.length;
    expect(all).toBeGreaterThan(5);
    expect(numbers(through)).toEqual(
      through.pages.map((_, index) => (index === 0 ? "" : `лист\u00a0${index + 1} из ${all}`)),
    );
  });

  it("is live fields in Word, each with the number that they have now", async () => {
    const own = mixed(RESTART);
    const headers = (parts: Map<string, string>): string[] =>
      [...parts].filter(([path, xml]) => /^word\/header/.test(path) && xml.includes("PAGE")).map(([, xml]) => xml);
    const counts = [0, 1, 2].map((section) => own.pages.filter((page) => page.section === section).length);
    const found = headers(await partsOf(own));
    expect(found.map((xml) => /SECTIONPAGES .*?<w:t[^>]*>(\d+)<\/w:t>/.exec(xml)?.[1])).toEqual(
      [...new Set(counts)].map(String),
    );
    const through = mixed(THROUGH);
    const [only = "", ...more] = headers(await partsOf(through));
    expect(more).toEqual([]);
    expect(only).toMatch(/лист .* PAGE .* из .* NUMPAGES /);
    expect(only).toContain(`>${through.pages.length}<`);
  });

  it("is no part of the text of a PDF", async () => {
    const layout = mixed(THROUGH);
    const pages = await pdfPages(await writePdf(layout, layout.flow, fonts));
    for (const [index, page] of pages.entries())
      expect(page.filter(({ artifact }) => artifact).map(({ text }) => text.trim())).toEqual(
        index === 0 ? [] : [`лист ${index + 1} из ${pages.length}`],
      );
  });

  it("is the number alone by the standard", async () => {
    const layout = mixed({});
    expect(numbers(layout).slice(0, 3)).toEqual(["", "2", "3"]);
    const parts = await partsOf(layout);
    expect([...parts.values()].join("")).not.toMatch(/NUMPAGES|SECTIONPAGES/);
  });

  it("is refused without the number, or with another word in braces", () => {
    for (const page of ["из {pages}", "{page} {of}", "", "{page", `{page}${"x".repeat(40)}`]) {
      const { diagnostics } = parseProfile(profiles, {
        standard: "gost-2025",
        variant: "order",
        own: { data: { marks: { page } }, file: "kind.yaml" },
      });
      expect(
        diagnostics.map(({ code }) => code),
        page,
      ).toEqual(["TRC5101"]);
    }
  });
});

describe("a landscape annex between portrait sheets", () => {
  it("lies on its side in both formats, and the next one stands again", async () => {
    const layout = mixed({});
    const wide = layout.pages.map(({ section, widthPt, heightPt }) => [section, widthPt > heightPt]);
    expect(wide.every(([section, lies]) => lies === (section === 1))).toBe(true);
    const body = (await partsOf(layout)).get("word/document.xml") ?? "";
    expect([...body.matchAll(/w:orient="(\w+)"/g)].map(([, orient]) => orient)).toEqual([
      "portrait",
      "landscape",
      "portrait",
    ]);
    for (const [, w, h, orient] of body.matchAll(/<w:pgSz w:w="(\d+)" w:h="(\d+)" w:orient="(\w+)"/g))
      expect(Number(w) > Number(h)).toBe(orient === "landscape");
  });
});
