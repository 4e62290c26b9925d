import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { LeakFinder } from "../../../../src/project/editions/find-leaks.ts";
import { knownValues } from "../../../../src/project/editions/known-values.ts";
import { leakDossier } from "../../../support/leak-dossier.ts";

type Promised = { readonly row: string; readonly forms: readonly string[] };
const read = <T>(name: string): T =>
  parse(readFileSync(`tests/fixtures/public-edition/${name}.yaml`, "utf8"), { schema: "failsafe" });
const PROMISES = read<Promised[]>("forms");
const HARMLESS = read<string[]>("harmless");
const finder = new LeakFinder(knownValues(leakDossier), ({ id }) => id === "klenov-pa");

/** The same words as other hands type them. */
const VARIANTS: { readonly [name: string]: (form: string) => string } = {
  "as it is": (form) => form,
  "no-break spaces": (form) => form.replaceAll(" ", "\u00a0"),
  "narrow spaces": (form) => form.replaceAll(" ", "\u202f"),
  "double spaces": (form) => form.replaceAll(" ", "  "),
  "no-break hyphens": (form) => form.replaceAll("-", "\u2011"),
  "е for ё": (form) => form.replaceAll("ё", "е").replaceAll("Ё", "Е"),
  decomposed: (form) => form.normalize("NFD"),
  "a soft hyphen in each word": (form) => form.replace(/(\p{L}{2})(?=\p{L}{2})/gu, "$1\u00ad"),
  "a zero space after each sign": (form) => form.replace(/([^\p{L}\d])/gu, "$1\u200b"),
  "a new line for each space": (form) => form.replaceAll(" ", "\n"),
  "within a sentence": (form) => `На заседании отмечено: ${form}, о чём составлен протокол.`,
  "in brackets": (form) => `Итоги (${form}) утвердить`,
  "in a cell": (form) => `1 ¶ ${form} ¶ 12`,
};

/** Rows of the table under a heading of the guide: the first column. */
function rows(heading: string): string[] {
  const guide = readFileSync("docs/public-edition.ru.md", "utf8");
  const section = guide.split(`## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
  return [...section.matchAll(/^\| (.+?) \|/gm)]
    .map(([, cell = ""]) => cell)
    .filter((cell) => !/^-+$/.test(cell))
    .slice(1);
}

describe("the promises of the public edition", () => {
  it("each has its forms, and no form is without a promise", () => {
    expect(rows("Что обещано")).toEqual(PROMISES.map(({ row }) => row));
    for (const { row, forms } of PROMISES) expect(forms.length, row).toBeGreaterThanOrEqual(10);
    expect(PROMISES.flatMap(({ forms }) => forms).length).toBeGreaterThanOrEqual(300);
  });

  describe.each(PROMISES)("$row", ({ forms }) => {
    it.each(Object.entries(VARIANTS))("%s", (_name, vary) => {
      expect(forms.filter((form) => finder.find(vary(form)).length === 0)).toEqual([]);
    });
  });

  it.each(Object.entries(VARIANTS))("nothing is found in what may be published: %s", (_name, vary) => {
    const found = HARMLESS.map(
      (text) => [text, finder.find(vary(text)).map((leak) => `${leak.kind}: ${leak.text}`)] as const,
    );
    expect(found.filter(([, leaks]) => leaks.length > 0)).toEqual([]);
  });
});
