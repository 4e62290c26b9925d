import type { Diagnostic } from "../../base/diagnostics/index.ts";
import { numericDate } from "../../base/text/index.ts";
import type { ContentRecord, Dossier } from "../../paperwork/records/index.ts";
import {
  type EntryFields,
  entriesOf,
  isUnassigned,
  parseNumber,
  type RegisterEntry,
  seriesOf,
} from "../../paperwork/register/index.ts";
import type { Laid } from "../../project/pipeline/index.ts";

/** What speaks against issuing a document now. Codes TRC8111–TRC8113, TRC8115–TRC8118. */
export function issueFaults({ rendered }: Laid, fields: EntryFields, dossier: Dossier): Diagnostic[] {
  const { record } = rendered.job;
  const entries = entriesOf(dossier);
  const series = entries.filter((entry) => seriesOf(entry.fields) === seriesOf(fields));
  const issued = entries.find((entry) => entry.fields.document === fields.document);
  if (issued !== undefined) return [already(record, issued)];
  return [
    ...taken(record, fields, series, dossier),
    ...disordered(record, fields, series),
    ...lettered(record, fields),
    ...future(record, fields),
    ...unnumbered(rendered, fields.text, dossier),
    ...unknownCase(record, fields, dossier),
  ];
}

function already(record: ContentRecord, { fields, placeOf }: RegisterEntry): Diagnostic {
  return {
    code: "TRC8111",
    severity: "error",
    message: `Документ «${fields.title}» уже издан ${numericDate(fields.registered)}`,
    hints: [`Изменить приказ можно другим приказом: trc new order-amendment --of ${record.id}`],
    place: record.placeOf(""),
    related: [{ message: "запись реестра", place: placeOf("") }],
    english: {
      message: `The document “${fields.title}” was issued on ${fields.registered}`,
      hints: [`An order can be changed by another order: trc new order-amendment --of ${record.id}`],
      related: ["entry of the register"],
    },
  };
}

function taken(
  record: ContentRecord,
  fields: EntryFields,
  series: readonly RegisterEntry[],
  dossier: Dossier,
): Diagnostic[] {
  if (fields.suffix === undefined) return [];
  const entry = series.find((one) => one.fields.number === fields.number);
  const draft = [...(dossier.collections.get(record.collection)?.values() ?? [])].find(
    (other) =>
      other !== record &&
      other.data["number"] === fields.number &&
      other.data["issuer"] === record.data["issuer"] &&
      String(other.data["date"] ?? "").startsWith(String(fields.year)),
  );
  const other = entry?.placeOf("/number") ?? draft?.placeOf("/number");
  if (other === undefined) return [];
  return [
    {
      code: "TRC8112",
      severity: "error",
      message: `Номер ${fields.number} уже занят`,
      hints: ['Оставьте вместо числа пропуск ("__-ОД"), и trc issue даст следующий номер'],
      place: record.placeOf("/number"),
      related: [{ message: "тот же номер", place: other }],
      english: {
        message: `The number ${fields.number} is taken`,
        hints: ['Leave a blank in place of the figure ("__-ОД"), and trc issue gives the next number'],
        related: ["the same number"],
      },
    },
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
    {
      code: "TRC8113",
      severity: "error",
      message: `№ ${fields.number} от ${numericDate(fields.date)} не встаёт в ряд: уже издан № ${wrong.fields.number} от ${numericDate(wrong.fields.date)}`,
      why: "Номера внутри года растут вместе с датами; иначе документ выглядит изданным задним числом",
      hints: ["Проверьте дату и номер; дату можно поставить при издании: trc issue … --date ГГГГ-ММ-ДД"],
      place: record.placeOf("/date"),
      related: [{ message: "изданный документ", place: wrong.placeOf("/number") }],
      english: {
        message: `No. ${fields.number} of ${fields.date} does not fit in its series: no. ${wrong.fields.number} of ${wrong.fields.date} is issued already`,
        why: "Within a year numbers grow with the dates; otherwise the document looks dated back",
        hints: ["Check the date and the number; the date can be set when issuing: trc issue … --date YYYY-MM-DD"],
        related: ["the issued document"],
      },
    },
  ];
}

