import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Outcome, raise, text } from "../../base/diagnostics/index.ts";
import { posixPath } from "../../base/text/index.ts";
import { readYaml, validateAgainst } from "../../base/yaml/index.ts";
import { FINDINGS } from "./findings.ts";
import wordingSchema from "./wording-schema.json" with { type: "json" };

/** The file of the templates folder that holds the words of the archive. */
const WORDING_FILE = "archive/wording.yaml";

/** What passports, inventories and the README say in words. */
export type ArchiveWording = {
  /** Terms of retention by `term` of kind.yaml. */
  readonly terms: { readonly [term: string]: string };
  readonly withoutTerm: string;
  /** One year, two years, five years. */
  readonly years: readonly [string, string, string];
  readonly expertReview: string;
  readonly access: { readonly public: string; readonly internal: string };
  readonly events: { readonly issued: string; readonly archived: string; readonly supplemented: string };
  /** Titles of cases: `{{index}}` of one that no nomenclature has; documents without an index. */
  readonly cases: { readonly unknown: string; readonly none: string };
  readonly readme: string;
};

/** Reads `archive/wording.yaml`. TRC8309: the file is missing; codes of records for what is wrong in it. */
export async function readWording(templates: string): Promise<Outcome<ArchiveWording>> {
  const path = `${posixPath(templates).replace(/\/+$/, "")}/${WORDING_FILE}`;
  const bytes = await readFile(join(templates, WORDING_FILE)).catch(() => null);
  if (bytes === null)
    return {
      diagnostics: [
        raise(FINDINGS.TRC8309, {
          message: text(
            `В папке шаблонов нет файла ${WORDING_FILE}: слов для паспорта и описи взять негде`,
            `The templates folder has no file ${WORDING_FILE}: there are no words for passports and inventories`,
          ),
          hints: [
            text(`Создайте ${path} по образцу из поставки trc`, `Create ${path} after the one that comes with trc`),
          ],
        }),
      ],
    };
  const yaml = readYaml({ path, bytes });
  const faults = yaml.value === undefined ? [] : validateAgainst(wordingSchema)(yaml.value);
  const diagnostics = [...yaml.diagnostics, ...faults];
  if (yaml.value === undefined || diagnostics.length > 0) return { diagnostics };
  return { value: yaml.value.data as unknown as ArchiveWording, diagnostics: [] };
}
