import type { Diagnostic, Place } from "../../base/diagnostics/index.ts";
import { type ChangedPlaces, changedPlaces } from "../document/index.ts";
import type { ContentRecord, Dossier } from "../records/index.ts";
import { type BytesOf, chainFaults } from "./chain.ts";
import { entriesOf, type RegisterEntry, seriesOf } from "./entry.ts";
import { parseNumber } from "./number.ts";

/** A document of the set as a build has it now. */
export type CheckedDocument = {
  /** `order-general.91-od-2025` */
  readonly id: string;
  readonly record: ContentRecord;
  readonly number: string | null;
  readonly date: string | null;
  readonly title: string;
  /** Full name of the author on the document's date, and its record. */
  readonly organisation: string;
  readonly author: string;
  readonly caseIndex: string | null;
  readonly digest: string;
  readonly lines: readonly string[];
};

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
  return [
    ...chainFaults(entries, bytesOf),
    ...entries.flatMap((entry) => {
      const document = made.get(entry.fields.document);
      if (document !== undefined) return frozen(entry, document);
      return planned.has(entry.fields.document) ? [] : [orphan(entry)];
    }),
    ...unregistered(entries, documents),
  ];
}

function frozen(entry: RegisterEntry, document: CheckedDocument): Diagnostic[] {
  const { fields } = entry;
  const place = document.record.placeOf("");
  const related = [{ message: "запись реестра", place: entry.placeOf("/digest") }];
  const changes = changedPlaces(fields.text, document.lines);
  if (changes.places.length > 0) return [wordsChanged(fields.title, changes, document, related)];
  const changed = DETAILS.filter(([key, of]) => (fields[key] ?? null) !== of(document));
  const details = changed.map(
    ([key, of, name]) => `${name}: было «${fields[key] ?? "нет"}», стало «${of(document) ?? "нет"}»`,
  );
  const inEnglish = changed.map(
    ([key, of, , name]) => `${name}: was “${fields[key] ?? "none"}”, is “${of(document) ?? "none"}”`,
  );
  if (details.length > 0) {
    return [
      {
        code: "TRC8103",
        severity: "error",
        message: `Реквизиты изданного документа «${fields.title}» не те, что в реестре: ${details.join("; ")}`,
        hints: ["Верните прежние значения в записи документа"],
        place,
        related,
        english: {
          message: `Details of the issued document “${fields.title}” are not those of the register: ${inEnglish.join("; ")}`,
          hints: ["Put the earlier values back into the document's record"],
          related: REGISTER_ENTRY,
        },
      },
    ];
  }
  return fields.digest === document.digest ? [] : [structureChanged(fields.title, place, related)];
}

type Detail = "number" | "date" | "title" | "organisation" | "author" | "caseIndex";
const DETAILS: readonly (readonly [
  Detail,
  (document: CheckedDocument) => string | null,
  russian: string,
  english: string,
])[] = [
  ["number", ({ number }) => number, "номер", "number"],
  ["date", ({ date }) => date, "дата", "date"],
  ["title", ({ title }) => title, "заголовок", "title"],
  ["organisation", ({ organisation }) => organisation, "автор", "author"],
  ["author", ({ author }) => author, "запись автора", "record of the author"],
  ["caseIndex", ({ caseIndex }) => caseIndex, "индекс дела", "case"],
];
/** What the related place is called in English. */
const REGISTER_ENTRY = ["entry of the register"];

function wordsChanged(
  title: string,
  { places, more }: ChangedPlaces,
  { record }: CheckedDocument,
  related: Diagnostic["related"],
): Diagnostic {
  const order = record.collection === "orders";
  const changes = [...places.map((place) => `«${place}»`), ...(more > 0 ? [`и ещё мест: ${more}`] : [])];
  return {
    code: "TRC8101",
    severity: "error",
    message: `Документ «${title}» издан, его слова менять нельзя. Изменилось: ${changes.join("; ")}`,
    why: "Изданный документ подписан и роздан; другой текст под тем же номером был бы подлогом",
    hints: [
      "Верните прежние слова: правку ищите в записи документа, в записях, на которые он ссылается, и в шаблоне",
      ...(order
        ? [
            `Изменить приказ можно только другим приказом: trc new order-amendment --of ${record.id}`,
            `Отменить – приказом об утрате силы: trc new order-revocation --of ${record.id}`,
          ]
        : ["Изменить документ можно только новым документом: приказом, соглашением, исправленным отчётом"]),
    ],
    place: record.placeOf(""),
    related,
    english: {
      message: `The document “${title}” is issued, its words must not change. Changed: ${changes.map((one) => `“${one}”`).join("; ")}`,
      why: "An issued document is signed and handed out; another text under the same number would be a forgery",
      hints: [
        "Put the earlier words back: look in the document's record, in the records it refers to, and in the template",
        ...(order
          ? [
              `An order can be changed only by another order: trc new order-amendment --of ${record.id}`,
              `To cancel it, revoke it by an order: trc new order-revocation --of ${record.id}`,
            ]
          : ["A document can be changed only by a new one: an order, an agreement, a corrected report"]),
      ],
      related: REGISTER_ENTRY,
    },
  };
}

