import { type Diagnostic, type Found, raise, same, text } from "../../base/diagnostics/index.ts";
import { type ChangedPlaces, changedPlaces } from "../document/index.ts";
import { issuedNumbers, parseNumber, seriesKey, valueAt } from "../facts/index.ts";
import type { ContentRecord, Dossier } from "../records/index.ts";
import { type BytesOf, chainFaults } from "./chain.ts";
import { entriesOf, inForce, type RegisterEntry } from "./entry.ts";
import { FINDINGS } from "./findings.ts";

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
    ...inForce(entries).flatMap((entry) => {
      const document = made.get(entry.fields.document);
      if (document !== undefined) return frozen(entry, document);
      return planned.has(entry.fields.document) ? [] : [orphan(entry)];
    }),
    ...unregistered({ dossier, entries, documents }),
  ];
}

function frozen(entry: RegisterEntry, document: CheckedDocument): Diagnostic[] {
  const { title, text: issued, digest, ...fields } = entry.fields;
  const { record } = document;
  const at = {
    place: record.placeOf(""),
    related: [{ message: text("запись реестра", "entry of the register"), place: entry.placeOf("/digest") }],
  };
  const changes = changedPlaces(issued, document.lines);
  if (changes.places.length > 0) return [raise(FINDINGS.TRC8101, { ...at, ...wordsChanged(title, changes, record) })];
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

function wordsChanged(
  title: string,
  { places, more }: ChangedPlaces,
  record: ContentRecord,
): Pick<Found, "message" | "hints"> {
  const instead =
    record.collection === "orders"
      ? [
          text(
            `Изменить приказ можно только другим приказом: trc new order-amendment --of ${record.id}`,
            `An order can be changed only by another order: trc new order-amendment --of ${record.id}`,
          ),
          text(
            `Отменить – приказом об утрате силы: trc new order-revocation --of ${record.id}`,
            `To cancel it, revoke it by an order: trc new order-revocation --of ${record.id}`,
          ),
        ]
      : [
          text(
            "Изменить документ можно только новым документом: приказом, соглашением, исправленным отчётом",
            "A document can be changed only by a new one: an order, an agreement, a corrected report",
          ),
        ];
  const rest = more > 0 ? text(`; и ещё мест: ${more}`, `; and more places: ${more}`) : same("");
  return {
    message: text(
      `Документ «${title}» издан, его слова менять нельзя. Изменилось: ${places.map((one) => `«${one}»`).join("; ")}${rest.ru}`,
      `The document “${title}” is issued, its words must not change. Changed: ${places.map((one) => `“${one}”`).join("; ")}${rest.en}`,
    ),
    hints: [
      text(
        "Верните прежние слова: правку ищите в записи документа, в записях, на которые он ссылается, и в шаблоне",
        "Put the earlier words back: look in the document's record, in the records it refers to, and in the template",
      ),
      text(
        "Сменились фамилия, телефон, адрес, счёт? Прежние впишите в ту же запись: earlier: [{to: ГГГГ-ММ-ДД, phone: …}] – изданное останется прежним",
        "A new surname, telephone, address, account? Write the earlier ones into the same record, earlier: [{to: YYYY-MM-DD, phone: …}], and what is issued stays as it was",
      ),
      ...instead,
    ],
  };
}

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
