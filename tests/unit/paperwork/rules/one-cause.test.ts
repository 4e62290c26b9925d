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
