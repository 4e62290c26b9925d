import { describe, expect, it } from "vitest";
import type { ContentRecord, Dossier } from "../../../../src/paperwork/records/index.ts";
import { checkRegister, seriesTitle } from "../../../../src/paperwork/register/index.ts";

const place = { file: "content/x.yaml", start: { line: 1, column: 1 }, end: { line: 1, column: 2 } };

function record(collection: string, id: string, data: ContentRecord["data"]): ContentRecord {
  const where = { placeAt: () => place, placeOf: () => place, keyPlaceOf: () => place };
  const source = `${collection}/${id}.yaml`;
  return { collection, id, file: place.file, source, kind: null, data, schema: "", text: "", spans: [], ...where };
}

const order = record("orders", "1-od", { number: "1-ОД" });
const entry = {
  document: "order-general.1-od",
  order: "1-od",
  author: "centre",
  suffix: "-ОД",
  year: 2025,
  entry: 1,
  number: "1-ОД",
  date: "2025-09-05",
  registered: "2025-09-05",
  title: "Order",
  organisation: "School",
  pages: 1,
  digest: "0",
  seal: "0",
};

/** What is said of an issued order whose words are now these. */
function said(
  issued: readonly string[],
  now: readonly string[],
): readonly { readonly code: string; readonly en: string }[] {
  const collections = new Map([
    ["register", new Map([["1-od", record("register", "1-od", { ...entry, text: issued })]])],
  ]);
  const dossier: Dossier = { collections, schemas: { schemas: new Map(), kinds: new Set() } };
  const { title, organisation, author, number, date, digest } = entry;
  const document = { id: entry.document, record: order, number, date, title, organisation, author, digest, lines: now };
  const documents = [{ ...document, caseIndex: null, sources: [] }];
  return checkRegister({ dossier, bytesOf: () => undefined, documents, planned: new Set() })
    .filter(({ code }) => code.startsWith("TRC81"))
    .map(({ code, message }) => ({ code, en: message.en }));
}

describe("an issued document", () => {
  const lines = Array.from({ length: 40 }, (_, index) => `word${index}`);

  it("is as it was issued", () => expect(said(lines, lines)).toEqual([]));

  it("names its changed places, and in English counts the others in English", () => {
    const [found] = said(
      lines,
      lines.map((word, index) => (index % 5 === 0 ? `${word}x` : word)),
    );
    expect(found?.code).toBe("TRC8101");
    expect(found?.en).toMatch(/; and more places: 2$/);
  });
});

describe("a series", () => {
  it.each([
    ["orders centre №-ОД 2025", "приказы центра, №-ОД, 2025 год", "orders of the centre, №-ОД, 2025"],
    ["plans centre б/н 2026", "планы центра, без номеров, 2026 год", "plans of the centre, without numbers, 2026"],
    [
      "orders education-committee 01-05/№ 2024",
      "приказы (education-committee), 01-05/№, 2024 год",
      "orders (education-committee), 01-05/№, 2024",
    ],
    ["what someone wrote", "what someone wrote", "what someone wrote"],
  ])("%s is named in both languages", (series, ru, en) => {
    expect(seriesTitle(series)).toEqual({ ru, en });
  });
});
