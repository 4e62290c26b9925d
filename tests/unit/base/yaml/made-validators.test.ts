import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { ValidateFunction } from "ajv";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { madeValidators } from "../../../../scripts/made-validators.ts";
import { schemaCompiler, schemaDigest } from "../../../../src/base/yaml/schema-compiler.ts";
import { type RecordSchemas, readSchemas } from "../../../../src/paperwork/records/index.ts";

const kinds = readdirSync("templates").filter((kind) => existsSync(`templates/${kind}/schema.json`));
const files = kinds.map((kind) => {
  const path = `templates/${kind}/schema.json`;
  return { inside: `${kind}/schema.json`, path, bytes: readFileSync(path) };
});
const set = readSchemas(files).value as RecordSchemas;
const made = run(madeValidators("templates"));
const compiler = schemaCompiler(set.keywords);
for (const [uri, schema] of set.schemas) compiler.addSchema(schema, uri);

/** A module of CommonJS out of its text. */
function run(code: string): { readonly [digest: string]: ValidateFunction } {
  const module = { exports: {} };
  new Function("module", "exports", "require", code)(module, module.exports, createRequire(import.meta.url));
  return module.exports;
}

/** The sample of a kind, and the sample with one thing wrong at a time. */
function variantsOf(kind: string): unknown[] {
  const sample = parse(readFileSync(`templates/${kind}/sample.yaml`, "utf8"));
  const wrong = [null, 12345, "", "слово", [], [{}], { лишнее: 1 }];
  const without = (key: string): unknown => Object.fromEntries(Object.entries(sample).filter(([name]) => name !== key));
  return [
    sample,
    { ...sample, лишнее: "да" },
    ...Object.keys(sample).flatMap((key) => [without(key), ...wrong.map((value) => ({ ...sample, [key]: value }))]),
  ];
}

describe("validators made beforehand", () => {
  it.each(kinds)("say of a record of the kind %s what those say that are compiled when it is read", (kind) => {
    const uri = [...set.schemas.keys()].find((one) => one.endsWith(`/${kind}/schema.json`)) ?? "";
    const beforehand = made[schemaDigest(set, uri)];
    const compiled = compiler.getSchema(uri);
    if (beforehand === undefined || compiled === undefined) throw new Error(`${kind}: ${uri} was not made`);
    for (const variant of variantsOf(kind)) {
      expect(beforehand(variant)).toBe(compiled(variant));
      expect(beforehand.errors).toEqual(compiled.errors);
    }
  });

  it("are not those of a schema that says something else, itself or where it refers to", () => {
    const uri = "trc:/schemas/1/order.json";
    const other = new Map(set.schemas);
    other.set("trc:/schemas/1/common.json", { ...set.schemas.get("trc:/schemas/1/common.json"), title: "Другая" });
    expect(made[schemaDigest(set, uri)]).toBeTypeOf("function");
    expect(made[schemaDigest({ schemas: other }, uri)]).toBeUndefined();
  });
});
