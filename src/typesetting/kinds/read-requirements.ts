import {
  type Diagnostic,
  didYouMean,
  type Outcome,
  type Place,
  raise,
  suggest,
  text,
} from "../../base/diagnostics/index.ts";
import { readYaml, type SourceFile, validateAgainst } from "../../base/yaml/index.ts";
import { FILE_SCHEMAS, type RequiredDocumentsFile } from "../../paperwork/schemas/index.ts";
import { FINDINGS } from "./findings.ts";

/** Path of the list inside the templates folder. */
export const REQUIREMENTS = "regulation/required-documents.yaml";

/** A document that the regulation asks for: any of `kinds` answers; `due` (ММ-ДД) is the day of the school year by which it is needed. */
export type Requirement = Readonly<RequiredDocumentsFile[number]>;

/**
 * Reads the list of required documents; templates without a regulation have none, those with one must (TRC3003).
 * Codes of records for what is not of its schema, TRC3008 for a kind that is not among the known ones.
 */
export function readRequirements(
  file: SourceFile | undefined,
  kinds: readonly KindInFile[],
  known: readonly string[],
): Outcome<readonly Requirement[]> {
  if (file === undefined) {
    const regulation = kinds.find(({ id }) => REQUIREMENTS.startsWith(`${id}/`));
    return { value: [], diagnostics: regulation === undefined ? [] : [noList(regulation)] };
  }
  const { value: yaml, diagnostics } = readYaml(file);
  if (yaml === undefined) return { diagnostics };
  const faults = validateAgainst(FILE_SCHEMAS.requiredDocuments)(yaml);
  if (faults.length > 0) return { diagnostics: [...diagnostics, ...faults] };
  const value = yaml.data as unknown as RequiredDocumentsFile;
  const unknown = value.flatMap((requirement, index) =>
    requirement.kinds.flatMap((kind, at): Diagnostic[] => {
      if (known.includes(kind)) return [];
      const near = suggest(kind, known, 1);
      return [
        raise(FINDINGS.TRC3008, {
          message: text(`Нет вида документа «${kind}»`, `There is no document kind “${kind}”`),
          hints:
            near.length > 0
              ? didYouMean(near)
              : text(
                  "Исправьте имя вида или создайте его папку в templates",
                  "Correct the name of the kind, or create its folder in templates",
                ),
          place: yaml.placeOf(`/${index}/kinds/${at}`),
          pointer: `/${index}/kinds/${at}`,
        }),
      ];
    }),
  );
  return { value, diagnostics: [...diagnostics, ...unknown] };
}

/** A kind, and a place in its kind.yaml. */
type KindInFile = { readonly id: string; readonly variantPlace: Place };

function noList({ id, variantPlace }: KindInFile): Diagnostic {
  const start = { line: 1, column: 1 };
  return raise(FINDINGS.TRC3003, {
    message: text(
      `При виде «${id}» нет перечня обязательных документов`,
      `The kind “${id}” has no list of required documents`,
    ),
    hints: text(`Создайте templates/${REQUIREMENTS}`, `Create templates/${REQUIREMENTS}`),
    place: { file: variantPlace.file, start, end: start },
  });
}
