import {
  covers,
  documentAuthor,
  documentDate,
  lastDayOf,
  nomenclatureOf,
  parseNumber,
  revokedOn,
  valueAt,
} from "../../paperwork/facts/index.ts";
import {
  allRecords,
  anyRecordsOf,
  type ContentRecord,
  type Dossier,
  findAnyRecord,
  type RecordOf,
} from "../../paperwork/records/index.ts";
import type { Project } from "../../project/reading/index.ts";

/** Days of a school year, ISO. */
export type SchoolYear = { readonly from: string; readonly to: string };

/** The records of a school year that another one begins with, in the order in which they get their numbers. */
export type YearSet = {
  readonly documents: readonly ContentRecord[];
  readonly plan: RecordOf<"plans">;
  readonly activities: readonly ContentRecord[];
  /** Of the calendar year that the new school year ends in; undefined when there is none to begin from, or it is there. */
  readonly nomenclature: ContentRecord | undefined;
  /** Records that the new year has already, instead of those it would have begun with. */
  readonly there: readonly ContentRecord[];
};

/**
 * What a school year begins with: the centre's own orders that the regulation asks for and the order that approves the plan; the agreements of the
 * autumn or earlier whose term ends with the old year; the plan with its activities; the nomenclature.
 */
export function yearSet(project: Project, plan: RecordOf<"plans">, next: SchoolYear): YearSet {
  const { dossier } = project;
  const old = { from: plan.data.schoolYear?.from ?? "", to: plan.data.schoolYear?.to ?? "" };
  const approving = plan.data.approved?.order;
  const orders = [
    ...requiredOrders(project, old),
    ...(approving === undefined ? [] : [findAnyRecord(dossier, "orders", approving)].flatMap((one) => one ?? [])),
  ];
  const agreements = anyRecordsOf(dossier, "agreements").filter((record) => {
    const until = lastDayOf(dossier, record, next.from);
    return (
      until !== undefined &&
      // What was concluded in the middle of a year was needed then; whether it will be again nobody knows yet.
      String(valueAt(record.data, "date") ?? "") < `${next.from.slice(0, 4)}-01-01` &&
      until >= old.from &&
      until < next.from &&
      valueAt(record.data, "term.prolongation") !== "auto"
    );
  });
  const wanted = [...new Set([...orders, ...agreements])].sort(byNumber(dossier));
  const year = Number(next.to.slice(0, 4));
  const nomenclature = nomenclatureOf(dossier, year);
  const answered = wanted.map(
    (record) => [record, record.id === approving ? undefined : answerOf(dossier, record, next)] as const,
  );
  return {
    documents: answered.flatMap(([record, there]) => (there === undefined ? [record] : [])),
    there: answered.flatMap(([, there]) => there ?? []),
    plan,
    activities: recordsAsRead(dossier, plan.id),
    nomenclature:
      nomenclature === undefined || (nomenclature.data.year ?? year) >= year
        ? undefined
        : findAnyRecord(dossier, "documents", nomenclature.id),
  };
}

/** The latest order of each kind that is needed the whole year round, of the centre itself, not revoked by the end of the year. */
function requiredOrders({ dossier, kinds }: Project, old: SchoolYear): ContentRecord[] {
  const needed = new Set(kinds.required.filter(({ due }) => due === undefined).flatMap((one) => one.kinds));
  const revoked = revokedOn(dossier, old.to);
  const own = anyRecordsOf(dossier, "orders")
    .filter((one) => needed.has(one.kind ?? "") && documentAuthor(dossier, one) === "centre" && !revoked.has(one.id))
    .filter((one) => dayOf(dossier, one) <= old.to)
    .sort((a, b) => (dayOf(dossier, a) < dayOf(dossier, b) ? -1 : 1));
  return [...new Map(own.map((one) => [one.kind, one])).values()];
}

function recordsAsRead(dossier: Dossier, plan: string): ContentRecord[] {
  return anyRecordsOf(dossier, "activities").filter(({ data }) => data.plan === plan);
}

/** A document of the new year that already stands where a copy of the old one would: of its kind, author and parties. */
function answerOf(dossier: Dossier, record: ContentRecord, next: SchoolYear): ContentRecord | undefined {
  if (record.kind === "order-general") return undefined;
  return allRecords(dossier).find(
    (one) =>
      one.collection === record.collection &&
      one.kind === record.kind &&
      one.id !== record.id &&
      covers(next, String(valueAt(one.data, "term.from") ?? dayOf(dossier, one))) &&
      documentAuthor(dossier, one) === documentAuthor(dossier, record) &&
      ["first", "second"].every((party) => {
        const path = `parties.${party}.organisation`;
        return valueAt(one.data, path) === valueAt(record.data, path);
      }),
  );
}

function byNumber(dossier: Dossier): (a: ContentRecord, b: ContentRecord) => number {
  const order = ({ data: { number } }: ContentRecord): number =>
    (typeof number === "string" ? parseNumber(number)?.order : null) ?? 0;
  return (a, b) => {
    const [left, right] = [dayOf(dossier, a), dayOf(dossier, b)];
    return left < right ? -1 : left > right ? 1 : order(a) - order(b) || (a.id < b.id ? -1 : 1);
  };
}

/** The day a record is drawn up, ISO; the empty text when it has none. */
export function dayOf(dossier: Dossier, record: ContentRecord): string {
  return documentDate(dossier, record)?.date ?? "";
}
