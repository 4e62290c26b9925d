import { createRequire } from "node:module";
import { afterEach, describe, expect, it, vi } from "vitest";
import { sha256 } from "../../../../src/base/text/index.ts";
import { MADE_TEMPLATES, type MadeTemplate } from "../../../../src/typesetting/markup/made-templates.ts";
import { makeTemplate } from "../../../../src/typesetting/markup/make-template.ts";
import { render } from "../../../support/render.ts";

/** Sources have none. */
const table = MADE_TEMPLATES as { [digest: string]: () => MadeTemplate };
const forget = (): void => {
  for (const digest of Object.keys(table)) delete table[digest];
};
afterEach(forget);

const FIRST = 1_000_000_000;
const BODY =
  "Слово «{{record.title}}»\n\n{{#each record.list}}\n- {{this}}, {{@number}}\n{{/each}}\n\n{{> line word=record.title}}\n";
const LINE = "Строка: {{word}}\n\n{{#if record.flag}}Дальше {{record.titel}}{{/if}}\n";
const options = (flag: boolean) => ({
  variables: { record: { title: "Название «А»", list: ["а", "б"], flag } },
  partials: { line: LINE },
});

/** The table with these made beforehand; `asked` counts what was taken of it. */
function withMade(...sources: readonly string[]) {
  const asked = vi.fn();
  let first = FIRST;
  for (const source of sources) {
    const made = makeTemplate({ path: "elsewhere.hbs", source }, new Set(["line"]), first);
    if (made === null) throw new Error(source);
    first = made.next;
    const take = new Function(`return ${made.code}`)() as () => MadeTemplate;
    table[made.digest] = () => {
      asked(source);
      return take();
    };
  }
  return asked;
}

describe("a template that was made beforehand", () => {
  it.each([true, false])("gives what it gives otherwise, its findings at their places (%s)", (flag) => {
    const plain = render(BODY, options(flag));
    const asked = withMade(BODY, LINE);
    expect(render(BODY, options(flag))).toEqual(plain);
    expect(asked.mock.calls.flat()).toEqual(expect.arrayContaining([BODY, LINE]));
    expect(plain.diagnostics.map(({ code, place }) => `${code} ${place?.file}:${place?.start.line}`)).toEqual(
      flag ? ["TRC3210 partials/line.hbs:3"] : [],
    );
  });

  it("is passed over where a partial is missing, and for the second of two files of the same words", () => {
    withMade(BODY, LINE);
    const codes = (partials: { readonly [name: string]: string }) =>
      render(BODY, { ...options(true), partials }).diagnostics.map(({ code }) => code);
    expect(codes({})).toEqual(["TRC3206"]);
    const twice = render("{{> line word=1}}{{> other word=2}}", {
      ...options(true),
      partials: { other: LINE, line: LINE.replace("titel", "title") },
    });
    expect(twice.diagnostics.map(({ place }) => place?.file)).toEqual(["partials/other.hbs"]);
  });

  it("is none with a fault in it", () => {
    expect(makeTemplate({ path: "a.hbs", source: "{{{record.title}}}" }, new Set(), FIRST)).toBeNull();
  });

  it("is every template of the program that the compiled one has", () => {
    const made = createRequire(import.meta.url)("../../../../dist/made-templates.cjs") as typeof table;
    expect(Object.keys(made).length).toBeGreaterThan(200);
    const places = Object.values(made).map((take) => take() as MadeTemplate);
    const numbers = places.flatMap(({ first, places: own }) => [first, first + own.length]);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    expect(Object.keys(made).every((digest) => digest.length === sha256("").length)).toBe(true);
  });
});
