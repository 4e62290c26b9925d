import { expect, it } from "vitest";
import {
  documentNumbers,
  formatNumber,
  nextFree,
  parseNumber,
  takenNumbers,
} from "../../../../src/paperwork/facts/index.ts";
import { dossierOf } from "../../../support/plain-dossier.ts";

const dossier = dossierOf({
  orders: {
    a: { kind: "order-general", issuer: "centre", number: "01-05/92", date: "2026-03-01" },
    b: { kind: "order-general", issuer: "centre", number: "01-05/93", date: "2026-03-02" },
    c: { kind: "order-general", issuer: "centre", number: "01-06/200", date: "2026-03-02" },
    d: { kind: "order-general", issuer: "centre", number: "87-ОД", date: "2026-03-03" },
    e: { kind: "order-status", issuer: "centre", number: "12а-ОД", date: "2026-03-03" },
    f: { kind: "order-general", issuer: "centre", number: "__-ОД", date: "2026-09-03" },
    g: { kind: "order-general", issuer: "committee", number: "500-ОД", date: "2026-03-03" },
    h: { kind: "order-general", issuer: "centre", number: "600-ОД", date: "2025-03-03" },
    i: { kind: "order-general", issuer: "centre", number: "3", date: "2026-03-03" },
  },
  agreements: {
    j: {
      kind: "agreement-base",
      number: "2/2026-ТРЦ",
      date: "2026-01-10",
      parties: { first: { organisation: "school" }, second: { organisation: "centre" } },
    },
  },
  plans: { k: { kind: "work-plan", number: "7", approved: { date: "2026-09-01" } } },
  documents: {
    l: { kind: "act", number: "4", date: "2026-02-01" },
    m: { kind: "destruction-act", number: "9", date: "2026-02-01" },
    n: { kind: "act", number: "90-ОД", date: "2026-03-04" },
  },
  register: {
    o: {
      document: "act.gone",
      sheet: "gone",
      author: "centre",
      suffix: "",
      year: 2026,
      number: "5",
      date: "2026-01-09",
    },
    p: {
      document: "order-general.gone",
      order: "gone",
      author: "centre",
      suffix: "-ОД",
      year: 2026,
      number: "133/6-ОД",
      date: "2026-02-09",
    },
    q: {
      document: "regulation.r",
      regulation: "r",
      author: "centre",
      year: 2026,
      number: "700-ОД",
      date: "2026-02-09",
    },
  },
});

function next(like: string, collection: string, kind: string): string {
  const form = parseNumber(like) ?? { prefix: "", suffix: "" };
  return formatNumber(nextFree(dossier, { author: "centre", year: 2026, form, of: { collection, kind } }));
}

it("the next free number keeps the index of the case, the suffix and the year", () => {
  expect(next("01-05/92", "orders", "order-general")).toBe("01-05/94");
  expect(next("1/2026-ТРЦ", "agreements", "agreement-committee")).toBe("3/2026-ТРЦ");
  expect(next("1-К", "orders", "order-general")).toBe("1-К");
});

it("a number is taken by an entry of the register whose record is gone, and by a document of whatever folder with the same index", () => {
  expect(next("__-ОД", "orders", "order-general")).toBe("134-ОД");
  const series = {
    author: "centre",
    year: 2026,
    form: { prefix: "", suffix: "-од" },
    of: { collection: "orders", kind: null },
  };
  expect(takenNumbers(dossier, series).map(({ record }) => record.id)).toEqual(["p", "d", "e", "n"]);
});

it("without an index acts do not count the numbers of orders, plans or other acts", () => {
  expect(next("1", "documents", "act")).toBe("6");
  expect(next("1", "documents", "destruction-act")).toBe("10");
  expect(next("1", "orders", "order-amendment")).toBe("4");
  expect(next("1", "plans", "work-plan")).toBe("8");
});

it("an agreement is numbered by the party that its kind calls the author: one number of two parties is taken by one of them", () => {
  const parties = { first: { organisation: "committee" }, second: { organisation: "school" } };
  const agreements = {
    a: { kind: "agreement-theirs", number: "1-Д", date: "2026-03-01", parties },
    b: { kind: "agreement-ours", number: "1-Д", date: "2026-03-02", parties },
    c: { kind: "agreement-other", number: "1-Д", date: "2026-03-03", parties },
  };
  const kinds = new Map([
    ["agreement-theirs", { number: "number", author: "parties.first.organisation" }],
    ["agreement-ours", { number: "number", author: "parties.second.organisation" }],
    ["agreement-other", { number: "number", author: null }],
  ]);
  const taken = documentNumbers({ ...dossierOf({ agreements }), kinds });
  expect(taken.map(({ series }) => series.author)).toEqual(["committee", "school", "centre"]);
  expect(new Set(taken.map(({ series }) => series.key)).size).toBe(3);
});

it("numbers that a register calls taken belong to documents outside: the next one follows them, in their series and year only", () => {
  const taken = [{ from: 1, to: 86 }, { from: 90 }];
  const register = { kind: "order-register", year: 2026, issuer: "centre", suffix: "-ОД", taken };
  const orders = { a: { kind: "order-general", issuer: "centre", number: "87-ОД", date: "2026-09-07" } };
  const shared = dossierOf({ orders, documents: { register } });
  const next = (year: number, suffix: string): string =>
    formatNumber(
      nextFree(shared, {
        author: "centre",
        year,
        form: { prefix: "", suffix },
        of: { collection: "orders", kind: null },
      }),
    );
  expect([next(2026, "-ОД"), next(2026, "-од"), next(2027, "-ОД"), next(2026, "-К")]).toEqual([
    "91-ОД",
    "91-од",
    "1-ОД",
    "1-К",
  ]);
});
