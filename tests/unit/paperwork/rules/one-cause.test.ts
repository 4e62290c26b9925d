import { describe, expect, it } from "vitest";
import { FaultBase } from "../../../support/fault-base.ts";

const base = new FaultBase("content");

/** Codes for an order of another date. */
function codes(file: string, from: string, to: string): readonly string[] {
  const text = base.textOf(file)?.replace(from, to) ?? "";
  expect(text).toContain(to);
  return base.check({ [file]: text }).map(({ code }) => code);
}

describe("a wrong date of a document", () => {
  it.each([
    ["orders/2026/11-od-2026.yaml", "date: 2026-02-05", "date: 2027-02-05", "TRC2252", "TRC2137"],
    ["orders/2026/11-od-2026.yaml", "date: 2026-02-05", "date: 2026-12-05", "TRC2137", "TRC2252"],
    ["orders/2025/112-od-2025.yaml", "date: 2025-11-06", "date: 2026-11-06", "TRC2252", "TRC2137"],
  ])("is not told again by days and years of its text, nor by the register: %s %s", (file, from, to, code, other) => {
    const found = codes(file, from, to);
    expect(found).toContain(code);
    expect(found).not.toContain(other);
    expect(found).not.toEqual(expect.arrayContaining([expect.stringMatching(/TRC2248|TRC2250|TRC2254/)]));
  });
});

describe("one wrong value", () => {
  const clean = new Set(base.check({}, "2026-12-31").map(({ code, place }) => `${code} ${place?.file}`));

  it.each([
    ["results/2025-2026/certification.yaml", "- date: 2025-10-16", "- date: 2025-11-16", ["TRC2227"]],
    ["results/2025-2026/math-olympiad.yaml", "- date: 2025-11-13", "- date: 2025-11-04", ["TRC2131"]],
    ["results/2025-2026/council.yaml", "- date: 2026-05-27", "- date: 2026-12-27", ["TRC2130"]],
    ["results/2025-2026/network-lessons.yaml", "- date: 2026-01-20", "- date: 2027-01-20", ["TRC2130"]],
    ["results/2025-2026/master-class.yaml", "- date: 2026-04-23", "- date: 2026-03-23", ["TRC2131"]],
    ["activities/2025-2026/master-class.yaml", "to: 2026-04-24", "to: 2025-04-24", ["TRC2107"]],
    ["activities/2025-2026/science-conference.yaml", "date: 2025-12-11", "date: 2026-12-11", ["TRC2109"]],
    ["agreements/1-2025-trc.yaml", "due: 2026-06-15", "due: 2027-06-15", ["TRC2212"]],
    ["agreements/1-2025-trc.yaml", "145-od-2025", "112-od-2025", ["TRC2263"]],
    ["orders/2025/88-od-2025.yaml", 'order: "145-od-2025"', 'order: "131-od-2025"', ["TRC2205"]],
    ["orders/2026/98-od-2026.yaml", "statusFrom: 2026-09-01", "statusFrom: 2025-09-01", ["TRC2208"]],
    ["orders/2025/112-od-2025.yaml", "провести 20.11.2025", "провести 03.11.2025", ["TRC2248"]],
    ["orders/2025/88-od-2025.yaml", 'number: "88-ОД"', 'number: "112-ОД"', ["TRC2252"]],
    ["documents/approval-1-2025.yaml", "date: 2025-09-08, remark", "date: 2025-09-21, remark", ["TRC2144"]],
    ["centre.yaml", "short: МБОУ «Примерненская СШ»", "short: МБОУ «Примернинская СШ»", ["TRC2277"]],
    ["orders/2025/87-od-2025.yaml", "to: 2026-08-31", "to: 2026-01-31", ["TRC2110"]],
  ] as const)("is one finding: %s %s → %s", (file, from, to, expected) => {
    const text = base.textOf(file)?.replace(from, to) ?? "";
    expect(text).toContain(to);
    const found = base
      .check({ [file]: text }, "2026-12-31")
      .filter(({ code, place, severity }) => severity !== "info" && !clean.has(`${code} ${place?.file}`));
    expect(found.map(({ code, place }) => `${code} ${place?.file}`)).toEqual(
      expected.map((code) => `${code} content/${file}`),
    );
  });
});

describe("an order on responsible persons that is revoked with none in its place", () => {
  const revocation = (from: string): string =>
    (base.textOf("orders/2025/127-od-2025.yaml") ?? "")
      .replace('"127-ОД"', '"15-ОД"')
      .replaceAll("2025-12-08", from)
      .replace('["119-od-2025"]', '["87-od-2025"]');
  const found = (changes: { readonly [file: string]: string }): readonly string[] =>
    base
      .check(changes)
      .filter(({ code }) => code === "TRC2110")
      .map(({ place, message }) => `${place?.file} ${message.en.replace(/^.*: /, "")}`);

  it("is one finding where it is revoked, however many activities it leaves", () => {
    expect(found({ "orders/2026/15-od-2026.yaml": revocation("2026-02-16") })).toEqual([
      "content/orders/2026/15-od-2026.yaml 9",
    ]);
    // None is left when another order takes over on the same day.
    const next = (base.textOf("orders/2025/87-od-2025.yaml") ?? "")
      .replace('"87-ОД"', '"16-ОД"')
      .replace("date: 2025-09-08", "date: 2026-02-16");
    expect(next).toContain("date: 2026-02-16");
    const changes = {
      "orders/2026/15-od-2026.yaml": revocation("2026-02-16"),
      "orders/2026/16-od-2026.yaml": next,
    };
    expect(found(changes)).toEqual([]);
  });
});

describe("a holiday that moves from year to year", () => {
  it("is no slip in the calendar of either year", () => {
    const added = Object.fromEntries(
      ["2025-04-29", "2026-04-21"].map((day) => {
        const file = `calendar/${day.slice(0, 4)}.yaml`;
        return [
          file,
          base.textOf(file)?.replace("holidays:\n", `holidays:\n  - {date: ${day}, name: Радоница}\n`) ?? "",
        ];
      }),
    );
    expect(Object.values(added).join("")).toContain("2025-04-29, name: Радоница");
    expect(base.check(added).map(({ code }) => code)).not.toContain("TRC2214");
  });
});
