import { describe, expect, it } from "vitest";
import { createViews } from "../../../../src/paperwork/facts/index.ts";
import type { Dossier } from "../../../../src/paperwork/records/index.ts";
import { type FinishedDocument, RULES, runRules } from "../../../../src/paperwork/rules/index.ts";

const place = { file: "content/orders/1.yaml", start: { line: 1, column: 1 }, end: { line: 1, column: 2 } };
const dossier: Dossier = { collections: new Map(), schemas: { schemas: new Map(), kinds: new Set() } };
const record = {
  collection: "orders",
  id: "1",
  file: place.file,
  source: "orders/1.yaml",
  kind: "order-general",
  data: {},
  schema: "",
  text: "",
  spans: [],
  placeAt: () => place,
  placeOf: () => place,
  keyPlaceOf: () => place,
};

function codes(pages: FinishedDocument["pages"]): string[] {
  const document: FinishedDocument = {
    record,
    model: {
      meta: {
        id: "order-general.1",
        kind: "order-general",
        title: "Приказ",
        number: null,
        date: null,
        author: "Школа",
        language: "ru-RU",
        profile: "gost-2025",
        variant: "order",
      },
      body: { id: "body", role: "body", number: null, title: "", orientation: "portrait", blocks: [] },
      annexes: [],
    },
    pages,
    bindingMarginMm: 30,
    retention: null,
  };
  const report = runRules({ dossier, kinds: [], templates: [], documents: [document], complete: true, today: null });
  return report.diagnostics.map(({ code }) => code);
}

/** A line: its style and words; lines are of one paragraph unless `paragraph` distinguishes them. */
type TestLine = readonly [style: string, text: string, more?: { readonly paragraph?: number; readonly cut?: boolean }];

const page = (...lines: readonly TestLine[]): FinishedDocument["pages"][number] => ({
  section: 0,
  lines: lines.map(([style, text, { paragraph = 0, cut = false } = {}]) => ({ text, style, paragraph, cut })),
});

describe("rules over pages", () => {
  it.each([
    ["№ and its number", [page(["text", "исполнить приказ №"], ["text", "145-ОД в срок"])]],
    ["a year and «г.»", [page(["text", "до 5 сентября 2025"], ["text", "г. включительно"])]],
    ["initials and the surname", [page(["text", "поручить М."], ["text", "Берёзкиной"])]],
    ["two initials", [page(["text", "поручить Берёзкиной М."], ["text", "П. до пятницы"])]],
    ["№ and its number in a cell", [page(["cell", "приказ №"], ["cell", "145-ОД"])]],
    [
      "№ and its number in one of two cells",
      [page(["cell", "приказ №"], ["cell", "145-ОД"], ["cell", "да", { paragraph: 1 }])],
    ],
    [
      "№ and its number in a row that goes over a page",
      [page(["cell", "приказ №"], ["cell", "да", { paragraph: 1 }]), page(["cell", "145-ОД"])],
    ],
  ])("find a line torn between %s", (_what, torn) => expect(codes(torn)).toEqual(["TRC2502"]));

  it("let a cell be cut that is narrower than its word", () =>
    expect(codes([page(["cell", "приказ №", { cut: true }], ["cell", "145-ОД"])])).toEqual([]));

  it("tell a «№» over a column from the number under it", () =>
    expect(codes([page(["cell", "№"], ["cell", "1", { paragraph: 1 }])])).toEqual([]));

  it.each([
    ["alone", page(["signature-post", "Директор"], ["signature-name", "М.П. Берёзкина"])],
    ["under one line", page(["text", "школы."], ["signature-post", "Директор"])],
  ])("find a signature that stands %s on the last page", (_what, last) =>
    expect(codes([page(["text", "текст"]), last])).toEqual(["TRC2508"]),
  );

  it("are content with two lines over it", () =>
    expect(codes([page(["text", "а"]), page(["text", "б"], ["text", "в"], ["signature-post", "Директор"])])).toEqual(
      [],
    ));
});

describe("every rule", () => {
  it("is content with a centre of no records at all", () => {
    expect(RULES.length).toBeGreaterThan(80);
    const report = runRules({ dossier, kinds: [], templates: [], documents: [], complete: true, today: "2026-01-01" });
    expect(report.diagnostics).toEqual([]);
    expect(createViews(dossier, "2025-01-01").all("orders")).toEqual([]);
  });
});
