import { same, type Text, text } from "../../base/diagnostics/index.ts";
import { isDay, numericDate } from "../../base/text/index.ts";
import { activityPeriod, endedOn, lastDayOf, prolongedOn, revokedOn } from "../../paperwork/facts/index.ts";
import { asAmended, type Dossier, type RecordOf, recordsOf } from "../../paperwork/records/index.ts";

/** Something that falls on a day. */
export type Deadline = {
  readonly date: string;
  readonly title: Text;
  /** Ids of the people who answer. */
  readonly who: readonly string[];
  readonly file: string | null;
  readonly kind: "order" | "agreement" | "document" | "report" | "activity" | "term";
};

/** The term of an activity, and whether its result is recorded. */
export type ActivityDeadline = Deadline & {
  /** Last day of its period. */
  readonly until: string;
  readonly done: boolean;
};

/** What kinds are called, by their ids: «Протокол» for `minutes`. */
export type KindTitles = ReadonlyMap<string, string>;

/**
 * Every deadline that stands in a document: an order's item, a decision of minutes, a report due by an agreement, the end of an agreement
 * (as additional agreements have moved it), of a power of attorney, a status (as later orders have moved it), a consent. Orders that are revoked by the day have none.
 */
export function recordDeadlines(dossier: Dossier, day: string, kinds: KindTitles): Deadline[] {
  const gone = new Set([...revokedOn(dossier, day), ...endedOn(dossier, day)]);
  const prolonged = prolongedOn(dossier, day);
  const orders = recordsOf(dossier, "orders")
    .filter(({ id }) => !gone.has(id))
    .map(asAmended);
  const agreements = recordsOf(dossier, "agreements").map(asAmended);
  const ends = ({ file }: { readonly file: string }, date: string | undefined, title: Text): Deadline[] =>
    date === undefined ? [] : [{ date, title, who: [], file, kind: "term" }];
  return [
    ...[...orders, ...agreements].flatMap((record) => itemsDue(record, nameOf(record), record.data)),
    ...recordsOf(dossier, "documents").flatMap((record) => {
      const called = text((kinds.get(record.kind ?? "") ?? record.id).toLowerCase(), record.kind ?? record.id);
      const name = dated(called, record);
      const title = text(`Заканчивается срок: ${name.ru}`, `The term ends: ${name.en}`);
      return [...itemsDue(record, name, record.data), ...ends(record, record.data.until, title)];
    }),
    ...agreements.flatMap((record): Deadline[] => {
      const { term, reportData = [] } = record.data;
      const until = term && lastDayOf(dossier, record, day);
      const title = titled(
        text("Сведения базовой организации для отчёта: ", "Data of the base school for the report: "),
        record,
      );
      return [
        ...ends(record, until, titled(text("Заканчивается ", "The term ends: "), record)),
        ...reportData.map((date) => ({ date, title, who: [], file: record.file, kind: "agreement" as const })),
      ];
    }),
    ...orders.flatMap((record) => {
      if (prolonged.has(record.id)) return [];
      const title = titled(text("Заканчивается статус центра: ", "The status of the centre ends: "), record);
      return ends(record, record.data.statusUntil, title);
    }),
    ...recordsOf(dossier, "people").flatMap((record) => {
      const { surname, consent } = record.data;
      const title = text(
        `Заканчивается согласие на распространение персональных данных: ${surname}`,
        `The consent to publish personal data ends: ${surname}`,
      );
      return ends(record, consent?.until, title);
    }),
  ];
}

type Document = RecordOf<"orders"> | RecordOf<"agreements">;
type Dated = Document | RecordOf<"documents">;

const ITEM_KINDS: { readonly [C in Dated["collection"]]: Deadline["kind"] } = {
  orders: "order",
  agreements: "agreement",
  documents: "document",
};

/** Objects with `due` and a text, at any depth; `name` is that of the document. */
function itemsDue(record: Dated, name: Text, value: unknown): Deadline[] {
  if (typeof value !== "object" || value === null) return [];
  const deeper = Object.values(value).flatMap((child) => itemsDue(record, name, child));
  const { due, report, text: words, title = words, assignees } = value as { readonly [key: string]: unknown };
  // The day of a report of the centre stands among the required documents.
  if (report !== undefined || typeof due !== "string" || !isDay(due) || typeof title !== "string") return deeper;
  return [
    {
      date: due,
      title: text(`${title} (${name.ru})`, `${title} (${name.en})`),
      who: Array.isArray(assignees) ? assignees.map(String) : [],
      file: record.file,
      kind: ITEM_KINDS[record.collection],
    },
    ...deeper,
  ];
}

/** A title that names the document it is about. */
function titled({ ru, en }: Text, document: Document): Text {
  const name = nameOf(document);
  return text(`${ru}${name.ru}`, `${en}${name.en}`);
}

function nameOf(document: Document): Text {
  return dated(document.collection === "orders" ? text("приказ", "order") : text("договор", "agreement"), document);
}

/** «приказ от 05.09.2025 № 145-ОД»; without a date or a number the id stands for them. */
function dated({ ru, en }: Text, { data: { number, date }, id }: Dated): Text {
  return number === undefined || date === undefined
    ? text(`${ru} ${id}`, `${en} ${id}`)
    : text(`${ru} от ${numericDate(date)} № ${number}`, `${en} of ${date} № ${number}`);
}

/** Every activity of every plan with its period, and whether its result is there. */
export function activityDeadlines(dossier: Dossier): ActivityDeadline[] {
  const results = new Set(recordsOf(dossier, "results").map(({ data }) => data.activity));
  return recordsOf(dossier, "activities").flatMap((record): ActivityDeadline[] => {
    const period = activityPeriod(dossier, record);
    if (period === null) return [];
    return [
      {
        date: period.spans[0]?.from ?? period.from,
        until: period.to,
        title: same(record.data.title ?? record.id),
        who: record.data.responsible ?? [],
        file: record.file,
        kind: "activity",
        done: results.has(record.id),
      },
    ];
  });
}
