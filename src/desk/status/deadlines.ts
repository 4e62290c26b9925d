import { same, type Text, text } from "../../base/diagnostics/index.ts";
import { isDay, numericDate } from "../../base/text/index.ts";
import { activityPeriod } from "../../paperwork/facts/index.ts";
import { type ContentRecord, type Dossier, type RecordOf, recordsOf } from "../../paperwork/records/index.ts";

/** Something that falls on a day. */
export type Deadline = {
  readonly date: string;
  readonly title: Text;
  /** Ids of the people who answer. */
  readonly who: readonly string[];
  readonly file: string | null;
  readonly kind: "order" | "agreement" | "report" | "activity" | "term";
};

/** The term of an activity, and whether its result is recorded. */
export type ActivityDeadline = Deadline & {
  /** Last day of its period. */
  readonly until: string;
  readonly done: boolean;
};

/** Every deadline that stands in a document: an order's item, a report due by an agreement, the end of an agreement, a status, a consent. */
export function recordDeadlines(dossier: Dossier): Deadline[] {
  const [orders, agreements] = [recordsOf(dossier, "orders"), recordsOf(dossier, "agreements")];
  return [
    ...[...orders, ...agreements].flatMap((record) => itemsDue(record, record.data)),
    ...agreements.flatMap((record) => [
      ...ends(record, record.data.term?.to, titled("Заканчивается ", "The term ends: ", record)),
      ...(record.data.reportData ?? []).flatMap((day) =>
        ends(
          record,
          day,
          titled("Сведения базовой организации для отчёта: ", "Data of the base school for the report: ", record),
          "agreement",
        ),
      ),
    ]),
    ...orders.flatMap((record) =>
      ends(
        record,
        record.data.statusUntil,
        titled("Заканчивается статус центра: ", "The status of the centre ends: ", record),
      ),
    ),
    ...recordsOf(dossier, "people").flatMap((record) =>
      ends(
        record,
        record.data.consent?.until,
        text(
          `Заканчивается согласие на распространение персональных данных: ${record.data.surname}`,
          `The consent to publish personal data ends: ${record.data.surname}`,
        ),
      ),
    ),
  ];
}

type Document = RecordOf<"orders"> | RecordOf<"agreements">;

/** Objects with `due` and a text, at any depth. */
function itemsDue(record: Document, value: unknown): Deadline[] {
  if (typeof value !== "object" || value === null) return [];
  const deeper = Object.values(value).flatMap((child) => itemsDue(record, child));
  const { due, text: words, title = words, assignees } = value as { readonly [key: string]: unknown };
  if (typeof due !== "string" || !isDay(due) || typeof title !== "string") return deeper;
  const { ru, en } = nameOf(record);
  return [
    {
      date: due,
      title: text(`${title} (${ru})`, `${title} (${en})`),
      who: Array.isArray(assignees) ? assignees.map(String) : [],
      file: record.file,
      kind: record.collection === "orders" ? "order" : "agreement",
    },
    ...deeper,
  ];
}

function ends(
  { file }: ContentRecord<unknown>,
  date: string | undefined,
  title: Text,
  kind: Deadline["kind"] = "term",
): Deadline[] {
  return date === undefined ? [] : [{ date, title, who: [], file, kind }];
}

/** A title that names the document it is about. */
function titled(ru: string, en: string, document: Document): Text {
  const name = nameOf(document);
  return text(ru + name.ru, en + name.en);
}

function nameOf({ collection, data: { number, date }, id }: Document): Text {
  const [ru, en] = collection === "orders" ? ["приказ", "order"] : ["договор", "agreement"];
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
        date: period.from,
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
