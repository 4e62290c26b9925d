import { type Outcome, raise, text } from "../../base/diagnostics/index.ts";
import { readYaml, type SourceFile, validateAgainst } from "../../base/yaml/index.ts";
import editionSchema from "./edition-schema.json" with { type: "json" };
import { FINDINGS } from "./findings.ts";

/** The file of the templates folder that holds the wording. */
export const WORDING_FILE = "editions/public.yaml";

/** What the public edition says in place of what it withholds, whom it may name, and on what ground it withholds the rest. */
export type PublicWording = {
  readonly title: string;
  readonly running: string;
  readonly runningWithoutCase: string;
  readonly signature: string;
  readonly masked: string;
  /** Beginnings of posts whose holders are named without consent. */
  readonly namedPosts: readonly string[];
  readonly blocks: { readonly executor: string; readonly acquaintance: string; readonly signature: string };
  readonly grounds: {
    readonly kind: string;
    readonly noConsent: string;
    readonly consentLater: string;
    readonly consentEnded: string;
    readonly initials: string;
    readonly mask: string;
    readonly drop: string;
    readonly properties: { readonly [name: string]: string };
  };
};

/** Reads `editions/public.yaml`. TRC6503: the file is missing; codes of records for what is wrong in it. */
export function readWording(file: SourceFile | undefined, templates: string): Outcome<PublicWording> {
  if (file === undefined)
    return {
      diagnostics: [
        raise(FINDINGS.TRC6503, {
          message: text(
            `В папке шаблонов нет файла ${WORDING_FILE}: неизвестно, что печатать на месте скрытого`,
            `The templates lack ${WORDING_FILE}: it is not known what to print in place of what is withheld`,
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
  const faults = yaml.value === undefined ? [] : validateAgainst(editionSchema)(yaml.value);
  const diagnostics = [...yaml.diagnostics, ...faults];
  if (yaml.value === undefined || diagnostics.length > 0) return { diagnostics };
  return { value: yaml.value.data as unknown as PublicWording, diagnostics: [] };
}
