// Generates from the JSON Schemas of records, and of the kinds that come with the program:
// src/paperwork/schemas/types.ts (a type for each collection) and shapes.ts (the same at run time: what a record has to look like to be of its type).
// With --check only compares and exits 1 when a file is stale.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compile } from "json-schema-to-typescript";
import { parse } from "yaml";

const root = fileURLToPath(new URL("../", import.meta.url));
const target = `${root}src/paperwork/schemas/`;
const json = (path) => JSON.parse(readFileSync(path, "utf8"));
const common = json(`${root}src/paperwork/schemas/common.json`);

/** Schema of the records of a collection; null: only kinds have one. */
const COLLECTIONS = {
  activities: "activity",
  agreements: "agreement",
  approvals: "approval",
  calendar: "calendar",
  centre: "centre",
  districts: "district",
  documents: null,
  laws: "laws",
  lexicon: "lexicon",
  orders: "order",
  organisations: "organisation",
  people: "person",
  plans: "plan",
  register: "register",
  regulations: null,
  reports: "report",
  results: "result",
  settings: "settings",
  territories: "territory",
};

const schemas = new Map(
  Object.entries(COLLECTIONS).map(([collection, base]) => {
    const kinds = kindSchemas(collection);
    if (base === null) return [collection, kinds.reduce(merged)];
    const shared = recordSchema(`${root}src/paperwork/schemas/${base}.json`);
    return [collection, { ...kinds.reduce(merged, shared), required: shared.required }];
  }),
);
const nameOf = (collection) => {
  const base = COLLECTIONS[collection] ?? collection.replace(/s$/, "");
  return `${base[0].toUpperCase()}${base.slice(1)}Record`;
};
const banner = "// Generated from the schemas by `npm run schemas`; change the schemas, not this file.\n";
const files = { "types.ts": await types(), "shapes.ts": shapes() };
for (const [name, text] of Object.entries(files)) {
  if (!process.argv.includes("--check")) writeFileSync(target + name, text);
  else if (!existsSync(target + name) || readFileSync(target + name, "utf8") !== text) {
    console.error(`src/paperwork/schemas/${name} is stale: run \`npm run schemas\``);
    process.exitCode = 1;
  }
}

/** Own schemas of the kinds whose records stand in the collection; what they share is in the schema of the collection. */
function kindSchemas(collection) {
  return readdirSync(`${root}templates`)
    .sort()
    .map((kind) => `${root}templates/${kind}/`)
    .filter((folder) => existsSync(`${folder}schema.json`) && existsSync(`${folder}kind.yaml`))
    .filter((folder) => parse(readFileSync(`${folder}kind.yaml`, "utf8")).for.collection === collection)
    .map((folder) => recordSchema(`${folder}schema.json`));
}

/** A kind of the user's may stand in any collection. */
function recordSchema(path) {
  const { properties, ...schema } = inlined(json(path));
  const kind = properties.kind && { type: "string", description: properties.kind.description };
  return { ...schema, properties: kind ? { ...properties, kind } : properties };
}

/** What a reference to a shared schema leads to: `…/common.json#/$defs/date`. */
function referred(ref) {
  const [file, pointer] = ref.split("#");
  const shared = /\bagreement\.json$/.test(file) ? json(`${root}src/paperwork/schemas/agreement.json`) : common;
  return pointer
    .slice(1)
    .split("/")
    .reduce((node, step) => node[step], shared);
}

/** References to shared schemas put in place, so that every type stands alone; what types cannot say is left out. */
function inlined(node) {
  if (Array.isArray(node)) return node.map(inlined);
  if (typeof node !== "object" || node === null) return node;
  const {
    $id,
    examples,
    enumDescriptions,
    reference,
    referenceKind,
    clauseOf,
    clauseBy,
    oneOf,
    allOf,
    minItems,
    maxItems,
    if: _if,
    then,
    else: _else,
    ...rest
  } = node;
  if (rest.properties) delete rest.anyOf;
  // A title below the top would make a type of its own; a property may have that name.
  if (typeof rest.title === "string") delete rest.title;
  if (typeof rest.$ref === "string") {
    const { $ref, ...own } = rest;
    return { ...inlined(referred($ref)), ...own };
  }
  // What may only be null says that a kind has no such property of those that its collection shares.
  const own = Object.entries(rest).filter(([, value]) => value?.type !== "null" && !isAnything(value));
  return Object.fromEntries(own.map(([key, value]) => [key, inlined(value)]));
}

