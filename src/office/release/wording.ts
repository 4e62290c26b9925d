import { type Outcome, raise, text } from "../../base/diagnostics/index.ts";
import { readYaml, type SourceFile, validateAgainst } from "../../base/yaml/index.ts";
import { FINDINGS } from "./findings.ts";
import wordingSchema from "./wording-schema.json" with { type: "json" };

/** The file of the templates folder that holds the words of a bundle. */
export const WORDING_FILE = "release/wording.yaml";

/** What the inventory and the README of a bundle say in words; `{{name}}` stands for a value. */
export type BundleWording = {
  readonly inventory: {
    readonly title: string;
    readonly draft: string;
    readonly original: string;
    readonly public: string;
    readonly document: string;
    readonly file: string;
  };
  readonly readme: string;
};

/** Made once: it takes longer than what it looks at. */
let validate: ReturnType<typeof validateAgainst> | null = null;

/** Reads `release/wording.yaml`. TRC7017: the file is missing; codes of records for what is wrong in it. */
export function readWording(file: SourceFile | undefined, templates: string): Outcome<BundleWording> {
  if (file === undefined)
    return {
      diagnostics: [
        raise(FINDINGS.TRC7017, {
          message: text(
            `В папке шаблонов нет файла ${WORDING_FILE}: слов для описи и памятки комплекта взять негде`,
            `The templates lack ${WORDING_FILE}: there are no words for the inventory and the README of a bundle`,
          ),
          hints: [
            text(
              `Создайте ${templates}/${WORDING_FILE} по образцу из поставки trc`,
              `Create ${templates}/${WORDING_FILE} after the one that comes with trc`,
            ),
          ],
        }),
      ],
    };
  const yaml = readYaml(file);
  validate ??= validateAgainst(wordingSchema);
  const faults = yaml.value === undefined ? [] : validate(yaml.value);
  const diagnostics = [...yaml.diagnostics, ...faults];
  if (yaml.value === undefined || diagnostics.length > 0) return { diagnostics };
  return { value: yaml.value.data as unknown as BundleWording, diagnostics: [] };
}
