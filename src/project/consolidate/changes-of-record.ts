import { type Diagnostic, type Outcome, raise, startOf, text } from "../../base/diagnostics/index.ts";
import { type Change, type FactChange, findChanges, findFacts } from "../../paperwork/amendments/index.ts";
import { documentLines } from "../../paperwork/document/index.ts";
import type { Laid } from "../pipeline/index.ts";
import { builtDocument, type DocumentWish } from "./built-document.ts";
import { leftOut, readEdited } from "./edited-file.ts";
import { FINDINGS } from "./findings.ts";

/** A document, and its text as somebody wants it to be. */
export type EditedOptions = DocumentWish & {
  /** The day whose text was edited, ISO. */
  readonly at: string;
  /** File of the edited text, as `trc consolidate --text` printed it. */
  readonly edited: string;
};

/** Properties of an amending record and what they hold. */
export type EditedChanges = readonly (readonly [property: string, value: readonly (Change | FactChange)[]])[];

/**
 * The changes that an edited copy of a record asks for: those of the text are found between the document as it is and as the copy would print it,
 * those of the facts between the two records. Codes TRC9502, TRC9507 and those of a check.
 */
export async function changesOfRecord(options: EditedOptions): Promise<Outcome<EditedChanges>> {
  const { edited, document } = options;
  const bytes = await readEdited(edited);
  if ("code" in bytes) return { diagnostics: [bytes] };
  const before = await made(options);
  if (before.value === undefined) return { diagnostics: before.diagnostics };
  const { record } = before.value.rendered.job;
  const after = await made(options, new Map([[record.file, bytes]]));
  if (after.value === undefined) return { diagnostics: after.diagnostics };
  const { rendered } = after.value;
  const { changes, outside, renumbered } = findChanges(before.value.rendered.model, documentLines(rendered.model));
  const facts = findFacts(record.data, rendered.job.record.data);
  const prefix = prefixOf(record.collection);
  const value: EditedChanges = [
    ...(facts.length > 0 ? [[`${prefix}facts`, facts] as const] : []),
    ...(changes.length > 0 ? [[`${prefix}changes`, changes] as const] : []),
  ];
  const place = startOf(edited);
  const said: Diagnostic[] = [
    ...renumbered.map((moved) =>
      raise(FINDINGS.TRC9507, {
        severity: "warning",
        message: text(
          `Пункт ${moved.before} стал пунктом ${moved.after}: при изменении пункты не перенумеровывают, исправьте изменения`,
          `Clause ${moved.before} became clause ${moved.after}: an amendment does not renumber, correct the changes`,
        ),
        place,
      }),
    ),
    ...leftOut(edited, outside),
  ];
  if (value.length > 0) return { value, diagnostics: said };
  const message = text(
    `В «${edited}» то же, что в записи документа «${document}»`,
    `“${edited}” says what the record of “${document}” says`,
  );
  return { diagnostics: [...said, raise(FINDINGS.TRC9507, { message, place })] };
}

/** Where an amending record of a document of the collection has its changes. */
export function prefixOf(collection: string | null): string {
  return collection === "agreements" ? "" : "amends.0.";
}

/** The document by its record, or by what stands for it. That an issued one has other words then is what is asked for. */
async function made(options: EditedOptions, overlay?: ReadonlyMap<string, Uint8Array>): Promise<Outcome<Laid>> {
  const { chosen, errors, missing } = await builtDocument(options, overlay);
  if (chosen !== undefined) return { value: chosen, diagnostics: [] };
  return { diagnostics: errors.length > 0 ? errors : [missing] };
}