function structureChanged(title: string, place: Place, related: Diagnostic["related"]): Diagnostic {
  return {
    code: "TRC8102",
    severity: "warning",
    message: `Слова изданного документа «${title}» прежние, но его строение изменилось`,
    why: "Изменился шаблон, профиль оформления или сама программа; подлинник лежит в архиве, печатать нужно с него",
    hints: ["Сравните новый вид с подлинником; если дело в правке шаблона, верните его"],
    place,
    related,
    english: {
      message: `The words of the issued document “${title}” are the same, but its structure has changed`,
      why: "The template, the profile or the program has changed; the original lies in the archive and is what is to be printed",
      hints: ["Compare the new look with the original; if the template was edited, put it back"],
      related: REGISTER_ENTRY,
    },
  };
}

function orphan({ fields, placeOf }: RegisterEntry): Diagnostic {
  return {
    code: "TRC8005",
    severity: "error",
    message: `Документ «${fields.title}» издан, но в комплекте его больше нет`,
    why: "Изданный документ хранят, даже если он отменён",
    hints: [`Верните запись документа (${fields.document}) из истории git`],
    place: placeOf("/document"),
    english: {
      message: `The document “${fields.title}” is issued, but the set has it no longer`,
      why: "An issued document is kept even when it is revoked",
      hints: [`Put the document's record (${fields.document}) back from the history of git`],
    },
  };
}

/** Documents with a number below the newest registered one of their series that were never registered. */
function unregistered(entries: readonly RegisterEntry[], documents: readonly CheckedDocument[]): Diagnostic[] {
  const newest = new Map<string, number>();
  for (const { fields } of entries) {
    const order = fields.suffix === undefined ? null : (parseNumber(fields.number ?? "")?.order ?? null);
    if (order !== null) newest.set(seriesOf(fields), Math.max(order, newest.get(seriesOf(fields)) ?? 0));
  }
  const issued = new Set(entries.map(({ fields }) => fields.document));
  return documents.flatMap((document) => {
    const series = numberSeries(document);
    if (series === null || issued.has(document.id) || series.order > (newest.get(series.name) ?? 0)) return [];
    return [
      {
        code: "TRC8007",
        severity: "warning" as const,
        message: `Документ «${document.title}» не внесён в реестр, а документы с более поздними номерами внесены`,
        hints: [
          `Издайте его: trc issue ${document.record.id}`,
          "Если запись реестра удалена, верните её из истории git",
        ],
        place: document.record.placeOf("/number"),
        english: {
          message: `The document “${document.title}” is not in the register, while documents with later numbers are`,
          hints: [
            `Issue it: trc issue ${document.record.id}`,
            "If its entry was removed, put it back from the history of git",
          ],
        },
      },
    ];
  });
}

function numberSeries(document: CheckedDocument): { readonly name: string; readonly order: number } | null {
  const { record, number, date } = document;
  // A document approved by another one bears the number of that one.
  if (number === null || date === null || record.data["number"] !== number) return null;
  const parsed = parseNumber(number);
  if (parsed === null || parsed.order === null) return null;
  return { name: seriesName(document), order: parsed.order };
}

/** Series of a document's number, as `seriesOf` names that of an entry. */
export function seriesName({ record, number, date, author }: CheckedDocument): string {
  const parsed = number === null || record.data["number"] !== number ? null : parseNumber(number);
  const form = parsed === null ? "б/н" : `${parsed.prefix}№${parsed.suffix}`;
  return [record.collection, author, form, (date ?? "").slice(0, 4)].join(" ");
}
