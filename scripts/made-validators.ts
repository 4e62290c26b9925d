import { readdirSync, readFileSync } from "node:fs";
import standalone from "ajv/dist/standalone/index.js";
import { schemaCompiler, schemaDigest } from "../src/base/yaml/schema-compiler.ts";
import type { SchemaNode } from "../src/base/yaml/schema-set.ts";
import { readSchemas } from "../src/paperwork/records/read-schemas.ts";
import { FILE_SCHEMAS } from "../src/paperwork/schemas/index.ts";
import { MANIFEST_SHAPE } from "../src/project/output/manifest.ts";
import { BENEATH, WHOLE } from "../src/typesetting/flow/check-measures.ts";

/** Validators of the records of every kind of a folder and of the program's own files as a module of CommonJS: what each digest leads to. */
export function madeValidators(folder: string): string {
  const files = (readdirSync(folder, { recursive: true, encoding: "utf8" }) as string[])
    .map((name) => name.replaceAll("\\", "/"))
    .filter((inside) => inside.endsWith("/schema.json"))
    .sort()
    .map((inside) => ({ inside, path: `${folder}/${inside}`, bytes: readFileSync(`${folder}/${inside}`) }));
  const records = readSchemas(files).value;
  if (records === undefined) throw new Error(`the schemas of ${folder} cannot be read`);
  const own: readonly SchemaNode[] = [...Object.values(FILE_SCHEMAS), WHOLE, BENEATH, MANIFEST_SHAPE];
  const schemas = new Map([
    ...records.schemas,
    ...own.map((schema): [string, SchemaNode] => [String(schema.$id), schema]),
  ]);
  const compiler = schemaCompiler(records.keywords, true);
  for (const [uri, schema] of schemas) compiler.addSchema(schema as object, uri);
  const names = [...schemas.keys()].map((uri) => [schemaDigest({ schemas }, uri), uri]);
  // Its types are those of the module as it stands in the package.
  const write = standalone as unknown as { readonly default: typeof standalone.default };
  return write.default(compiler, Object.fromEntries(names));
}
