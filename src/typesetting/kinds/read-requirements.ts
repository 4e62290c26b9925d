import { type Diagnostic, didYouMean, type Outcome, raise, suggest, text } from "../../base/diagnostics/index.ts";
import { readYaml, type SourceFile, validateAgainst } from "../../base/yaml/index.ts";
import { FILE_SCHEMAS, type RequiredDocumentsFile } from "../../paperwork/schemas/index.ts";
import { FINDINGS } from "./findings.ts";

/** Path of the list inside the templates folder. */
export const REQUIREMENTS = "regulation/required-documents.yaml";

/** A document that the regulation asks for: any of `kinds` answers; `due` (ММ-ДД) is the day of the school year by which it is needed. */
export type Requirement = Readonly<RequiredDocumentsFile[number]>;

/**
 * Reads the list of required documents; templates without a regulation have none.
 * Codes of records for what is not of its schema, TRC3008 for a misspelt kind.
 */
export function readRequirements(
  file: SourceFile | undefined,
  kinds: readonly { readonly id: string }[],
): Outcome<readonly Requirement[]> {
  if (file === undefined) return { value: [], diagnostics: [] };
  const { value: yaml, diagnostics } = readYaml(file);
  if (yaml === undefined) return { diagnostics };
  const faults = validateAgainst(FILE_SCHEMAS.requiredDocuments)(yaml);
  if (faults.length > 0) return { diagnostics: [...diagnostics, ...faults] };
  const value = yaml.data as unknown as RequiredDocumentsFile;
  const known = kinds.map(({ id }) => id);
  const unknown = value.flatMap((requirement, index) =>
    requirement.kinds.flatMap((kind, at): Diagnostic[] => {
      // Templates may lack a kind altogether: the set is then without its document, which the check of the set says.
      const near = known.includes(kind) ? [] : suggest(kind, known, 1);
      if (near.length === 0) return [];
      return [
        raise(FINDINGS.TRC3008, {
          message: text(`Нет вида документа «${kind}»`, `There is no document kind “${kind}”`),
          hints: didYouMean(near),
          place: yaml.placeOf(`/${index}/kinds/${at}`),
          pointer: `/${index}/kinds/${at}`,
        }),
      ];
    }),
  );
  return { value, diagnostics: [...diagnostics, ...unknown] };
}
