import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { HELPERS } from "../../../../src/typesetting/markup/helpers/index.ts";
import { text } from "../../../support/render.ts";

/** Names that the examples of the helpers use (docs/helpers.md says what they are). */
const SCOPE = {
  person: {
    declinable: "person",
    text: "Смирнова Ольга Леонидовна",
    gender: "feminine",
    cases: null,
    place: { file: "", start: { line: 1, column: 1 }, end: { line: 1, column: 1 } },
    person: { surname: "Смирнова", given: "Ольга", patronymic: "Леонидовна" },
  },
  orders: [
    { number: "1-ОД", date: "2025-09-05", kind: "order-general", pages: 5, topics: null },
    { number: "4-ОД", date: "2025-10-01", kind: "order-event", pages: 3, topics: ["семинар"] },
  ],
  year: { from: "2025-09-01", to: "2026-05-31" },
  term: { date: null, from: null, to: null, month: "2025-09", months: null },
  aliasCases: { genitive: "Центра" },
};

describe("the example of a helper", () => {
  const examples = [
    ...readFileSync("docs/helpers.md", "utf8").matchAll(/^\| `(\w+)[^|]* \| [^|]* \| `([^`|]+)` → (.*) \|$/gm),
  ].map(([, name = "", call = "", result = ""]) => [name, call, result] as const);

  it("stands at every helper but the two that need a whole set of records", () => {
    const shown = new Set(examples.map(([name]) => name));
    expect(Object.keys(HELPERS).filter((name) => !shown.has(name))).toEqual(["on", "all"]);
  });

  it.each(examples)("%s: %s → %s", (_name, call, result) => {
    const source = /^(true|false)$/.test(result) ? `{{#if (${call})}}true{{else}}false{{/if}}` : `{{${call}}}`;
    expect(text(source, SCOPE).replaceAll("\u00a0", " ")).toBe(result.replace(/^«|»$/g, ""));
  });
});
