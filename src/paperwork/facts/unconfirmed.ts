import { type ContentRecord, type Dossier, recordsOf } from "../records/index.ts";

/** A record with properties that the program wrote, which nobody has looked at yet. */
export type UnconfirmedRecord = { readonly record: ContentRecord; readonly names: readonly string[] };

/** What the words of a record's document rest on and nobody has confirmed: its own properties, and those of the activities of a plan. */
export function unconfirmedOf(dossier: Dossier, record: ContentRecord): UnconfirmedRecord[] {
  const parts =
    record.collection === "plans" ? recordsOf(dossier, "activities").filter(({ data }) => data.plan === record.id) : [];
  return [record, ...parts].flatMap((one) => {
    const names = (one.data as { readonly unconfirmed?: readonly string[] }).unconfirmed ?? [];
    return names.length === 0 ? [] : [{ record: one, names }];
  });
}
