import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Outcome, text } from "../../base/diagnostics/index.ts";
import { posixPath } from "../../base/text/index.ts";
import { type ArchiveWordingFile, FILE_SCHEMAS } from "../../paperwork/schemas/index.ts";
import { defaultTemplates, readWording, type WordingFile } from "../../project/reading/index.ts";
import { FINDINGS } from "./findings.ts";

/** What passports, inventories and the README say in words. */
const ARCHIVE_WORDING: WordingFile = {
  path: "archive/wording.yaml",
  schema: FILE_SCHEMAS.archiveWording,
  missing: FINDINGS.TRC8309,
  without: text("слов для паспорта и описи взять негде", "there are no words for passports and inventories"),
};

/** Reads `archive/wording.yaml` of a templates folder. Code TRC8309 when it is missing. */
export async function readArchiveWording(templates = defaultTemplates()): Promise<Outcome<ArchiveWordingFile>> {
  const { path } = ARCHIVE_WORDING;
  const bytes = await readFile(join(templates, path)).catch(() => null);
  const file = bytes === null ? undefined : { path: `${posixPath(templates).replace(/\/+$/, "")}/${path}`, bytes };
  return readWording(ARCHIVE_WORDING, file, templates);
}
