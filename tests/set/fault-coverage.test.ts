import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { itemsOf, propertiesOf, type SchemaLocation, schemaAt } from "../../src/base/yaml/index.ts";
import { FINDINGS } from "../../src/desk/explain/index.ts";
import { FaultBase } from "../support/fault-base.ts";
import { type Fault, inject, readFaults } from "../support/faults.ts";
import { SchemaOracle, wordsInUse } from "../support/schema-words.ts";

const faults = readFaults();
const base = new FaultBase("content");

/** Codes of records, kinds, templates, words and profiles that no single fault of the sample gives, and where they are tried. */
const NOT_BY_ONE_FAULT: { readonly [code: string]: string } = {
  TRC2508: "the engine keeps a signature with its text; the rule is tried on made-up pages in rules/finished.test.ts",
  TRC3011: "it takes a document of a fraction of a second; project/budget.test.ts",
  TRC3006: "a folder of templates without any kind takes more than one fault; kinds/kinds.test.ts",
  TRC3014: "it takes a file of a paper beside the records; project/papers.test.ts",
  TRC3323: "as TRC3014",
  TRC3324: "as TRC3014",
  TRC3325: "as TRC3014",
  TRC3318: "it takes a file of a picture beside the template; pictures/picture-shelf.test.ts",
  TRC3319: "it takes a file of a picture beside the template; pictures/picture-shelf.test.ts",
  TRC3320: "it takes a file of a picture beside the template; pictures/picture-shelf.test.ts",
  TRC5002: "it takes a footnote behind one of a thousand words; layout/footnotes.test.ts",
  TRC5010: "a fault of the sample is a text, a font is none; fonts/choose-fonts.test.ts",
  TRC5011: "as TRC5010",
  TRC5013: "as TRC5010",
  TRC5014: "as TRC5010",
  TRC5015: "as TRC5010",
  TRC5016: "as TRC5010",
  TRC3213:
    "control characters of a file are TRC1004 already; a helper would have to make one: markup/strictness.test.ts",
};

describe("the fault corpus", () => {
  it("has a fault for every code of records, kinds, templates, words and profiles", () => {
    const codes = [...FINDINGS.keys()].filter((code) => /^TRC[1-5]/.test(code));
    const given = new Set(faults.map(({ code }) => code));
    const exempt = Object.keys(NOT_BY_ONE_FAULT);
    expect(codes.filter((code) => !given.has(code) && !exempt.includes(code))).toEqual([]);
    expect(exempt.filter((code) => given.has(code))).toEqual([]);
    const tests = ["tests/unit", "tests/project"].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".test.ts"))
        .map((name) => readFileSync(`${folder}/${name}`, "utf8")),
    );
    expect(exempt.filter((code) => !tests.some((text) => text.includes(code)))).toEqual([]);
  });

  it("breaks every word of JSON Schema in use, as another validator sees it", () => {
    const oracle = new SchemaOracle();
    const broken = new Set<string>();
    for (const fault of faults.filter(
      ({ code, file }) => /^TRC11/.test(code) || (/^TRC510[13]/.test(code) && /kind.yaml$/.test(file)),
    )) {
      const { file, text } = changed(fault);
      const words = oracle.broken(file, text);
      expect([fault.code, fault.file, words.size > 0]).toEqual([fault.code, fault.file, true]);
      if (fault.keyword !== undefined) expect([...words]).toContain(fault.keyword);
      for (const word of words) broken.add(word);
    }
    expect([...wordsInUse()].filter((word) => !broken.has(word))).toEqual([]);
  });

  it("breaks every reference of every schema", () => {
    const { schemas } = base;
    const all = new Map<object, string>();
    for (const [uri, schema] of schemas.schemas) for (const [node, at] of referencesOf(schema)) all.set(node, uri + at);
    for (const fault of faults.filter(({ code }) => code === "TRC2001")) {
      const { text } = inject(fault, base.textOf(fault.file));
      const found = base.check({ [fault.file]: text }).filter(({ code }) => code === "TRC2001");
      for (const { pointer = "" } of found) {
        let spots: readonly SchemaLocation[] = schemaAt(schemas, base.schemaOf(fault.file, text ?? ""));
        for (const step of pointer.split("/").slice(1))
          spots = /^\d+$/.test(step) ? itemsOf(schemas, spots) : (propertiesOf(schemas, spots).get(step) ?? []);
        for (const { node } of spots) all.delete(node);
      }
    }
    expect([...all.values()]).toEqual([]);
  });
});

/** The file with its fault, named as it lies in the project. */
function changed(fault: Fault): { readonly file: string; readonly text: string } {
  const file = `${fault.template ? "templates" : "content"}/${fault.file}`;
  const before = fault.template ? readFileSync(file, "utf8") : base.textOf(fault.file);
  return { file, text: inject(fault, before).text ?? "" };
}

function* referencesOf(node: unknown, at = ""): Generator<readonly [object, string]> {
  if (typeof node !== "object" || node === null) return;
  if (typeof (node as { reference?: unknown }).reference === "string") yield [node, at];
  for (const [key, child] of Object.entries(node)) if (key !== "examples") yield* referencesOf(child, `${at}/${key}`);
}
