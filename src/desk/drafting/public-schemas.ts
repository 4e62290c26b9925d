import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { bundleSchema, type SchemaNode } from "../../base/yaml/index.ts";
import type { RecordSchemas } from "../../paperwork/records/index.ts";
import { FILE_SCHEMAS } from "../../paperwork/schemas/index.ts";
import { publicName, SCHEMAS_FOLDER } from "../../project/reading/index.ts";

/**
 * Every schema that a person's file may name, by path inside the folder of schemas (`order.json`, `kinds/order-status.json`, `kind.json`):
 * each stands alone, whatever its source refers to.
 */
export function publicSchemas(schemas: RecordSchemas): ReadonlyMap<string, string> {
  const own = Object.values(FILE_SCHEMAS).map((schema): [string, SchemaNode] => [schema.$id, schema]);
  const set = { schemas: new Map([...schemas.schemas, ...own]) };
  return new Map(
    [...set.schemas.keys()]
      .sort()
      .map((uri) => [publicName(uri), `${JSON.stringify(bundleSchema(set, uri), null, 2)}\n`]),
  );
}

/** Puts the schemas into the folder of a content folder, so that an editor finds them wherever that goes. */
export async function writeSchemas(content: string, schemas: RecordSchemas): Promise<void> {
  for (const [name, text] of publicSchemas(schemas)) await writeSchema(content, name, text);
}

/** Puts the one schema that a new record names there, when the folder has schemas and lacks it. */
export async function completeSchemas(content: string, schemas: RecordSchemas, uri: string): Promise<void> {
  const name = publicName(uri);
  const text = publicSchemas(schemas).get(name);
  if (text === undefined || !existsSync(join(content, SCHEMAS_FOLDER))) return;
  if (!existsSync(join(content, SCHEMAS_FOLDER, name))) await writeSchema(content, name, text);
}

async function writeSchema(content: string, name: string, text: string): Promise<void> {
  const path = join(content, SCHEMAS_FOLDER, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
