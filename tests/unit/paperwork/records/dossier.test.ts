import { describe, expect, it } from "vitest";
import { anyRecordsOf, findRecord, recordAs, recordsOf } from "../../../../src/paperwork/records/index.ts";
import { dossierOf } from "../../../support/plain-dossier.ts";

describe("typed records", () => {
  it("are the very records where their data are of their types", () => {
    const dossier = dossierOf({
      orders: { "1": { kind: "order-general", date: "2026-01-12", items: [{ text: "Провести" }] } },
    });
    const [order] = recordsOf(dossier, "orders");
    expect(order?.data.items?.[0]?.text).toBe("Провести");
    expect(order).toBe(anyRecordsOf(dossier, "orders")[0]);
    expect(findRecord(dossier, "orders", "1")).toBe(order);
  });

  it("lack what is not of its type, and keep the places in lists and what a user's kind adds", () => {
    const dossier = dossierOf({
      orders: {
        "1": {
          kind: "order-own",
          date: "12 января",
          subject: 5,
          items: ["Провести", { text: null, due: "2026-01-12" }],
          revokes: "2",
          grounds: [null, { order: "3" }],
          acknowledge: ["ivanova", 7],
          mood: ["good"],
        },
      },
    });
    const [order] = recordsOf(dossier, "orders");
    expect(order?.data).toEqual({
      kind: "order-own",
      items: [{}, { due: "2026-01-12" }],
      grounds: [{}, { order: "3" }],
      acknowledge: ["ivanova", ""],
      mood: ["good"],
    });
    expect(recordsOf(dossier, "orders")[0]).toBe(order);
    expect(anyRecordsOf(dossier, "orders")[0]?.data.subject).toBe(5);
  });

  it("keep values of an enumeration only when it has them, and the first shape that fits of several", () => {
    const dossier = dossierOf({
      settings: { settings: { workWeek: 7, rules: { TRC2101: "off", TRC2102: "loud" } } },
      documents: { a: { rows: 20 }, b: { rows: [{ person: "x", date: 3 }] }, c: { rows: "нет" } },
    });
    expect(findRecord(dossier, "settings", "settings")?.data).toEqual({ rules: { TRC2101: "off" } });
    expect(recordsOf(dossier, "documents").map(({ data }) => data.rows)).toEqual([20, [{ person: "x" }], undefined]);
  });

  it("are chosen by kind, and typed from a record of unknown collection", () => {
    const dossier = dossierOf({ orders: { "1": { kind: "order-general" }, "2": { kind: "order-revocation" } } });
    expect(recordsOf(dossier, "orders", "order-revocation").map(({ id }) => id)).toEqual(["2"]);
    const [record] = anyRecordsOf(dossier, "orders");
    expect(record && recordAs(record, "orders")).toBe(record);
    expect(record && recordAs(record, "plans")).toBeUndefined();
  });
});
