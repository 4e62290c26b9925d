import { describe, expect, it } from "vitest";
import type { YamlData } from "../../../../src/base/yaml/index.ts";
import {
  activityPeriod,
  amendmentsOf,
  calendarOf,
  createViews,
  documentDate,
  documentNumber,
  endedOn,
  headOn,
  isEmployed,
  isHead,
  organisationName,
  revocationsOf,
  revokedOn,
} from "../../../../src/paperwork/facts/index.ts";
import { anyRecordsOf, recordsOf } from "../../../../src/paperwork/records/index.ts";
import { dossierOf } from "../../../support/plain-dossier.ts";

describe("heads and posts", () => {
  const dossier = dossierOf({
    organisations: {
      school: {
        names: [
          { full: "Школа № 1", short: "СШ 1", to: "2025-08-31" },
          { full: "Гимназия № 1", from: "2025-09-01" },
        ],
        heads: [
          { person: "old", to: "2025-08-31" },
          { person: "new", from: "2025-09-01" },
        ],
      },
    },
    people: { teacher: { positions: [{ organisation: "school", from: "2025-09-01", to: "2025-09-30" }] }, new: {} },
  });

  it("are those of the day, both ends of a period included", () => {
    expect(["2025-08-31", "2025-09-01"].map((day) => headOn(dossier, "school", day))).toEqual(["old", "new"]);
    expect(headOn(dossier, "nobody", "2025-09-01")).toBeUndefined();
    const days = ["2025-08-31", "2025-09-01", "2025-09-30", "2025-10-01"];
    expect(days.map((day) => isEmployed(dossier, { person: "teacher", organisation: "school", date: day }))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it("count a head as employed there, whether or not a post of the person says so", () => {
    expect(isHead(dossier, { person: "new", organisation: "school", date: "2025-09-01" })).toBe(true);
    expect(isEmployed(dossier, { person: "new", organisation: "school", date: "2025-09-01" })).toBe(true);
    expect(isEmployed(dossier, { person: "new", organisation: "school", date: "2025-08-31" })).toBe(false);
    expect(isEmployed(dossier, { person: "new", organisation: undefined, date: "2025-09-01" })).toBe(false);
  });

  it("have the name of the day, the newest when none is valid", () => {
    expect(["2025-08-31", "2025-09-01"].map((day) => organisationName(dossier, "school", day))).toEqual([
      "СШ 1",
      "Гимназия № 1",
    ]);
    expect(organisationName(dossier, "gone", "2025-09-01")).toBe("gone");
  });
});

describe("a document", () => {
  const dossier = dossierOf({
    orders: { own: { date: "2025-09-05", number: "1-ОД" }, bad: { date: "5 сентября" } },
    plans: { plan: { approved: { date: "2025-09-12" } } },
    documents: { sheet: { signed: "2025-10-01", date: "2025-10-02" } },
  });
  const record = (collection: string, id: string) =>
    anyRecordsOf(dossier, collection).find((one) => one.id === id) ?? (undefined as never);

  it("has its own day or that of its approval, with the pointer to it", () => {
    expect(documentDate(dossier, record("orders", "own"))).toEqual({ date: "2025-09-05", pointer: "/date" });
    expect(documentDate(dossier, record("plans", "plan"))).toEqual({ date: "2025-09-12", pointer: "/approved/date" });
    expect(documentDate(dossier, record("orders", "bad"))).toBeUndefined();
    expect(documentNumber(dossier, record("orders", "own"))).toBe("1-ОД");
    expect(documentNumber(dossier, record("plans", "plan"))).toBeUndefined();
  });

  it("has them where its kind says, and nowhere else", () => {
    expect(documentDate(dossier, record("documents", "sheet"), "signed")?.date).toBe("2025-10-01");
    expect(documentDate(dossier, record("documents", "sheet"), "approved.date")).toBeUndefined();
  });
});

describe("orders", () => {
  const dossier = dossierOf({
    orders: {
      "1": { kind: "order-general" },
      "2": { kind: "order-revocation", date: "2025-09-01", from: "2025-09-08", revokes: ["1"] },
      "3": { kind: "order-own", date: "2025-10-01", revokes: ["2"] },
    },
  });

  it("are revoked by an order of any kind, from the day it names or its own", () => {
    const days = ["2025-09-07", "2025-09-08", "2025-10-01"];
    expect(days.map((day) => [...revokedOn(dossier, day)])).toEqual([[], ["1"], ["1", "2"]]);
    expect(revocationsOf(dossier, "2").map(({ id }) => id)).toEqual(["3"]);
  });

  it("that give a status are at an end when a later order of the same recipient ends it, from the day it names", () => {
    const status = (action: string, date: string, recipient = "centre") => ({ action, date, recipient });
    const statuses = dossierOf({
      orders: {
        a: status("grant", "2024-09-05"),
        b: status("extend", "2025-09-05"),
        c: { ...status("revoke", "2026-03-02"), statusFrom: "2026-03-16" },
        d: status("grant", "2026-09-01"),
        e: status("grant", "2025-09-05", "school"),
      },
    });
    expect(["2026-03-15", "2026-03-16", "2026-12-01"].map((day) => [...endedOn(statuses, day)])).toEqual([
      [],
      ["a", "b"],
      ["a", "b"],
    ]);
  });

  it("show in a document what has changed and revoked them by its day", () => {
    const changed = dossierOf({
      orders: {
        a: { date: "2025-09-01" },
        b: { date: "2025-10-01", amends: [{ order: "a" }, { order: "a" }] },
        c: { date: "2025-11-01", amends: [{ order: "x" }] },
        d: { date: "2025-12-01", from: "2026-01-01", revokes: ["a"] },
      },
    });
    expect(amendmentsOf(changed, "a").map(({ id }) => id)).toEqual(["b"]);
    const seen = (day: string) => {
      const order = createViews(changed, day).all("orders")[0] as {
        readonly [list: string]: readonly { id: string }[];
      };
      return ["amendedBy", "revokedBy"].map((list) => order[list]?.map(({ id }) => id));
    };
    expect(["2025-09-30", "2025-10-01", "2025-12-01"].map(seen)).toEqual([
      [[], []],
      [["b"], []],
      [["b"], ["d"]],
    ]);
  });
});

describe("the term of an activity", () => {
  const termOf = (period: { readonly [name: string]: YamlData }) => {
    const dossier = dossierOf({
      plans: { plan: { schoolYear: { from: "2025-09-01", to: "2026-08-31" } } },
      calendar: {
        "2025": {
          schoolHolidays: [
            { season: "winter", from: "2025-12-31", to: "2026-01-11" },
            { season: "autumn", from: "2025-10-27", to: "2025-11-04" },
            { season: "summer", from: "2025-05-27", to: "2025-08-31" },
          ],
        },
      },
      activities: { one: { plan: "plan", period } },
    });
    const [record] = recordsOf(dossier, "activities");
    return record === undefined ? null : activityPeriod(dossier, record);
  };
  const activity = (period: { readonly [name: string]: YamlData }) => {
    const found = termOf(period);
    return found === null ? null : `${found.from} ${found.to} ${found.pointer}`;
  };
  const spans = (period: { readonly [name: string]: YamlData }) =>
    termOf(period)?.spans.map(({ from, to }) => `${from} ${to}`);

  it("is the same whichever way it is written", () => {
    expect(activity({ date: "2025-10-01" })).toBe("2025-10-01 2025-10-01 /period/date");
    expect(activity({ from: "2025-10-01", to: "2025-10-03" })).toBe("2025-10-01 2025-10-03 /period/from");
    expect(activity({ month: "2026-02" })).toBe("2026-02-01 2026-02-28 /period/month");
    expect(activity({ months: { from: "2025-11", to: "2026-02" } })).toBe("2025-11-01 2026-02-28 /period/months");
    expect(activity({ wholeYear: true })).toBe("2025-09-01 2026-08-31 /period");
    expect(activity({ every: "month", text: "каждый месяц" })).toBe("2025-09-01 2026-08-31 /period");
  });

  it("up to a day begins with the school year, and is placed on that day", () => {
    expect(activity({ by: "2025-12-25" })).toBe("2025-09-01 2025-12-25 /period/by");
    expect(spans({ by: "2025-12-25" })).toEqual(["2025-12-25 2025-12-25"]);
  });

  it("of separate months or days has a stretch for each, in order", () => {
    expect(activity({ inMonths: ["2026-02", "2025-11"] })).toBe("2025-11-01 2026-02-28 /period/inMonths");
    expect(spans({ inMonths: ["2026-02", "2025-11"] })).toEqual(["2025-11-01 2025-11-30", "2026-02-01 2026-02-28"]);
    expect(spans({ dates: ["2025-11-05", "2025-11-12"] })).toEqual(["2025-11-05 2025-11-05", "2025-11-12 2025-11-12"]);
  });

  it("in the holidays is that of the calendar, within the school year of the plan", () => {
    expect(activity({ holidays: "autumn" })).toBe("2025-10-27 2025-11-04 /period/holidays");
    expect(activity({ holidays: "all" })).toBe("2025-10-27 2026-01-11 /period/holidays");
    expect(activity({ holidays: "summer" })).toBeNull();
  });

  it("is not known while it is not filled in: an empty one is no whole year", () => {
    expect(activity({})).toBeNull();
    expect(activity({ from: "2025-10-01" })).toBeNull();
  });
});

describe("working days", () => {
  const dossier = dossierOf({
    settings: { settings: { workWeek: 6 } },
    calendar: {
      "2025": {
        year: 2025,
        holidays: [{ date: "2025-11-04", name: "День народного единства" }],
        transfers: [{ from: "2025-11-02", to: "2025-11-03" }],
      },
    },
  });

  it("follow the week of the settings, holidays and transfers; a year without a calendar has only weekends", () => {
    const calendar = calendarOf(dossier);
    expect(
      ["2025-11-01", "2025-11-02", "2025-11-03", "2025-11-04", "2026-01-01"]
        .map((d) => calendar.dayOff(d))
        .map((one) => (typeof one === "object" ? (one?.ru ?? null) : one)),
    ).toEqual([null, null, "выходной, перенесённый с другого дня", "День народного единства", "unknown"]);
    expect(calendar.onOrAfter("2025-11-03")).toBe("2025-11-05");
    expect(calendar.nextWorking("2025-11-02")).toBe("2025-11-05");
    expect(calendar.nextWorking("2025-12-31")).toBeNull();
    expect(calendar.isWorking("2026-01-01")).toBe(true);
    expect(calendar.knows(2026)).toBe(false);
  });
});
