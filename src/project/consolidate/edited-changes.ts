import { readFile } from "node:fs/promises";
import { type Diagnostic, type Outcome, raise, startOf, text } from "../../base/diagnostics/index.ts";
import { isSystemFault, readingReason } from "../../base/storage/index.ts";
import { type Change, findChanges } from "../../paperwork/amendments/index.ts";
import { consolidate } from "./consolidate.ts";
import { FINDINGS } from "./findings.ts";

/** A document, and its text as somebody wants it to be. */
export type EditedOptions = {
  readonly content: string;
  readonly templates?: string | undefined;
  /** Id of the document or of its record. */
  readonly document: string;
  /** The day whose text was edited, ISO. */
  readonly at: string;
  /** File of the edited text, as `trc consolidate --text` printed it. */
  readonly edited: string;
};

/**
 * The changes that make a text in force what an edited copy of it says, and the property of an amending record that holds them. Codes TRC9507 and
 * those of `consolidate`.
 */
export async function editedChanges(
  options: EditedOptions,
): Promise<Outcome<{ readonly property: string; readonly changes: readonly Change[] }>> {
  const { edited, document } = options;
  const { model, collection, diagnostics } = await consolidate({ ...options, drafts: true, out: null, formats: [] });
  if (model === null) return { diagnostics };
  const lines = await readLines(edited);
  if ("code" in lines) return { diagnostics: [lines] };
  const { changes, outside, renumbered } = findChanges(model, lines);
  const place = startOf(edited);
  const [moved] = renumbered;
  if (moved !== undefined)
    return {
      diagnostics: [
        raise(FINDINGS.TRC9507, {
          message: text(
            `Пункт ${moved.before} стал пунктом ${moved.after}: при изменении пункты не перенумеровывают`,
            `Clause ${moved.before} became clause ${moved.after}: an amendment does not renumber`,
          ),
          place,
        }),
      ],
    };
  const warnings: Diagnostic[] = outside.map((line) =>
    raise(FINDINGS.TRC9507, {
      severity: "warning",
      message: text(
        `Эта правка не вошла: строка не в пункте и не в таблице с номерами строк: «${line}»`,
        `This was left out: the line is of no clause and of no table with numbered rows: “${line}”`,
      ),
      place,
    }),
  );
  if (changes.length > 0)
    return {
      value: { property: collection === "agreements" ? "changes" : "amends.0.changes", changes },
      diagnostics: warnings,
    };
  return {
    diagnostics: [
      ...warnings,
      raise(FINDINGS.TRC9507, {
        message: text(
          `В «${edited}» пункты те же, что в действующем тексте «${document}»`,
          `“${edited}” has the clauses of the text of “${document}” in force`,
        ),
        place,
      }),
    ],
  };
}

async function readLines(path: string): Promise<string[] | Diagnostic> {
  try {
    return (await readFile(path, "utf8")).replace(/^\ufeff/, "").split(/\r?\n/);
  } catch (error) {
    if (!isSystemFault(error)) throw error;
    const why = readingReason(error);
    return raise(FINDINGS.TRC9507, {
      message: text(`Файл «${path}» не прочитать: ${why.ru}`, `The file “${path}” cannot be read: ${why.en}`),
    });
  }
}
