import { type Outcome, raise, startOf, text } from "../../base/diagnostics/index.ts";
import { findChanges } from "../../paperwork/amendments/index.ts";
import { writeOther } from "../pipeline/index.ts";
import { changesOfRecord, type EditedChanges, type EditedOptions, prefixOf } from "./changes-of-record.ts";
import { consolidate } from "./consolidate.ts";
import { leftOut, linesOfText, linesOfWord, readEdited } from "./edited-file.ts";
import { FINDINGS } from "./findings.ts";

/**
 * What an edited copy asks an amending record to say: of a text in force the changes that make it what the copy says, of the record itself also
 * the changes of its facts. Codes TRC9507 and those of `consolidate`.
 */
export async function editedChanges(options: EditedOptions): Promise<Outcome<EditedChanges>> {
  const { edited, document } = options;
  if (/\.ya?ml$/i.test(edited)) return changesOfRecord(options);
  const report = await consolidate({ ...options, drafts: true, out: null, formats: [] });
  const { model, laid, collection, diagnostics } = report;
  if (model === null || laid === null) return { diagnostics };
  const bytes = await readEdited(edited);
  if ("code" in bytes) return { diagnostics: [bytes] };
  const copy = /\.docx$/i.test(edited)
    ? await linesOfWord(edited, bytes, { lines: report.lines, ours: () => writeOther(laid, model, "docx") })
    : { value: linesOfText(bytes), diagnostics: [] };
  if (copy.value === undefined) return { diagnostics: copy.diagnostics };
  const { changes, outside, renumbered } = findChanges(model, copy.value);
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
  const warnings = [...copy.diagnostics, ...leftOut(edited, outside)];
  if (changes.length > 0) return { value: [[`${prefixOf(collection)}changes`, changes]], diagnostics: warnings };
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
