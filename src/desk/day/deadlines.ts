import { lastDay, numericDate } from "../../base/text/index.ts";
import type { YamlData } from "../../base/yaml/index.ts";
import type { ContentRecord, Dossier } from "../../paperwork/records/index.ts";
import { at } from "./fill-record.ts";

/** Something that falls on a day. */
export type Deadline = {
  readonly date: string;
  readonly title: string;
  /** Ids of the people who answer. */
  readonly who: readonly string[];
  readonly file: string | null;
  readonly kind: "order" | "agreement" | "report" | "activity" | "term";
};

export type ActivityDeadline = Deadline & {
  /** Last day of its period. */
  readonly until: string;
  readonly done: boolean;
};

/** Every deadline that stands in a document: an order's item, a report due by an agreement, the end of an agreement, a status, a consent. */
export function recordDeadlines(dossier: Dossier): Deadline[] {
  const found: Deadline[] = [];
  for (const collection of ["orders", "agreements", "people"])
    for (const record of dossier.collections.get(collection)?.values() ?? [])
      found.push(...itemsDue(record, record.data), ...ends(record));
  return found;
}

/** Objects with `due` and a text, at any depth. */
function itemsDue(record: ContentRecord, value: YamlData): Deadline[] {
  if (Array.isArray(value)) return value.flatMap((item) => itemsDue(record, item));
  if (typeof value !== "object" || value === null) return [];
  const fields = value as { readonly [key: string]: YamlData };
  const deeper = Object.values(fields).flatMap((child) => itemsDue(record, child));
  const text = fields["text"] ?? fields["title"];
  if (typeof fields["due"] !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(fields["due"]) || typeof text !== "string")
    return deeper;
  const who = Array.isArray(fields["assignees"]) ? fields["assignees"].map(String) : [];
  return [
    {
      date: fields["due"],
      title: `${text} (${documentName(record)})`,
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
  const add = (date: YamlData | undefined, title: string, kind: Deadline["kind"]): void => {
    if (typeof date === "string") found.push({ date, title, who: [], file, kind });
  };
  add(at(data, ["term", "to"]), `Заканчивается ${documentName(record)}`, "term");
  add(data["statusUntil"], `Заканчивается статус центра (${documentName(record)})`, "term");
  add(
    at(data, ["consent", "until"]),
    `Заканчивается согласие на распространение персональных данных: ${data["surname"]}`,
    "term",
  );
  for (const date of (data["reportData"] ?? []) as readonly YamlData[])
    add(date, `Сведения базовой организации для отчёта (${documentName(record)})`, "agreement");
  return found;
}

function documentName({ collection, data, id }: ContentRecord): string {
  const word = collection === "orders" ? "приказ" : collection === "agreements" ? "договор" : "запись";
  const { number, date } = data;
  if (typeof number !== "string" || typeof date !== "string") return `${word} ${id}`;
  return `${word} от ${numericDate(date)} № ${number}`;
}

/** Every activity of every plan with its period, and whether its result is there. */
export function activityDeadlines(dossier: Dossier): ActivityDeadline[] {
  const results = new Set(
    [...(dossier.collections.get("results")?.values() ?? [])].map(({ data }) => data["activity"]),
  );
  return [...(dossier.collections.get("activities")?.values() ?? [])].flatMap((record): ActivityDeadline[] => {
    const period = activityPeriod(record, dossier);
    if (period === null) return [];
    const who = Array.isArray(record.data["responsible"]) ? record.data["responsible"].map(String) : [];
    return [
      {
        date: period.from,
        until: period.to,
        title: String(record.data["title"]),
        who,
        file: record.file,
        kind: "activity",
        done: results.has(record.id),
      },
    ];
  });
}

/** First and last day of an activity, whatever way its period is written. */
export function activityPeriod(
  { data }: ContentRecord,
  dossier: Dossier,
): { readonly from: string; readonly to: string } | null {
  const { date, from, to, month, months, wholeYear } = (data["period"] ?? {}) as {
    readonly [key: string]: YamlData;
  };
  if (typeof date === "string") return { from: date, to: date };
  if (typeof from === "string" && typeof to === "string") return { from, to };
  if (typeof month === "string") return { from: `${month}-01`, to: lastDay(month) };
  const first = at(months, ["from"]);
  const last = at(months, ["to"]);
  if (typeof first === "string" && typeof last === "string") return { from: `${first}-01`, to: lastDay(last) };
  const plan = dossier.collections.get("plans")?.get(String(data["plan"]))?.data;
  const year = { from: at(plan, ["schoolYear", "from"]), to: at(plan, ["schoolYear", "to"]) };
  return wholeYear === true && typeof year.from === "string" && typeof year.to === "string"
    ? { from: year.from, to: year.to }
    : null;
}
