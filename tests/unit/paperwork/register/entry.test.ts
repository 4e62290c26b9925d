import { describe, expect, it } from "vitest";
import { sha256 } from "../../../../src/base/text/index.ts";
import type { ContentRecord, Dossier } from "../../../../src/paperwork/records/index.ts";
import {
  type EntryFields,
  encodeEntry,
  entriesOf,
  entryNumber,
  inForce,
  recordNamed,
  referenceTo,
  seriesOf,
} from "../../../../src/paperwork/register/index.ts";

const fields: EntryFields = {
  document: "order-general.91-od-2025",
  order: "91-od-2025",
  author: "centre",
  suffix: "-ОД",
  year: 2025,
  number: "91-ОД",
  date: "2025-09-05",
  registered: "2025-09-08",
  title: "Приказ «О плане»",
  organisation: "Школа",
  pages: 2,
  digest: "12",
  text: ["Первая строка", "вторая: «она»"],
};

describe("an entry names its record", () => {
  it.each([
    ["orders", "order"],
    ["agreements", "agreement"],
    ["regulations", "regulation"],
    ["plans", "plan"],
    ["reports", "report"],
    ["documents", "sheet"],
  ])("of %s by a property of its own", (collection, key) => {
    const named = { collection, id: "x-1" };
    expect(referenceTo(named)).toEqual({ [key]: "x-1" });
    expect(recordNamed(referenceTo(named))).toEqual(named);
  });

  it("of any other folder with the folder", () => {
    const named = { collection: "trips", id: "museum" };
    expect(referenceTo(named)).toEqual({ record: "trips/museum" });
    expect(recordNamed({ record: "trips/museum" })).toEqual(named);
  });

  it("or none", () => {
    expect(recordNamed({})).toBeNull();
    expect(recordNamed({ record: "trips" })).toBeNull();
  });
});

describe("the number of an entry", () => {
  const of = (own: Partial<EntryFields>): string | undefined => entryNumber({ ...fields, ...own });

  it("is one in whatever spelling", () => {
    expect(of({ number: "091-од" })).toBe(of({}));
    expect(of({ number: "92-ОД" })).not.toBe(of({}));
  });

  it("is as it is written where it has no ordinal, and none without an index", () => {
    expect(of({ number: "б/н" })).toBe("б/н");
    const { suffix: _, ...bare } = fields;
    expect(entryNumber(bare)).toBeUndefined();
  });

  it("is counted by each kind of sheet apart", () => {
    const { order: _, ...sheet } = fields;
    const act = entryNumber({ ...sheet, sheet: "a", document: "act.a" });
    expect(act).toMatch(/^act /);
    expect(entryNumber({ ...sheet, sheet: "b", document: "act.b" })).toBe(act);
    expect(entryNumber({ ...sheet, sheet: "b", document: "notice.b" })).not.toBe(act);
    expect(of({})).not.toMatch(/^order/);
  });
});

it("a series is the folder, the author, the index and the year", () => {
  expect(seriesOf(fields)).toBe("orders centre №-ОД 2025");
  expect(seriesOf({ ...fields, suffix: "-од" })).toBe(seriesOf(fields));
  const { suffix: _, order: __, ...bare } = fields;
  expect(seriesOf({ ...bare, plan: "2025" })).toBe("plans centre б/н 2025");
  expect(seriesOf(bare)).toBe("? centre б/н 2025");
});

describe("the file of an entry", () => {
  it("has a line a property, quotes where YAML needs them, and its own digest last", () => {
    const { text, seal } = encodeEntry({ ...fields, caseIndex: "01-05" }, { entry: 7, previous: "ab" }, "schema.json");
    const lines = text.split("\n");
    expect(lines[0]).toBe("# yaml-language-server: $schema=schema.json");
    expect(lines.filter((line) => line.startsWith("# "))).toHaveLength(3);
    expect(lines.slice(3)).toEqual([
      "document: order-general.91-od-2025",
      'order: "91-od-2025"',
      "author: centre",
      'suffix: "-ОД"',
      "year: 2025",
      "entry: 7",
      'number: "91-ОД"',
      "date: 2025-09-05",
      "registered: 2025-09-08",
      'title: "Приказ «О плане»"',
      'organisation: "Школа"',
      'caseIndex: "01-05"',
      "pages: 2",
      'digest: "12"',
      "text:",
      '  - "Первая строка"',
      '  - "вторая: «она»"',
      'previous: "ab"',
      `seal: ${seal}`,
      "",
    ]);
    expect(seal).toBe(sha256(`${lines.slice(0, -2).join("\n")}\n`));
  });

  it("writes what YAML takes for a line end, or no file may hold, by its code", () => {
    const { text } = encodeEntry(
      { ...fields, title: "а\u2028б\u0085в\ufeff", text: ["\u007f"] },
      { entry: 1, previous: null },
    );
    expect(text).toContain('title: "а\\u2028б\\u0085в\\ufeff"');
    expect(text).toContain('  - "\\u007f"');
    expect(text).not.toMatch(/^previous/m);
  });
});

describe("the entries of a dossier", () => {
  const place = { file: "x", start: { line: 1, column: 1 }, end: { line: 1, column: 2 } };
  const where = { placeAt: () => place, placeOf: () => place, keyPlaceOf: () => place };
  const record = (id: string, data: ContentRecord["data"]): ContentRecord => {
    const source = `register/2025/${id}.yaml`;
    return {
      collection: "register",
      id,
      file: source,
      source,
      kind: null,
      data,
      schema: "",
      text: "",
      spans: [],
      ...where,
    };
  };
  const read = (...records: readonly ContentRecord[]) => {
    const collections = new Map([["register", new Map(records.map((one) => [one.id, one]))]]);
    const dossier: Dossier = { collections, schemas: { schemas: new Map(), kinds: new Set() } };
    return entriesOf(dossier);
  };
  const entry = (id: string, own: object) => record(id, { ...fields, text: [...fields.text], ...own });

  it("stand by series, place and document", () => {
    const found = read(
      entry("d", { entry: 2, document: "order-general.b" }),
      entry("c", { entry: 10 }),
      entry("b", { entry: 2, document: "order-general.a" }),
      entry("a", { entry: 1, year: 2026 }),
      entry("e", { entry: 1 }),
    );
    expect(found.map(({ id }) => id)).toEqual(["e", "b", "d", "c", "a"]);
  });

  it("take what is no text for what is not given", () => {
    const [odd] = read(entry("a", { entry: 1, number: 91, prefix: 5, suffix: ["-ОД"] }));
    expect([odd?.fields.number, odd?.fields.prefix, odd?.fields.suffix, odd?.fields.title]).toEqual([
      undefined,
      undefined,
      undefined,
      fields.title,
    ]);
    expect("record" in (odd?.fields ?? {})).toBe(false);
  });

  it("are in force until a later one of their series annuls them", () => {
    const [first, annulment, other] = read(
      entry("a", { entry: 1 }),
      entry("b", { entry: 2, annulledBy: "lugovaya-ol" }),
      entry("c", { entry: 1, year: 2026 }),
    );
    expect(inForce([first, annulment, other].flatMap((one) => one ?? []))).toEqual([other]);
    const again = read(entry("b", { entry: 2, annulledBy: "lugovaya-ol" }), entry("c", { entry: 2 }));
    expect(inForce(again).map(({ id }) => id)).toEqual(["c"]);
  });
});
