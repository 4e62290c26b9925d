import { type Diagnostic, type Outcome, raise } from "../../base/diagnostics/index.ts";
import type { YamlChange } from "../../base/yaml/index.ts";
import { formatNumber, nextFree, parseNumber } from "../../paperwork/facts/index.ts";
import type { Dossier } from "../../paperwork/records/index.ts";
import type { Laid } from "../../project/pipeline/index.ts";
import { ownNumber } from "./entry-fields.ts";
import { FINDINGS } from "./findings.ts";

/**
 * The changes of the record that give the document its number and date: none when both stand already. Codes TRC8112, TRC8114, TRC8119.
 */
export function chooseNumber(
  { rendered }: Laid,
  dossier: Dossier,
  wanted: { readonly number?: string; readonly date?: string },
): Outcome<readonly YamlChange[]> {
  const { record } = rendered.job;
  const edits: YamlChange[] = [];
  const diagnostics: Diagnostic[] = [];
  const noPlace = (key: "number" | "date"): number =>
    diagnostics.push(raise(FINDINGS.TRC8119, { of: [record.id, key], place: record.placeOf("") }));
  const written = rendered.model.meta.date ?? "";
  const { date = written } = wanted;
  if (date !== written) {
    if (typeof record.data.date !== "string") noPlace("date");
    else edits.push({ kind: "set", at: "/date", value: date });
  }
  const current = ownNumber(rendered);
  const asked = wanted.number ?? current;
  const form = asked === null ? null : parseNumber(asked);
  if (asked !== null && current === null) noPlace("number");
  else if (asked !== null && form === null)
    diagnostics.push(raise(FINDINGS.TRC8114, { of: [asked], place: record.placeOf("/number") }));
  else if (form !== null) {
    const series = { author: rendered.author, year: Number(date.slice(0, 4)), form, of: record };
    const text = formatNumber(form.order === null ? nextFree(dossier, series) : form);
    if (text !== current) edits.push({ kind: "set", at: "/number", value: text });
  }
  return diagnostics.length > 0 ? { diagnostics } : { value: edits, diagnostics };
}
