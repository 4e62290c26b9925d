import { existsSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { posixPath } from "../../base/text/index.ts";
import { packageRoot } from "./package-root.ts";

/** The folder of a project, beside its records, that holds the schemas for editors. */
export const SCHEMAS_FOLDER = ".schemas";

/**
 * First line of a record, by which an editor finds its schema in the project's own folder of schemas, else to that of the program, or of the
 * kind itself.
 *
 * @param uri of the schema, `trc:/schemas/1/order.json` or `trc:/templates/order-status/schema.json`
 */
export function modeline(
  project: { readonly content: string; readonly templates: string },
  inside: string,
  uri: string,
): string {
  const own = resolve(project.content, SCHEMAS_FOLDER);
  const kind = kindOf(uri);
  const schema = existsSync(own)
    ? join(own, publicName(uri))
    : kind === undefined
      ? join(packageRoot(), "schemas", publicName(uri))
      : resolve(project.templates, kind, "schema.json");
  const from = dirname(resolve(project.content, inside));
  return `# yaml-language-server: $schema=${posixPath(relative(from, schema))}`;
}

/** Name of a schema inside the folder of schemas: `trc:/schemas/1/order.json` → `order.json`, `trc:/templates/act/schema.json` → `kinds/act.json`. */
export function publicName(uri: string): string {
  const kind = kindOf(uri);
  return kind === undefined ? uri.slice(uri.lastIndexOf("/") + 1) : `kinds/${kind}.json`;
}

function kindOf(uri: string): string | undefined {
  return /^trc:\/templates\/([^/]+)\/schema\.json$/.exec(uri)?.[1];
}
