import { type Diagnostic, type Outcome, raise, startOf, text } from "../../base/diagnostics/index.ts";
import { isSystemFault, readGiven, readingReason } from "../../base/storage/index.ts";
import { findChanges } from "../../paperwork/amendments/index.ts";
import { changesOfRecord, type EditedChanges, type EditedOptions, prefixOf } from "./changes-of-record.ts";
import { consolidate } from "./consolidate.ts";
import { FINDINGS } from "./findings.ts";

/**
 * What an edited copy asks an amending record to say: of a text in force the changes that make it what the copy says, of the record itself also
 * the changes of its facts. Codes TRC9507 and those of `consolidate`.
 */
export async function editedChanges(options: EditedOptions): Promise<Outcome<EditedChanges>> {
  const { edited, document } = options;
  if (/\.ya?ml$/i.test(edited)) return changesOfRecord(options);
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

async function readLines(path: string): Promise<string[] | Diagnostic> {
  try {
    return (await readGiven(path))
      .toString("utf8")
      .replace(/^\ufeff/, "")
      .split(/\r?\n/);
  } catch (error) {
    if (!isSystemFault(error)) throw error;
    const why = readingReason(error);
    return raise(FINDINGS.TRC9507, {
      message: text(`Файл «${path}» не прочитать: ${why.ru}`, `The file “${path}” cannot be read: ${why.en}`),
    });
  }
}
