import { describe, expect, it } from "vitest";
import { changedData } from "../../../../src/base/yaml/index.ts";
import { fits, isBlank, readDay, shownDay, wishToRemove, wishToSet } from "../../../../src/desk/page/browser/values.ts";
import type { PageValue } from "../../../../src/desk/page/page-types.ts";

const DATA = { number: "1", items: [{ text: "а" }], one: ["x"] };

describe("what a field asks for", () => {
  it.each<[string, PageValue, PageValue]>([
    ["/number", "2", { ...DATA, number: "2" }],
    ["/items/0/due", "2025-01-01", { ...DATA, items: [{ text: "а", due: "2025-01-01" }] }],
    ["/items/1/text", "б", { ...DATA, items: [{ text: "а" }, { text: "б" }] }],
    ["/items/1/assignees/0", "б", { ...DATA, items: [{ text: "а" }, { assignees: ["б"] }] }],
    ["/period/from", "б", { ...DATA, period: { from: "б" } }],
    ["/signers/0/name", "б", { ...DATA, signers: [{ name: "б" }] }],
  ])("gives %s its value, with all that it stands in", (at, value, wanted) => {
    expect(changedData(DATA, wishToSet(DATA, at, value, []).change)).toEqual(wanted);
  });

  it("takes out a property, an item, and a list that would be empty and need not be there", () => {
    const { number: _, ...rest } = DATA;
    const take = (at: string, required?: boolean): unknown => {
      const wish = wishToRemove(DATA, at, required);
      return wish === null ? null : changedData(DATA, wish.change);
    };
    expect(take("/number")).toEqual(rest);
    expect(take("/one/0")).toEqual({ number: "1", items: DATA.items });
    expect(take("/one/0", true)).toEqual({ ...DATA, one: [] });
    expect(take("/nothing")).toBeNull();
  });

  it("shows a number of a list, and no other", () => {
    const field = { name: "workWeek", label: "", hint: "", example: "", required: false, control: "choice" } as const;
    const choices = [{ value: 5, label: "пять" }];
    expect([5, 7, "5"].map((value) => fits({ ...field, choices }, value))).toEqual([true, false, true]);
  });

  it("reads days as people write them, and only those of the calendar", () => {
    expect(["5.9.2025", "05.09.2025", " 05,09,2025 ", "05/09/2025"].map(readDay)).toEqual(Array(4).fill("2025-09-05"));
    expect(["30.02.2025", "5.9.25", "2025-09-05", "пятое"].map(readDay)).toEqual([null, null, null, null]);
    expect(shownDay("2025-09-05")).toBe("05.09.2025");
  });
});

it("calls a field not filled in where nothing stands, not where something else must", () => {
  const data = { number: null, period: { from: null }, days: "two" };
  const said = (pointer: string | null, code = "TRC1103"): boolean => isBlank({ code, pointer }, data);
  expect(["/number", "/period/from", "/absent"].map((at) => said(at))).toEqual([true, true, true]);
  expect([said("/days"), said("/period"), said(null), said("/number", "TRC1101")]).toEqual([
    false,
    false,
    false,
    false,
  ]);
});
