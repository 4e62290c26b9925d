import { readFile } from "node:fs/promises";
import type { Outcome } from "../../base/diagnostics/index.ts";
import { posixPath } from "../../base/text/index.ts";
import { readChecked } from "../../base/yaml/index.ts";
import { FILE_SCHEMAS, type RedlineWordingFile } from "../../paperwork/schemas/index.ts";
import { defaultTemplates, templateOrProgram } from "../reading/index.ts";

/** What a redline on paper says of itself. */
export type RedlineWording = RedlineWordingFile;

/** Reads `redline/wording.yaml` of a templates folder, or of the program where the folder has none. */
export async function readRedlineWording(templates = defaultTemplates()): Promise<Outcome<RedlineWording>> {
  const path = templateOrProgram(templates, "redline/wording.yaml");
  return readChecked<RedlineWording>(
    { path: posixPath(path), bytes: await readFile(path) },
    FILE_SCHEMAS.redlineWording,
  );
}
