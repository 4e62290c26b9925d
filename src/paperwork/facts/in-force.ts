import { type ContentRecord, type Dossier, dataOn, type RecordOf, recordsOf } from "../records/index.ts";
import type { Period } from "./period.ts";
import { valueAt } from "./value-at.ts";

/** Orders that revoke the order with the id, of whatever kind they are, in the order of ids. */
export function revocationsOf(dossier: Dossier, id: string): readonly RecordOf<"orders">[] {
  return recordsOf(dossier, "orders").filter(({ data }) => data.revokes?.includes(id));
}

/** Orders that suspend the order with the id, each with the days it is suspended for, in the order of ids. */
export function suspensionsOf(
  dossier: Dossier,
  id: string,
): readonly { readonly record: RecordOf<"orders">; readonly period: Period }[] {
  return recordsOf(dossier, "orders").flatMap((record) =>
    (record.data.suspends ?? []).flatMap(({ order, from = record.data.from ?? record.data.date, to }) =>
      order === id ? [{ record, period: { from, to } }] : [],
    ),
  );
}

/** Orders that amend the order with the id, in the order of ids. */
export function amendmentsOf(dossier: Dossier, id: string): readonly RecordOf<"orders">[] {
  return recordsOf(dossier, "orders").filter(({ data }) => data.amends?.some(({ order }) => order === id));
}

/** Ids of the orders that others have revoked by the day. */
export function revokedOn(dossier: Dossier, date: string): ReadonlySet<string> {
  return new Set(
    recordsOf(dossier, "orders").flatMap(({ data }) => {
      const from = data.from ?? data.date;
      return from !== undefined && from <= date ? (data.revokes ?? []) : [];
    }),
  );
}

/** Ids of the orders that gave or prolonged a status which a later order of the same recipient has ended by the day. */
export function endedOn(dossier: Dossier, date: string): ReadonlySet<string> {
  const orders = ordersOn(dossier, date);
  const ends = orders.filter(({ action, statusFrom, date: drawnUp }) => {
    const from = statusFrom ?? drawnUp;
    return action === "revoke" && from !== undefined && from <= date;
  });
  return new Set(
    orders.flatMap(({ id, action, recipient, date: given = "" }) =>
      (action === "grant" || action === "extend") &&
      ends.some((end) => end.recipient === recipient && given <= (end.date ?? ""))
        ? [id]
        : [],
    ),
  );
}

/** Ids of the orders whose status later orders of no later than the day, to the same recipient, have prolonged beyond its last day. */
export function prolongedOn(dossier: Dossier, date: string): ReadonlySet<string> {
  const orders = ordersOn(dossier, date);
  const later = orders.filter(({ action, date: signed = "" }) => action === "extend" && signed <= date);
  return new Set(
    orders.flatMap(({ id, recipient, statusUntil }) =>
      statusUntil !== undefined &&
      later.some((one) => one.recipient === recipient && statusUntil < (one.statusUntil ?? "9999"))
        ? [id]
        : [],
    ),
  );
}

/** What the orders say on the day, with the acts that amend them. */
function ordersOn(dossier: Dossier, date: string) {
  return recordsOf(dossier, "orders").map((record) => ({ id: record.id, ...dataOn(record, date) }));
}

/** Where a document names the last day of its term, of the status it gives, of its school year. */
const LAST_DAYS = ["term.to", "statusUntil", "schoolYear.to", "to"];

/** The term of an agreement as additional ones have moved it by the day, by default in the end; one that is prolonged by itself has no last day. */
export function termOf(dossier: Dossier, agreement: RecordOf<"agreements">, date = "9999"): Period {
  const { from, prolongation } = agreement.data.term ?? {};
  return { from, to: prolongation === "auto" ? undefined : lastDayOf(dossier, agreement, date) };
}

/** The last day that a document names as its own, or to which additional agreements of no later than the day have moved it, ISO; undefined: it lasts until it is revoked. */
export function lastDayOf(dossier: Dossier, record: ContentRecord, date: string): string | undefined {
  const own = LAST_DAYS.map((path) => valueAt(dataOn(record, date), path)).find((day) => typeof day === "string");
  if (own === undefined || record.collection !== "agreements") return own;
  const moved = recordsOf(dossier, "documents").flatMap(({ data: { agreement, extendsTo, date: signed } }) =>
    agreement === record.id && extendsTo !== undefined && (signed ?? "") <= date ? [extendsTo] : [],
  );
  return [own, ...moved].sort().at(-1);
}
