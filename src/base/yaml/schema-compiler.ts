import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { sha256 } from "../text/index.ts";
import type { SchemaNode, SchemaSet } from "./schema-set.ts";

/** Keywords of ours that say something to people and programs and nothing to a validator, with the type of their values. */
const KEYWORDS = {
  reference: "string",
  referenceKind: "string",
  clauseOf: "string",
  clauseBy: "string",
  enumDescriptions: "array",
  "x-en": "object",
  "x-quoted": "boolean",
} as const;

/** The compiler of schemas as every validator here is made. @param source keeps the code, to be written to a file */
export function schemaCompiler(keywords: readonly string[] = [], source = false): Ajv2020 {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    allowUnionTypes: true,
    strictRequired: false,
    strictTypes: false,
    // A validator is used for a handful of records: making it quickly counts for more than running it quickly.
    code: { optimize: source, source },
    // Inlined, the shared parts would be compiled again in every place that refers to them.
    inlineRefs: false,
    verbose: true,
  });
  addFormats.default(ajv, ["date", "email"]);
  for (const [keyword, schemaType] of Object.entries(KEYWORDS)) ajv.addKeyword({ keyword, schemaType });
  for (const keyword of keywords) ajv.addKeyword({ keyword, schemaType: "string" });
  return ajv;
}

/** Digest of a schema of the set with all that it refers to: whatever has the same one is validated alike. */
export function schemaDigest({ schemas }: SchemaSet, uri: string): string {
  const reached = new Set([uri]);
  const parts: string[] = [];
  // A set that grows while it is walked.
  for (const one of reached) {
    const schema = schemas.get(one);
    const { digest, paths } = schema === undefined ? MISSING : facts(schema);
    parts.push(`${one} ${digest}`);
    for (const path of paths) reached.add(new URL(path, one).href);
  }
  return sha256(parts.join("\n"));
}

type Facts = { readonly digest: string; readonly paths: readonly string[] };

const MISSING: Facts = { digest: "missing", paths: [] };
const FACTS = new WeakMap<SchemaNode, Facts>();

function facts(schema: SchemaNode): Facts {
  const known = FACTS.get(schema);
  if (known !== undefined) return known;
  const text = JSON.stringify(schema);
  const paths = [...text.matchAll(/"\$(?:ref|dynamicRef)":"([^"#]+)/g)].map(([, path]) => path ?? "");
  const made = { digest: sha256(text), paths: [...new Set(paths)] };
  FACTS.set(schema, made);
  return made;
}
