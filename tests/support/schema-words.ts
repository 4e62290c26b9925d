import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { parse } from "yaml";

type Node = { readonly [key: string]: unknown };

/** Words of JSON Schema that a value can break. */
const BREAKABLE = new Set([
  "additionalProperties",
  "anyOf",
  "const",
  "else",
  "enum",
  "format",
  "maxItems",
  "maximum",
  "maxProperties",
  "minItems",
  "minimum",
  "minLength",
  "minProperties",
  "oneOf",
  "pattern",
  "required",
  "then",
  "type",
  "unevaluatedProperties",
  "uniqueItems",
]);
/** Words that only lead to others or describe them: nothing can break them by itself. */
const LEADING = new Set(["$defs", "$ref", "allOf", "if", "items", "patternProperties", "properties"]);
const TELLING = new Set([
  "default",
  "$id",
  "$schema",
  "clauseBy",
  "clauseOf",
  "description",
  "enumDescriptions",
  "examples",
  "reference",
  "referenceKind",
  "title",
  "x-quoted",
  "x-publish",
]);

/** Schemas of files that carry no modeline, by the end of their names. */
const OF_TEMPLATES: { readonly [end: string]: string } = {
  "/kind.yaml": "kind.json",
  "/required-documents.yaml": "required-documents.json",
};

/** Files of every schema a record or a kind.yaml is checked against. */
function schemaFiles(): string[] {
  const records = readdirSync("src/paperwork/schemas").filter((name) => name.endsWith(".json"));
  const shared = [...records, ...Object.values(OF_TEMPLATES)];
  const kinds = readdirSync("templates", { recursive: true, encoding: "utf8" }).filter((name) =>
    /^[^/\\]+[/\\]schema\.json$/.test(name),
  );
  return [...shared.map((name) => join("schemas", name)), ...kinds.sort().map((name) => join("templates", name))];
}

/** Breakable words in use: `minItems`, `type:string`, `format:date`. @throws for a word that nobody has sorted */
export function wordsInUse(): ReadonlySet<string> {
  const words = new Set<string>();
  for (const file of schemaFiles())
    for (const node of nodesOf(JSON.parse(readFileSync(file, "utf8")) as Node))
      for (const [word, value] of Object.entries(node)) {
        if (BREAKABLE.has(word)) words.add(word === "type" || word === "format" ? `${word}:${String(value)}` : word);
        else if (!LEADING.has(word) && !TELLING.has(word)) throw new Error(`${file}: what is «${word}»?`);
      }
  return words;
}

/** Every node of a schema that is itself a schema. */
function* nodesOf(node: unknown): Generator<Node> {
  if (typeof node !== "object" || node === null) return;
  if (Array.isArray(node)) {
    for (const item of node) yield* nodesOf(item);
    return;
  }
  yield node as Node;
  for (const [word, value] of Object.entries(node)) {
    if (word === "properties" || word === "$defs" || word === "patternProperties")
      for (const child of Object.values(value as Node)) yield* nodesOf(child);
    else if (!["examples", "enum", "const"].includes(word)) yield* nodesOf(value);
  }
}

/** Validates a YAML text by the schema it names in its modeline; nothing of the product takes part. */
export class SchemaOracle {
  readonly #ajv = new Ajv2020({ allErrors: true, strict: false });

  constructor() {
    addFormats.default(this.#ajv);
    for (const file of schemaFiles())
      this.#ajv.addSchema(JSON.parse(readFileSync(file, "utf8")) as object, uriOf(resolve(file)));
  }

  /** Words that the text breaks. @param file as it lies in the project: `content/people/x.yaml` */
  broken(file: string, text: string): ReadonlySet<string> {
    const modeline = /^# yaml-language-server: \$schema=(\S+)/.exec(text)?.[1];
    const own = Object.keys(OF_TEMPLATES).find((end) => file.endsWith(end));
    const schema = own === undefined ? join(dirname(file), modeline ?? "") : `schemas/${OF_TEMPLATES[own]}`;
    const validate = this.#ajv.getSchema(uriOf(resolve(schema)));
    if (validate === undefined) throw new Error(`${file}: no schema ${schema}`);
    validate(parse(text));
    return new Set((validate.errors ?? []).flatMap(wordsOf));
  }
}

function uriOf(path: string): string {
  return `trc:${path.replaceAll("\\", "/")}`;
}

function wordsOf({ keyword, params, schemaPath }: ErrorObject): string[] {
  const branch = /.*\/(then|else)\//.exec(schemaPath)?.[1];
  const word =
    keyword === "type" || keyword === "format" ? `${keyword}:${String(params.type ?? params.format)}` : keyword;
  return branch === undefined ? [word] : [word, branch];
}
