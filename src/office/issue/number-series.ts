import { type Diagnostic, type Outcome, raise, text } from "../../base/diagnostics/index.ts";
import { formatNumber, nextFree, parseNumber } from "../../paperwork/facts/index.ts";
import type { ContentRecord, Dossier } from "../../paperwork/records/index.ts";
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
  const date = wanted.date ?? rendered.model.meta.date ?? "";
  if (wanted.date !== undefined && wanted.date !== rendered.model.meta.date) {
    if (typeof record.data.date !== "string") found.push(noPlace(record, "date"));
    else edits.push({ place: record.placeOf("/date"), value: wanted.date });
  }
  const current = ownNumber(rendered);
  const asked = wanted.number ?? current;
  if (asked === null) return outcome(edits, found);
  if (current === null) return outcome(edits, [...found, noPlace(record, "number")]);
  const parsed = parseNumber(asked);
  if (parsed === null) return outcome(edits, [...found, unreadable(record, asked)]);
  const series = { author: rendered.author, year: Number(date.slice(0, 4)), form: parsed, of: record };
  const number = parsed.order === null ? nextFree(dossier, series) : parsed;
  const text = formatNumber(number);
  if (text !== current) edits.push({ place: record.placeOf("/number"), value: JSON.stringify(text) });
  return outcome(edits, found);
}

function outcome(edits: readonly Edit[], diagnostics: readonly Diagnostic[]): Outcome<readonly Edit[]> {
  return diagnostics.length > 0 ? { diagnostics } : { value: edits, diagnostics: [] };
}

function noPlace(record: ContentRecord, key: "number" | "date"): Diagnostic {
  const what = key === "number" ? "номера" : "даты";
  return raise(FINDINGS.TRC8119, {
    message: text(
      `У документа «${record.id}» нет своего свойства ${key}: вписать значение ${what} некуда`,
      `The document “${record.id}” has no property ${key} of its own: there is no place for the ${key}`,
    ),
    hints: [
      key === "number"
        ? text(
            'Добавьте в запись строку number: "__-ОД" (пропуск вместо числа) или издавайте без --number',
            'Add the line number: "__-ОД" to the record (a blank in place of the figure), or issue without --number',
          )
        : text(
            "Дата этого документа берётся из другой записи; издавайте без --date",
            "The date of this document comes from another record; issue without --date",
          ),
    ],
    place: record.placeOf(""),
  });
}

function unreadable(record: ContentRecord, number: string): Diagnostic {
  return raise(FINDINGS.TRC8114, {
    message: text(
      `Номер «${number}» не разобрать: он должен начинаться с порядкового номера`,
      `The number “${number}” cannot be read: it has to begin with the ordinal number`,
    ),
    place: record.placeOf("/number"),
    norm: "ГОСТ Р 7.0.97, реквизит 11",
  });
}
