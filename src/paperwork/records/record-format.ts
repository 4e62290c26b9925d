import { type Diagnostic, raise } from "../../base/diagnostics/index.ts";
import { isFields, readYaml } from "../../base/yaml/index.ts";
import type { ContentFile } from "./content-file.ts";
import { FINDINGS } from "./findings.ts";

/** The format of records that this program writes, and the newest that it reads. */
export const RECORD_FORMAT = 2;

/** The format that the settings of a folder name, null where they name none. Code TRC1027 where it is newer than this program. */
export function formatOf(files: readonly ContentFile[]): {
  readonly format: number | null;
  readonly diagnostics: readonly Diagnostic[];
} {
  const settings = files.find(({ inside }) => inside === "settings.yaml");
  const { value: yaml } = settings === undefined ? {} : readYaml(settings);
  const format = yaml !== undefined && isFields(yaml.data) ? yaml.data.format : undefined;
  // What is no number the schema of the settings tells.
  if (yaml === undefined || typeof format !== "number") return { format: null, diagnostics: [] };
  if (format <= RECORD_FORMAT) return { format, diagnostics: [] };
  const place = yaml.placeOf("/format");
  return { format, diagnostics: [raise(FINDINGS.TRC1027, { of: [format, RECORD_FORMAT], place })] };
}
