import { existsSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { posixPath } from "../../base/text/index.ts";
import { type Project, packageRoot } from "../../project/reading/index.ts";

/** What the modeline of a record names: the way from its file to its schema. */
export function modeline(project: Project, inside: string, schemaFile: string): string {
  const from = dirname(resolve(project.content, inside));
  return posixPath(relative(from, join(schemasRoot(project.content), schemaFile)));
}

/** Where the schemas lie that the records of a content folder name: its own copy `.schemas`, else those of the program. */
function schemasRoot(content: string): string {
  const copy = resolve(content, ".schemas");
  return existsSync(copy) ? copy : packageRoot();
}
