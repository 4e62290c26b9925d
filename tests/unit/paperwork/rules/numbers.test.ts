import { describe, expect, it } from "vitest";
import { FaultBase } from "../../../support/fault-base.ts";

const ACT = "documents/act-1-2025.yaml";

describe("numbers with the index of a case before them are checked like the others", () => {
  const base = new FaultBase("content");
  const pattern = base.texts.get("orders/2026/11-od-2026.yaml") ?? "";
  const order = (number: string, date: string): string =>
    pattern.replace('number: "11-ОД"', `number: "${number}"`).replace("date: 2026-02-05", `date: ${date}`);
  const found = (first: string, second: string, code: string) =>
    base
      .check({
        "orders/2026/a1-2026.yaml": order(first, "2026-03-04"),
        "orders/2026/a2-2026.yaml": order(second, "2026-03-03"),
      })
      .filter((one) => one.code === code && JSON.stringify(one.place?.file ?? "").includes("/2026/a"));

  it.each([
    ["92-ЗЗ", "93-ЗЗ"],
    ["01-05/92", "01-05/93"],
    ["01-05/92-К", "01-05/93-К"],
  ])("%s and %s out of the order of their dates are found", (first, second) =>
    expect(found(first, second, "TRC2102")).toHaveLength(1),
  );

  it("numbers of two cases are two series", () => expect(found("01-05/92", "01-06/93", "TRC2102")).toEqual([]));

  it("a number twice is answered with the next of its series", () =>
    expect(found("01-05/92", "01-05/92", "TRC2101").map(({ expected }) => expected)).toEqual(["01-05/93"]));

  it("a register is asked for by the index of the case", () => {
    const [one] = found("01-05/92", "01-05/93", "TRC2103");
    expect(one?.message.ru).toContain("с индексом «01-05»");
    expect(JSON.stringify(one)).not.toContain("-05/92\\");
  });

  it.each(["01-05/92", "01-05/92-ОД", "92", "92-К"])("a register as the hint for %s says is accepted", (number) => {
    const changes = { "orders/2026/a1-2026.yaml": order(number, "2026-03-04") };
    const [missing] = base.check(changes).filter(({ code }) => code === "TRC2103");
    const said = /с (issuer: .*)$/
      .exec(missing?.hints[0]?.ru ?? "")?.[1]
      ?.split(", ")
      .join("\n");
    const register = `# yaml-language-server: $schema=../../templates/order-register/schema.json
kind: order-register
date: 2026-12-30
keeper: gonchar-tm
${said}
`;
    const codes = base.check({ ...changes, "documents/again.yaml": register }).map(({ code }) => code);
    expect(codes.filter((code) => ["TRC1107", "TRC2103"].includes(code) || code.startsWith("TRC1"))).toEqual([]);
  });

  it.each(["012-ЗЗ", "12-зз"])("12-ЗЗ and %s are one number", (again) =>
    expect(found("12-ЗЗ", again, "TRC2101").map(({ expected }) => expected)).toEqual(["13-ЗЗ"]),
  );

  it("92-зз and 93-ЗЗ are numbers of one series", () => expect(found("92-зз", "93-ЗЗ", "TRC2102")).toHaveLength(1));

  it("an act and an order with one index share their series", () => {
    const act = (number: string): string =>
      (base.texts.get(ACT) ?? "")
        .replace(/^number: .*$/m, `number: "${number}"`)
        .replace(/^date: .*$/m, "date: 2026-03-05");
    const taken = base
      .check({ "orders/2026/a1-2026.yaml": order("12-ЗЗ", "2026-03-04"), [ACT]: act("12-ЗЗ") })
      .filter(({ code }) => code === "TRC2101");
    expect(taken.map(({ place }) => place?.file.split("/").at(-1))).toEqual([ACT.split("/").at(-1)]);
  });
});

describe("numbers that the school's own journal has given to other orders", () => {
  const base = new FaultBase("content");
  const shared = (taken: string): { readonly [file: string]: string } => ({
    "documents/register-2026.yaml": `${base.texts.get("documents/register-2026.yaml")}taken: ${taken}\n`,
  });

  it("are no lack of the register", () => expect(base.check(shared("[{from: 1}, {from: 12, to: 86}]"))).toEqual([]));

  it("are not free: who has one is told the next, and where the register says so", () => {
    const [one, ...others] = base.check(shared("[{from: 9, to: 86}]"));
    expect(others).toEqual([]);
    expect([one?.code, one?.place?.file, one?.expected]).toEqual([
      "TRC2101",
      expect.stringContaining("orders/2026/11-od-2026.yaml"),
      "87-ОД",
    ]);
    expect(one?.related?.map(({ place }) => place?.file)).toEqual([expect.stringContaining("register-2026.yaml")]);
  });
});
