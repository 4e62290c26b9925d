import { same, type Text, text } from "../../base/diagnostics/index.ts";
import { numericDate } from "../../base/text/index.ts";
import type { YamlData } from "../../base/yaml/index.ts";
import { activityPeriod } from "../../paperwork/facts/index.ts";
import { anyRecordsOf, type ContentRecord, type Dossier, recordsOf } from "../../paperwork/records/index.ts";
import { at } from "./fill-record.ts";

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
  const found: Deadline[] = [];
  for (const collection of ["orders", "agreements", "people"])
    for (const record of anyRecordsOf(dossier, collection))
      found.push(...itemsDue(record, record.data), ...ends(record));
  return found;
}

/** Objects with `due` and a text, at any depth. */
function itemsDue(record: ContentRecord, value: YamlData): Deadline[] {
  if (Array.isArray(value)) return value.flatMap((item) => itemsDue(record, item));
  if (typeof value !== "object" || value === null) return [];
  const fields = value as { readonly [key: string]: YamlData };
  const deeper = Object.values(fields).flatMap((child) => itemsDue(record, child));
  const words = fields.text ?? fields.title;
  if (typeof fields.due !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(fields.due) || typeof words !== "string")
    return deeper;
  const who = Array.isArray(fields.assignees) ? fields.assignees.map(String) : [];
  return [
    {
      date: fields.due,
      title: titled(record, (name) => `${words} (${name})`),
      who,
      file: record.file,
      kind: record.collection === "orders" ? "order" : "agreement",
    },
    ...deeper,
  ];
}

function ends(record: ContentRecord): Deadline[] {
  const { data, file } = record;
  const found: Deadline[] = [];
  const add = (date: YamlData | undefined, title: Text, kind: Deadline["kind"]): void => {
    if (typeof date === "string") found.push({ date, title, who: [], file, kind });
  };
  add(
    at(data, ["term", "to"]),
    titled(
      record,
      (name) => `Заканчивается ${name}`,
      (name) => `The term ends: ${name}`,
    ),
    "term",
  );
  add(
    data.statusUntil,
    titled(
      record,
      (name) => `Заканчивается статус центра (${name})`,
      (name) => `The status of the centre ends (${name})`,
    ),
    "term",
  );
  add(
    at(data, ["consent", "until"]),
    text(
      `Заканчивается согласие на распространение персональных данных: ${data.surname}`,
      `The consent to publish personal data ends: ${data.surname}`,
    ),
    "term",
  );
  for (const date of (data.reportData ?? []) as readonly YamlData[])
    add(
      date,
      titled(
        record,
        (name) => `Сведения базовой организации для отчёта (${name})`,
        (name) => `Data of the base school for the report (${name})`,
      ),
      "agreement",
    );
  return found;
}

const WORDS: { readonly [collection: string]: Text } = {
  orders: text("приказ", "order"),
  agreements: text("договор", "agreement"),
};

/** A title that names the document it is about. */
function titled({ collection, data, id }: ContentRecord, ru: (name: string) => string, en = ru): Text {
  const word = WORDS[collection] ?? text("запись", "record");
  const { number, date } = data;
  if (typeof number !== "string" || typeof date !== "string")
    return text(ru(`${word.ru} ${id}`), en(`${word.en} ${id}`));
  const day = numericDate(date);
  return text(ru(`${word.ru} от ${day} № ${number}`), en(`${word.en} of ${date} № ${number}`));
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
