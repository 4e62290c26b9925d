import { readFile } from "node:fs/promises";
import type { Outcome } from "../../base/diagnostics/index.ts";
import { posixPath } from "../../base/text/index.ts";
import { readChecked } from "../../base/yaml/index.ts";
import { type ConsolidationWordingFile, FILE_SCHEMAS } from "../../paperwork/schemas/index.ts";
import { defaultTemplates, templateOrProgram } from "../reading/index.ts";

/** What a text in force says of its amendments; `{{name}}` stands for a value. */
export type Wording = ConsolidationWordingFile;

/** Reads `consolidation/wording.yaml` of a templates folder, or of the program where the folder has none. */
export async function readWording(templates = defaultTemplates()): Promise<Outcome<Wording>> {
  const path = templateOrProgram(templates, "consolidation/wording.yaml");
  return readChecked<Wording>(
    { path: posixPath(path), bytes: await readFile(path) },
    FILE_SCHEMAS.consolidationWording,
  );
}
