import { describe, expect, it } from "vitest";
import type { ContentRecord, Dossier } from "../../../../src/paperwork/records/index.ts";
import {
  type CheckedDocument,
  CONTENT_JOURNAL,
  checkRegister,
  stampedWithYear,
  UPGRADE_UNDO,
  yearStampOf,
} from "../../../../src/paperwork/register/index.ts";
import { expectSaid } from "../../../support/expect-said.ts";

function record(collection: string, id: string, data: ContentRecord["data"]): ContentRecord {
  const source = `${collection}/${id}.yaml`;
  const placeOf = (pointer: string) => ({
    file: `${source}${pointer}`,
    start: { line: 1, column: 1 },
    end: { line: 1, column: 2 },
  });
  const where = { placeAt: () => placeOf(""), placeOf, keyPlaceOf: placeOf };
  return { collection, id, file: source, source, kind: null, data, schema: "", text: "", spans: [], ...where };
}

const issued = {
  document: "order-general.5-od",
  order: "5-od",
  author: "centre",
  suffix: "-ОД",
  year: 2025,
  entry: 1,
  number: "5-ОД",
  date: "2025-09-05",
  registered: "2025-09-05",
  title: "Приказ",
  organisation: "Школа",
  pages: 1,
  digest: "0",
  seal: "0",
  text: ["одно", "слово"],
};

const order = (id: string, number: string) => record("orders", id, { number, date: "2025-09-05", issuer: "centre" });

function documentOf(change: Partial<CheckedDocument> = {}): CheckedDocument {
  const { document: id, number, date, title, organisation, author, digest, text: lines } = issued;
  return {
    id,
    record: order("5-od", "5-ОД"),
    number,
    date,
    title,
    organisation,
    author,
    digest,
    lines,
    caseIndex: null,
    sources: [],
    ...change,
  };
}

/** Findings of the register against documents, but for those on its files: the entry here was never sealed. */
function said(
  documents: readonly CheckedDocument[],
  planned = new Set(documents.map(({ id }) => id)),
  register: readonly ContentRecord[] = [record("register", "5-od", issued)],
) {
  const orders = new Map(documents.map(({ record: own }) => [own.id, own]));
  const collections = new Map([
    ["register", new Map(register.map((one) => [one.id, one]))],
    ["orders", orders],
  ]);
  const dossier: Dossier = { collections, schemas: { schemas: new Map(), kinds: new Set() } };
  return expectSaid(checkRegister({ dossier, bytesOf: () => undefined, documents, planned }))
    .filter(({ code }) => !/TRC800[16]/.test(code))
    .map(({ code, place, message }) => `${code} ${place?.file}: ${message.en}`);
}

describe("an issued document that is in the set", () => {
  it("is as it was issued", () => expect(said([documentOf()])).toEqual([]));

  it.each([
    ["number", { number: "6-ОД" }, "number: was “5-ОД”, is “6-ОД”"],
    ["date", { date: "2025-09-06" }, "date: was “2025-09-05”, is “2025-09-06”"],
    ["date that is gone", { date: null }, "date: was “2025-09-05”, is “none”"],
    ["title", { title: "Другой" }, "title: was “Приказ”, is “Другой”"],
    ["author", { organisation: "Лицей" }, "author: was “Школа”, is “Лицей”"],
    ["record of the author", { author: "committee" }, "record of the author: was “centre”, is “committee”"],
    ["case", { caseIndex: "01-05" }, "case: was “none”, is “01-05”"],
    [
      "two of them",
      { title: "Другой", caseIndex: "01-05" },
      "title: was “Приказ”, is “Другой”; case: was “none”, is “01-05”",
    ],
  ])("has another %s", (_name, change, words) =>
    expect(said([documentOf(change)])).toEqual([
      `TRC8103 orders/5-od.yaml: Details of the issued document “Приказ” are not those of the register: ${words}`,
    ]),
  );

  it("has the same words in another structure", () =>
    expect(said([documentOf({ digest: "1" })])).toEqual([
      "TRC8102 orders/5-od.yaml: The words of the issued document “Приказ” are the same, but its structure has changed",
    ]));

  it("has other words: that is told alone", () =>
    expect(
      said([documentOf({ lines: ["другое", "слово"], digest: "1", title: "Другой" })]).map((one) => one.slice(0, 7)),
    ).toEqual(["TRC8101"]));

  it("is missed where the records no longer give it, not where it was not asked for", () => {
    expect(said([], new Set([issued.document]))).toEqual([]);
    expect(said([])).toEqual([
      "TRC8005 register/5-od.yaml/document: The document “Приказ” is issued, but the set has it no longer",
    ]);
  });
});