function lettered(record: ContentRecord, { number, suffix }: EntryFields): Diagnostic[] {
  if (number === undefined || suffix === undefined || (parseNumber(number)?.letter ?? "") === "") return [];
  return [
    {
      code: "TRC8115",
      severity: "warning",
      message: `Номер ${number} – литерный: так выглядят документы, вставленные задним числом`,
      hints: ["Журнал перечислит его в заверительной записи; без нужды литерных номеров не давайте"],
      place: record.placeOf("/number"),
      english: {
        message: `The number ${number} has a letter: so documents look that were put in later`,
        hints: ["The register will name it in its certifying note; give no such numbers without need"],
      },
    },
  ];
}

function future(record: ContentRecord, { date, registered }: EntryFields): Diagnostic[] {
  if (date <= registered) return [];
  return [
    {
      code: "TRC8116",
      severity: "error",
      message: `Дата документа ${numericDate(date)} позже дня регистрации ${numericDate(registered)}`,
      why: "Документ регистрируют в день подписания или утверждения",
      hints: ["Дождитесь этого дня или исправьте дату"],
      place: record.placeOf("/date"),
      english: {
        message: `The date of the document, ${date}, is later than the day of registration, ${registered}`,
        why: "A document is registered on the day it is signed or approved",
        hints: ["Wait for that day or mend the date"],
      },
    },
  ];
}

/** A frozen text must not say «приказ № __-ОД». */
function unnumbered({ sources, job }: Laid["rendered"], text: readonly string[], dossier: Dossier): Diagnostic[] {
  const used = new Set(sources);
  const drafts = [...dossier.collections.values()]
    .flatMap((records) => [...records.values()])
    .filter((one) => {
      const number = String(one.data["number"] ?? "");
      return (
        one !== job.record && used.has(one.source) && isUnassigned(number) && text.some((line) => line.includes(number))
      );
    });
  return drafts.map((draft) => ({
    code: "TRC8117",
    severity: "error" as const,
    message: `Документ ссылается на «${draft.id}», а у того ещё нет номера`,
    hints: [`Сначала издайте тот документ: trc issue ${draft.id}`],
    place: job.record.placeOf(""),
    related: [{ message: "документ без номера", place: draft.placeOf("/number") }],
    english: {
      message: `The document refers to “${draft.id}”, which has no number yet`,
      hints: [`Issue that one first: trc issue ${draft.id}`],
      related: ["the document without a number"],
    },
  }));
}

/** The index must stand in the nomenclature of the document's year, when the records have one. */
function unknownCase(record: ContentRecord, { caseIndex, year, author }: EntryFields, dossier: Dossier): Diagnostic[] {
  if (caseIndex === undefined || author !== "centre") return [];
  const nomenclature = [...(dossier.collections.get("documents")?.values() ?? [])].find(
    ({ data }) => data["year"] === year && Array.isArray(data["sections"]),
  );
  if (nomenclature === undefined) return [];
  const sections = nomenclature.data["sections"] as readonly {
    readonly cases?: readonly { readonly index?: string }[];
  }[];
  if (sections.some(({ cases }) => cases?.some(({ index }) => index === caseIndex))) return [];
  return [
    {
      code: "TRC8118",
      severity: "error",
      message: `Дела с индексом ${caseIndex} нет в номенклатуре на ${year} год`,
      hints: ["Исправьте индекс дела в записи или внесите дело в номенклатуру"],
      place: record.placeOf("/caseIndex"),
      related: [{ message: "номенклатура дел", place: nomenclature.placeOf("/sections") }],
      english: {
        message: `The nomenclature of ${year} has no case ${caseIndex}`,
        hints: ["Mend the case in the record or enter the case in the nomenclature"],
        related: ["the nomenclature of cases"],
      },
    },
  ];
}

function orderOf({ number, suffix }: Pick<EntryFields, "number" | "suffix">): number | null {
  return number === undefined || suffix === undefined ? null : (parseNumber(number)?.order ?? null);
}
