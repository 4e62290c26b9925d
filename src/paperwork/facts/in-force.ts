import { type Dossier, type RecordOf, recordsOf } from "../records/index.ts";

/** Orders that revoke the order with the id, of whatever kind they are, in the order of ids. */
export function revocationsOf(dossier: Dossier, id: string): readonly RecordOf<"orders">[] {
  return recordsOf(dossier, "orders").filter(({ data }) => data.revokes?.includes(id));
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
