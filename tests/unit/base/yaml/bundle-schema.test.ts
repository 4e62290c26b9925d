import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { bundleSchema, type SchemaNode } from "../../../../src/base/yaml/index.ts";

describe("a bundled schema", () => {
  const set = (schemas: readonly SchemaNode[]): Parameters<typeof bundleSchema>[0] => ({
    schemas: new Map(schemas.map((schema) => [String(schema.$id), schema])),
  });

  it("holds what it refers to, under names of its own", () => {
    const day = { type: "string", $ref: "#/$defs/text" };
    const common = { $id: "trc:/schemas/1/common.json", $defs: { day, text: { minLength: 1 } } };
    const order = {
      $id: "trc:/schemas/1/order.json",
      properties: { date: { $ref: "common.json#/$defs/day" }, note: { $ref: "#/$defs/day" } },
      $defs: { day: { type: "integer" } },
    };
    expect(bundleSchema(set([common, order]), "trc:/schemas/1/order.json")).toEqual({
      $id: "trc:/schemas/1/order.json",
      properties: { date: { $ref: "#/$defs/common-day" }, note: { $ref: "#/$defs/day" } },
      $defs: {
        "common-day": { type: "string", $ref: "#/$defs/text" },
        day: { type: "integer" },
        text: { minLength: 1 },
      },
    });
  });

  it("leaves a reference that leads nowhere", () => {
    const order = { $id: "trc:/schemas/1/order.json", allOf: [{ $ref: "nothing.json" }] };
    expect(bundleSchema(set([order]), "trc:/schemas/1/order.json")).toEqual(order);
  });

  it("of every public name refers to nothing outside", () => {
    const texts = readdirSync("schemas").map((name) => [name, readFileSync(`schemas/${name}`, "utf8")] as const);
    expect(texts.length).toBeGreaterThan(20);
    for (const [name, text] of texts) {
      expect(JSON.parse(text).$id).toBe(`trc:/schemas/1/${name}`);
      const refs = [...text.matchAll(/"\$ref": "([^"]*)"/g)].map(([, ref]) => ref);
      expect(refs.filter((ref) => ref?.startsWith("#") !== true)).toEqual([]);
    }
  });
});
