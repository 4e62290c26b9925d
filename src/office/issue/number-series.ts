import { type Diagnostic, type Outcome, raise } from "../../base/diagnostics/index.ts";
import { formatNumber, nextFree, parseNumber } from "../../paperwork/facts/index.ts";
import type { Dossier } from "../../paperwork/records/index.ts";
import type { Laid } from "../../project/pipeline/index.ts";
import type { Edit } from "./edit-record.ts";
import { ownNumber } from "./entry-fields.ts";
import { FINDINGS } from "./findings.ts";

/**
 * The edits of the record that give the document its number and date: none when both stand already. Codes TRC8112, TRC8114, TRC8119.
 */
export function chooseNumber(
  { rendered }: Laid,
  dossier: Dossier,
  wanted: { readonly number?: string; readonly date?: string },
): Outcome<readonly Edit[]> {
  const { record } = rendered.job;
  const edits: Edit[] = [];
  const found: Diagnostic[] = [];
  const noPlace = (key: "number" | "date"): Diagnostic =>
    raise(FINDINGS.TRC8119, { of: [record.id, key], place: record.placeOf("") });
  const date = wanted.date ?? rendered.model.meta.date ?? "";
  if (wanted.date !== undefined && wanted.date !== rendered.model.meta.date) {
    if (typeof record.data.date !== "string") found.push(noPlace("date"));
    else edits.push({ place: record.placeOf("/date"), value: wanted.date });
  }
  const current = ownNumber(rendered);
  const asked = wanted.number ?? current;
  if (asked === null) return outcome(edits, found);
  if (current === null) return outcome(edits, [...found, noPlace("number")]);
  const parsed = parseNumber(asked);
  if (parsed === null)
    return outcome(edits, [...found, raise(FINDINGS.TRC8114, { of: [asked], place: record.placeOf("/number") })]);
  const series = { author: rendered.author, year: Number(date.slice(0, 4)), form: parsed, of: record };
  const number = parsed.order === null ? nextFree(dossier, series) : parsed;
  const text = formatNumber(number);
  if (text !== current) edits.push({ place: record.placeOf("/number"), value: JSON.stringify(text) });
  return outcome(edits, found);
}

function outcome(edits: readonly Edit[], diagnostics: readonly Diagnostic[]): Outcome<readonly Edit[]> {
  return diagnostics.length > 0 ? { diagnostics } : { value: edits, diagnostics: [] };
}