/** A property that may hold anything has no type: it stays in the data, and whoever reads it asks what it is. */
function isAnything(value) {
  return (
    value?.["x-publish"] !== undefined &&
    Object.keys(value).every((key) => /^(title|description|examples|x-.*)$/.test(key))
  );
}

/** One schema for values of either; of objects: their properties together, required is what both require. */
function merged(a, b) {
  if (a.properties && b.properties) {
    const names = [...new Set([...Object.keys(a.properties), ...Object.keys(b.properties)])];
    const both = (name) => [a, b].flatMap(({ properties }) => properties[name] ?? []).reduce(merged);
    return {
      ...a,
      required: (a.required ?? []).filter((name) => b.required?.includes(name)),
      properties: Object.fromEntries(names.map((name) => [name, both(name)])),
    };
  }
  if (a.items && b.items) return { ...a, items: merged(a.items, b.items) };
  if (bare(a) === bare(b) || (a.type === "string" && isText(b))) return a;
  if (b.type === "string" && isText(a)) return b;
  if (valuesOf(a) && valuesOf(b))
    return { description: a.description, enum: [...new Set([...valuesOf(a), ...valuesOf(b)])] };
  const others = a.anyOf ?? [a];
  if (others.some((one) => bare(one) === bare(b))) return a;
  const near = others.find((one) => (one.items && b.items) || (one.properties && b.properties));
  const rest = others.filter((one) => one !== near);
  return { description: a.description, anyOf: [...rest, near ? merged(near, b) : b] };
}

function valuesOf(schema) {
  return schema.enum ?? ("const" in schema ? [schema.const] : undefined);
}

function isText(schema) {
  return schema.type === "string" || (valuesOf(schema) ?? [0]).every((value) => typeof value === "string");
}

/** A schema without what does not change the type. */
function bare({ description, title, pattern, minLength, maxLength, "x-publish": publish, ...rest }) {
  return JSON.stringify(rest);
}

async function types() {
  const parts = [banner];
  for (const [collection, schema] of schemas) {
    const title = nameOf(collection);
    const options = { bannerComment: "", format: true, additionalProperties: false, style: { printWidth: 120 } };
    parts.push(await compile({ ...schema, title }, title, options));
  }
  const map = [...schemas.keys()].map((collection) => `  readonly ${collection}: ${nameOf(collection)};`);
  parts.push(
    `/**\n * What the records of each collection hold: what they share, and the properties of the kinds that come with the program.\n */`,
    `export type RecordTypes = {\n${map.join("\n")}\n};\n`,
  );
  return parts.join("\n").replace("program.\n */\n\n", "program.\n */\n");
}

function shapes() {
  const map = [...schemas].map(([collection, schema]) => `  ${collection}: ${JSON.stringify(shapeOf(schema))},`);
  return [
    banner,
    'import type { Shape } from "./shape.ts";\n',
    "/** What the values of a record have to be for its type to be true, by collection. */",
    "// biome-ignore format: a table made by a program.",
    `export const SHAPES: { readonly [collection: string]: Shape } = {\n${map.join("\n")}\n};\n`,
  ]
    .join("\n")
    .replace("collection. */\n", "collection. */\n");
}

/** @see src/paperwork/schemas/shape.ts */
function shapeOf(schema) {
  if (schema.anyOf) return { anyOf: schema.anyOf.map(shapeOf) };
  if (valuesOf(schema)) return { values: valuesOf(schema) };
  if (schema.format === "date") return "date";
  if (schema.type === "array") return { items: shapeOf(schema.items) };
  if (schema.type === "integer") return "number";
  if (schema.patternProperties) return { each: shapeOf(Object.values(schema.patternProperties)[0]) };
  if (schema.type !== "object") return schema.type;
  const properties = Object.entries(schema.properties ?? {}).map(([name, child]) => [name, shapeOf(child)]);
  return { properties: Object.fromEntries(properties) };
}
