import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { explainCode, FINDINGS, rulePages } from "../../../../src/desk/explain/index.ts";
import { RULES } from "../../../../src/paperwork/rules/index.ts";

const codes = [...FINDINGS.keys()];

describe("pages of codes", () => {
  it("tell the ground of every code, in both languages", () => {
    for (const { title, why } of FINDINGS.values())
      for (const words of [title.ru, title.en, why.ru, why.en]) expect(words.length).toBeGreaterThan(8);
  });

  it("lie in docs/rules as the program prints them", () => {
    const pages = rulePages();
    expect(readdirSync("docs/rules").sort()).toEqual([...pages.keys()].sort());
    for (const [name, text] of pages) expect(readFileSync(`docs/rules/${name}`, "utf8")).toBe(text);
  });

  it("map every check to a rule or say what else holds it", () => {
    const table = rulePages().get("README.md") ?? "";
    const rows = [...table.matchAll(/^\| (V\d\d) \| (.*?) \| (.*?) \|$/gm)];
    expect(rows).toHaveLength(65);
    expect(rows.map(([, validation]) => validation)).toEqual(
      Array.from({ length: 65 }, (_, index) => `V${String(index + 1).padStart(2, "0")}`),
    );
    expect(rows.filter(([, , codes, other]) => codes === "–" && other === "")).toEqual([]);
  });

  it("name no check and no code that is not there", () => {
    const table = rulePages().get("README.md") ?? "";
    const rows = [...table.matchAll(/^\| (V\d\d) \| (.*?) \| (.*?) \|$/gm)];
    const known = new Set(rows.map(([, validation]) => validation));
    expect(RULES.flatMap(({ validations }) => validations).filter((one) => !known.has(one))).toEqual([]);
    expect(RULES.filter(({ validations }) => validations.length === 0)).toEqual([]);
    // «TRC70xx» stands for a family of codes.
    const named = rows.flatMap(([row]) => row.match(/TRC\d{2}(?:\d{2}|xx)/g) ?? []);
    const there = (code: string): boolean => codes.some((one) => one.startsWith(code.replace("xx", "")));
    expect(named.filter((code) => !there(code))).toEqual([]);
  });
});

describe("explainCode", () => {
  it.each(["TRC2101", "trc2101", "2101"])("understands %s", (asked) =>
    expect(explainCode(asked)).toMatchObject({ found: true, page: expect.stringContaining("# TRC2101.") }),
  );
  it("offers what looks like an unknown code", () =>
    expect(explainCode("TRC2011")).toEqual({ found: false, near: expect.arrayContaining(["TRC2101"]) }));

  it("explains every code in English: what is Russian stands in quotes, in the norm or in the example", () => {
    for (const code of codes) {
      const explained = explainCode(code, "en");
      const page = explained.found ? explained.page : "";
      const [title = "", why = ""] = [/^# .*$/m.exec(page)?.[0], /## Why\n\n(.*)\n/.exec(page)?.[1]];
      expect([code, title.length > 12, why.length > 12]).toEqual([code, true, true]);
      expect(`${title} ${why}`.replace(/«[^»]*»|"[^"]*"/g, "")).not.toMatch(/\p{Script=Cyrillic}{2}/u);
    }
  });
});
