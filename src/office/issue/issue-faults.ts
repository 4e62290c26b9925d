import { type Diagnostic, raise, text } from "../../base/diagnostics/index.ts";
import { numericDate } from "../../base/text/index.ts";
import {
  casesOf,
  formatNumber,
  isUnassigned,
  nomenclatureOf,
  parseNumber,
  takenNumbers,
} from "../../paperwork/facts/index.ts";
import { allRecords, type ContentRecord, type Dossier } from "../../paperwork/records/index.ts";
import { type EntryFields, entriesOf, type RegisterEntry, seriesOf } from "../../paperwork/register/index.ts";
import type { Laid } from "../../project/pipeline/index.ts";
import { FINDINGS } from "./findings.ts";

/** What speaks against issuing a document now. Codes TRC8111–TRC8113, TRC8115–TRC8118. */
export function issueFaults({ rendered }: Laid, fields: EntryFields, dossier: Dossier): Diagnostic[] {
  const { record } = rendered.job;
  const entries = entriesOf(dossier);
  const series = entries.filter((entry) => seriesOf(entry.fields) === seriesOf(fields));
  const issued = entries.find((entry) => entry.fields.document === fields.document);
  if (issued !== undefined) return [already(record, issued)];
  return [
    ...taken(record, fields, dossier),
    ...disordered(record, fields, series),
    ...lettered(record, fields),
    ...future(record, fields),
    ...unnumbered(rendered, fields.text, dossier),
    ...unknownCase(record, fields, dossier),
  ];
}

function already(record: ContentRecord, { fields, placeOf }: RegisterEntry): Diagnostic {
  return raise(FINDINGS.TRC8111, {
    message: text(
      `Документ «${fields.title}» уже издан ${numericDate(fields.registered)}`,
      `The document “${fields.title}” was issued on ${fields.registered}`,
    ),
    hints: text(
      `Изменить приказ можно другим приказом: trc new order-amendment --of ${record.id}`,
      `An order can be changed by another order: trc new order-amendment --of ${record.id}`,
    ),
    place: record.placeOf(""),
    related: [{ message: text("запись реестра", "entry of the register"), place: placeOf("") }],
  });
}

function taken(record: ContentRecord, fields: EntryFields, dossier: Dossier): Diagnostic[] {
  if (fields.suffix === undefined) return [];
  const number = parseNumber(fields.number ?? "");
  const other =
    number === null
      ? undefined
      : takenNumbers(dossier, { author: fields.author, year: fields.year, form: number, of: record }).find(
          (one) => one.record !== record && formatNumber(one.number) === formatNumber(number),
        );
  if (other === undefined) return [];
  return [
    raise(FINDINGS.TRC8112, {
      message: text(`Номер ${fields.number} уже занят`, `The number ${fields.number} is taken`),
      place: record.placeOf("/number"),
      related: [{ message: text("тот же номер", "the same number"), place: other.record.placeOf("/number") }],
    }),
  ];
}

/** A smaller number never has a later date (V02): otherwise the document was dated back. */
function disordered(record: ContentRecord, fields: EntryFields, series: readonly RegisterEntry[]): Diagnostic[] {
  const order = orderOf(fields);
  if (order === null) return [];
  const wrong = series.find((entry) => {
    const other = orderOf(entry.fields);
    if (other === null) return false;
    return (other < order && entry.fields.date > fields.date) || (other > order && entry.fields.date < fields.date);
  });
  if (wrong === undefined) return [];
  return [
    raise(FINDINGS.TRC8113, {
      message: text(
        `№ ${fields.number} от ${numericDate(fields.date)} не встаёт в ряд: уже издан № ${wrong.fields.number} от ${numericDate(wrong.fields.date)}`,
        `No. ${fields.number} of ${fields.date} does not fit in its series: no. ${wrong.fields.number} of ${wrong.fields.date} is issued already`,
      ),
      place: record.placeOf("/date"),
      related: [{ message: text("изданный документ", "the issued document"), place: wrong.placeOf("/number") }],
    }),
  ];
}

function lettered(record: ContentRecord, { number, suffix }: EntryFields): Diagnostic[] {
  if (number === undefined || suffix === undefined || (parseNumber(number)?.letter ?? "") === "") return [];
  return [
    raise(FINDINGS.TRC8115, {
      message: text(
        `Номер ${number} – литерный: так выглядят документы, вставленные задним числом`,
        `The number ${number} has a letter: so documents look that were put in later`,
      ),
      place: record.placeOf("/number"),
    }),
  ];
}

function future(record: ContentRecord, { date, registered }: EntryFields): Diagnostic[] {
  if (date <= registered) return [];
  return [
    raise(FINDINGS.TRC8116, {
      message: text(
        `Дата документа ${numericDate(date)} позже дня регистрации ${numericDate(registered)}`,
        `The date of the document, ${date}, is later than the day of registration, ${registered}`,
      ),
      place: record.placeOf("/date"),
    }),
  ];
}

/** A frozen text must not say «приказ № __-ОД». */
function unnumbered({ sources, job }: Laid["rendered"], frozen: readonly string[], dossier: Dossier): Diagnostic[] {
  const used = new Set(sources);
  const drafts = allRecords(dossier).filter((one) => {
    const number = String(one.data.number ?? "");
    return (
      one !== job.record && used.has(one.source) && isUnassigned(number) && frozen.some((line) => line.includes(number))
    );
  });
  return drafts.map((draft) =>
    raise(FINDINGS.TRC8117, {
      message: text(
        `Документ ссылается на «${draft.id}», а у того ещё нет номера`,
        `The document refers to “${draft.id}”, which has no number yet`,
      ),
      hints: text(`Сначала издайте тот документ: trc issue ${draft.id}`, `Issue that one first: trc issue ${draft.id}`),
      place: job.record.placeOf(""),
      related: [
        { message: text("документ без номера", "the document without a number"), place: draft.placeOf("/number") },
      ],
    }),
  );
}

/** The index must stand in the nomenclature that the document's year goes by, when the records have one. */
function unknownCase(record: ContentRecord, { caseIndex, year, author }: EntryFields, dossier: Dossier): Diagnostic[] {
  if (caseIndex === undefined || author !== "centre") return [];
  const nomenclature = nomenclatureOf(dossier, year);
  if (nomenclature === undefined || casesOf(nomenclature).some(({ index }) => index === caseIndex)) return [];
  return [
    raise(FINDINGS.TRC8118, {
      message: text(
        `Дела с индексом ${caseIndex} нет в номенклатуре на ${nomenclature.data.year} год`,
        `The nomenclature of ${nomenclature.data.year} has no case ${caseIndex}`,
      ),
      place: record.placeOf("/caseIndex"),
      related: [
        { message: text("номенклатура дел", "the nomenclature of cases"), place: nomenclature.placeOf("/sections") },
      ],
    }),
  ];
}

function orderOf({ number, suffix }: Pick<EntryFields, "number" | "suffix">): number | null {
  return number === undefined || suffix === undefined ? null : (parseNumber(number)?.order ?? null);
}
