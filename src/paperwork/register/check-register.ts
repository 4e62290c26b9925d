import { type Diagnostic, raise, text } from "../../base/diagnostics/index.ts";
import { wordChanges } from "../document/index.ts";
import { issuedNumbers, parseNumber, seriesKey, valueAt } from "../facts/index.ts";
import type { Dossier } from "../records/index.ts";
import { type BytesOf, chainFaults } from "./chain.ts";
import type { CheckedDocument } from "./checked-document.ts";
import { entriesOf, inForce, type RegisterEntry } from "./entry.ts";
import { FINDINGS } from "./findings.ts";
import { type Reworded, rewordedDocuments } from "./reworded-documents.ts";

/** What is known of the set when the register is checked. */
export type RegisterCheck = {
  readonly dossier: Dossier;
  readonly bytesOf: BytesOf;
  /** Documents that were made; those that were not asked for are not missed. */
  readonly documents: readonly CheckedDocument[];
  /** Ids of every document the records give. */
  readonly planned: ReadonlySet<string>;
};

/**
 * The register against itself and against the documents: an issued document is frozen, its words are those that were issued.
 * Codes TRC8001–TRC8007 and TRC8101–TRC8103.
 */
export function checkRegister({ dossier, bytesOf, documents, planned }: RegisterCheck): Diagnostic[] {
  const entries = entriesOf(dossier);
  if (entries.length === 0) return [];
  const made = new Map(documents.map((document) => [document.id, document]));
  const reworded: Reworded[] = [];
  const others = inForce(entries).flatMap((entry) => {
    const document = made.get(entry.fields.document);
    if (document === undefined) return planned.has(entry.fields.document) ? [] : [orphan(entry)];
    const changes = wordChanges(entry.fields.text, document.lines);
    if (changes.length === 0) return frozen(entry, document);
    reworded.push({ entry, document, changes });
    return [];
  });
  return [
    ...chainFaults(entries, bytesOf),
    ...rewordedDocuments(reworded, dossier),
    ...others,
    ...unregistered({ dossier, entries, documents }),
  ];
}

/** What else than its words a document may have changed. */
function frozen(entry: RegisterEntry, document: CheckedDocument): Diagnostic[] {
  const { title, digest, ...fields } = entry.fields;
  const { record } = document;
  const at = {
    place: record.placeOf(""),
    related: [{ message: text("запись реестра", "entry of the register"), place: entry.placeOf("/digest") }],
  };
  const details = DETAILS.flatMap(([key, { ru, en }]) => {
    const [was, is] = [key === "title" ? title : (fields[key] ?? null), document[key]];
    if (was === is) return [];
    return text(
      `${ru}: было «${was ?? "нет"}», стало «${is ?? "нет"}»`,
      `${en}: was “${was ?? "none"}”, is “${is ?? "none"}”`,
    );
  });
  if (details.length > 0)
    return [
      raise(FINDINGS.TRC8103, {
        ...at,
        message: text(
          `Реквизиты изданного документа «${title}» не те, что в реестре: ${details.map(({ ru }) => ru).join("; ")}`,
          `Details of the issued document “${title}” are not those of the register: ${details.map(({ en }) => en).join("; ")}`,
        ),
      }),
    ];
  if (digest === document.digest) return [];
  return [
    raise(FINDINGS.TRC8102, {
      ...at,
      message: text(
        `Слова изданного документа «${title}» прежние, но его строение изменилось`,
        `The words of the issued document “${title}” are the same, but its structure has changed`,
      ),
    }),
  ];
}

const DETAILS = [
  ["number", text("номер", "number")],
  ["date", text("дата", "date")],
  ["title", text("заголовок", "title")],
  ["organisation", text("автор", "author")],
  ["author", text("запись автора", "record of the author")],
  ["caseIndex", text("индекс дела", "case")],
] as const;

function orphan({ fields, placeOf }: RegisterEntry): Diagnostic {
  return raise(FINDINGS.TRC8005, {
    message: text(
      `Документ «${fields.title}» издан, но в комплекте его больше нет`,
      `The document “${fields.title}” is issued, but the set has it no longer`,
    ),
    hints: text(
      `Верните запись документа (${fields.document}) из истории git`,
      `Put the document's record (${fields.document}) back from the history of git`,
    ),
    place: placeOf("/document"),
  });
}

/** Documents with a number below the newest registered one of their series that were never registered. */
function unregistered({
  dossier,
  entries,
  documents,
}: Pick<RegisterCheck, "dossier" | "documents"> & { readonly entries: readonly RegisterEntry[] }): Diagnostic[] {
  const newest = new Map<string, number>();
  for (const { number, series } of issuedNumbers(dossier))
    newest.set(series.key, Math.max(number.order ?? 0, newest.get(series.key) ?? 0));
  const issued = new Set(entries.map(({ fields }) => fields.document));
  return documents.flatMap((document) => {
    const series = numberSeries(document);
    // A sheet of one row has no entry of its own: it is issued with the document of its record, `kind.record`.
    if (document.id.split(".").length > 2) return [];
    if (series === null || issued.has(document.id) || series.order > (newest.get(series.key) ?? 0)) return [];
    return [
      raise(FINDINGS.TRC8007, {
        message: text(
          `Документ «${document.title}» не внесён в реестр, а документы с более поздними номерами внесены`,
          `The document “${document.title}” is not in the register, while documents with later numbers are`,
        ),
        hints: [
          text(`Издайте его: trc issue ${document.record.id}`, `Issue it: trc issue ${document.record.id}`),
          text(
            "Если запись реестра удалена, верните её из истории git",
            "If its entry was removed, put it back from the history of git",
          ),
        ],
        place: document.record.placeOf("/number"),
      }),
    ];
  });
}

/** A document's own ordinal number and the key of its series. */
function numberSeries({
  record,
  number,
  date,
  author,
}: CheckedDocument): { readonly key: string; readonly order: number } | null {
  // A document approved by another one bears the number of that one.
  const form = number === null || valueAt(record.data, "number") !== number ? null : parseNumber(number);
  if (date === null || form === null || form.order === null) return null;
  return { key: seriesKey({ author, year: Number(date.slice(0, 4)), form, of: record }), order: form.order };
}
