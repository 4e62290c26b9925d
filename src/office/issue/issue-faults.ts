import { type Diagnostic, raise, text } from "../../base/diagnostics/index.ts";
import {
  casesOf,
  formatNumber,
  isUnassigned,
  nomenclatureOf,
  numberKey,
  parseNumber,
  takenNumbers,
  unconfirmedOf,
} from "../../paperwork/facts/index.ts";
import { allRecords, type Dossier } from "../../paperwork/records/index.ts";
import { type EntryFields, entriesOf, inForce, instead } from "../../paperwork/register/index.ts";
import type { Laid } from "../../project/pipeline/index.ts";
import { FINDINGS } from "./findings.ts";

/** What speaks against issuing a document now. Codes TRC8111–TRC8113, TRC8115–TRC8118, TRC8122. */
export function* issueFaults({ rendered }: Laid, fields: EntryFields, dossier: Dossier): Generator<Diagnostic> {
  const { record } = rendered.job;
  const { date, registered, caseIndex } = fields;
  const entries = entriesOf(dossier);
  const issued = inForce(entries).find((entry) => entry.fields.document === fields.document);
  if (issued !== undefined)
    return yield raise(FINDINGS.TRC8111, {
      of: [issued.fields.title, issued.fields.registered],
      hints: [
        ...instead(record),
        text(
          `Если он издан по ошибке, аннулируйте регистрацию: trc annul ${record.id}`,
          `If it was issued by mistake, annul its registration: trc annul ${record.id}`,
        ),
      ],
      place: record.placeOf(""),
      related: [{ message: text("запись реестра", "entry of the register"), place: issued.placeOf("") }],
    });
  for (const one of unconfirmedOf(dossier, record))
    yield raise(FINDINGS.TRC8122, { of: [one.names.join(", ")], place: one.record.keyPlaceOf("/unconfirmed") });
  yield* numberFaults(rendered, fields, dossier);
  if (date > registered)
    yield raise(FINDINGS.TRC8116, { of: [date, registered, "registration"], place: record.placeOf("/date") });
  yield* unnumbered(rendered, fields.text, dossier);
  // The index must stand in the nomenclature that the document's year goes by, when the records have one.
  const nomenclature =
    caseIndex === undefined || fields.author !== "centre" ? undefined : nomenclatureOf(dossier, fields.year);
  if (nomenclature !== undefined && !casesOf(nomenclature).some(({ index }) => index === caseIndex))
    yield raise(FINDINGS.TRC8118, {
      of: [caseIndex, nomenclature.data.year],
      place: record.placeOf("/caseIndex"),
      related: [
        { message: text("номенклатура дел", "the nomenclature of cases"), place: nomenclature.placeOf("/sections") },
      ],
    });
}

/** The number is free, has no letter, and a smaller one never has a later date (V02): otherwise the document was dated back. */
function* numberFaults(
  { job: { record } }: Laid["rendered"],
  fields: EntryFields,
  dossier: Dossier,
): Generator<Diagnostic> {
  const { number = "", suffix, author, year, date } = fields;
  const own = suffix === undefined ? null : parseNumber(number);
  if (own === null) return;
  const series = takenNumbers(dossier, { author, year, form: own, of: record });
  const taken = series.find((one) => one.record !== record && numberKey(one.number) === numberKey(own));
  if (taken !== undefined)
    yield raise(FINDINGS.TRC8112, {
      of: [number, formatNumber({ ...own, order: null, letter: "" })],
      place: record.placeOf("/number"),
      related: [{ message: text("тот же номер", "the same number"), place: taken.record.placeOf("/number") }],
    });
  const wrong = series.find(({ number: { order }, record: { collection }, date: issued }) => {
    if (collection !== "register" || own.order === null || order === null) return false;
    return (order < own.order && issued > date) || (order > own.order && issued < date);
  });
  if (wrong !== undefined)
    yield raise(FINDINGS.TRC8113, {
      of: [fields, { number: formatNumber(wrong.number), date: wrong.date }],
      place: record.placeOf("/date"),
      related: [{ message: text("изданный документ", "the issued document"), place: wrong.record.placeOf("/number") }],
    });
  if ((own.letter ?? "") !== "") yield raise(FINDINGS.TRC8115, { of: [number], place: record.placeOf("/number") });
}

/** A frozen text must not say «приказ № __-ОД». */
function* unnumbered(
  { sources, job: { record } }: Laid["rendered"],
  frozen: readonly string[],
  dossier: Dossier,
): Generator<Diagnostic> {
  for (const draft of allRecords(dossier)) {
    const number = String(draft.data.number ?? "");
    if (draft === record || !sources.includes(draft.source) || !isUnassigned(number)) continue;
    if (frozen.some((line) => line.includes(number)))
      yield raise(FINDINGS.TRC8117, {
        of: [draft.id],
        place: record.placeOf(""),
        related: [
          { message: text("документ без номера", "the document without a number"), place: draft.placeOf("/number") },
        ],
      });
  }
}