describe("a document that was passed over", () => {
  const earlier = documentOf({
    id: "order-general.4-od",
    record: order("4-od", "4-ОД"),
    number: "4-ОД",
    title: "Ранний",
  });
  const told =
    "TRC8007 orders/4-od.yaml/number: The document “Ранний” is not in the register, while documents with later numbers are";

  it("is told, one with a later number is not", () => {
    expect(said([documentOf(), earlier])).toEqual([told]);
    const later = documentOf({ id: "order-general.6-od", record: order("6-od", "6-ОД"), number: "6-ОД" });
    expect(said([documentOf(), later])).toEqual([]);
  });

  it("is no sheet of a row, none of another year, none under the number of another one, none without a date or a number", () => {
    for (const change of [
      { id: "notice.4-od.1" },
      { date: "2024-09-05" },
      { number: "4а-ОД" },
      { date: null },
      { number: null },
      { author: "committee" },
    ])
      expect(said([documentOf(), { ...earlier, ...change }])).toEqual([]);
  });

  it("is not asked for where nothing was ever issued", () =>
    expect(said([documentOf(), earlier], new Set(), [])).toEqual([]));
});

describe("what is written together into a content folder", () => {
  const files = (...names: readonly (readonly [string, string])[]) => new Map(names);
  const entry = "register/2025/order-general-5-od.yaml";
  const may = (path: string, all: ReadonlyMap<string, string> = files([entry, "x"])): boolean =>
    CONTENT_JOURNAL.files(path, all);

  it("is entries and records of documents, and of a user's folder what an entry names", () => {
    expect(may(entry)).toBe(true);
    for (const path of [
      "register/2025/x.txt",
      "register/25/x.yaml",
      "register/x.yaml",
      "register/2025/a/b.yaml",
      "register/2025/-x.yaml",
      "x/register/2025/x.yaml",
    ])
      expect(may(path), path).toBe(false);
    for (const path of ["orders/2025/5-od.yaml", "documents/act-1.yaml", "plans/2025.yaml", "orders/5-od.yaml"])
      expect(may(path), path).toBe(true);
    for (const path of [
      "orders/5-od.yml",
      "orders.yaml",
      "Orders/5.yaml",
      "orders/5-OD.yaml",
      "people/a.yaml",
      "orders/../x.txt",
    ])
      expect(may(path), path).toBe(false);
    const own = files([entry, 'a: 1\nrecord: "trips/museum"\nb: 2\n']);
    expect(may("trips/museum.yaml", own)).toBe(true);
    expect(may("trips/theatre.yaml", own)).toBe(false);
    expect(may("trips/museum.yaml", files(["orders/5-od.yaml", '\nrecord: "trips/museum"\n']))).toBe(false);
  });

  it("is records of a school year that was begun, while nobody has changed them", () => {
    const stamped = stampedWithYear("# editor\ntitle: Встреча\n", "2027/2028");
    expect(stamped.split("\n")[0]).toBe("# editor");
    expect(yearStampOf(stamped)).toEqual({ year: "2027/2028", whole: true });
    expect(yearStampOf(stamped.replace("Встреча", "Сбор"))).toEqual({ year: "2027/2028", whole: false });
    for (const text of [
      "title: x\n",
      "x # trc year 2027/2028 0123456789abcdef\n",
      "# trc year 2027-2028 0123456789abcdef\n",
      "# trc year 2027/2028 0123456789abcdeg\n",
      "# trc year 2027/2028 0123456789abcdef x\n",
    ])
      expect(yearStampOf(text), text).toBeNull();
    const path = "activities/2027-2028/meeting.yaml";
    expect(may(path, files([path, stamped]))).toBe(true);
    expect(may(path, files([path, stamped.replace("Встреча", "Сбор")]))).toBe(false);
    expect(may("activities.yaml", files(["activities.yaml", stamped]))).toBe(false);
  });

  it("is records of an upgrade with what takes it back, never what is sealed", () => {
    const upgrade = files([UPGRADE_UNDO, "{}"]);
    for (const path of [UPGRADE_UNDO, "people/a.yaml", "centre.yaml"]) expect(may(path, upgrade), path).toBe(true);
    for (const path of [entry, "approvals/x.yaml", "x.json"]) expect(may(path, upgrade), path).toBe(false);
  });
});
