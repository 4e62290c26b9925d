import { type EntryFields, seriesOf } from "./entry.ts";

/** The newest entry of a series: whoever keeps its seal elsewhere sees when the end of the register is cut off. */
export type RegisterHead = {
  /** `orders centre №-ОД 2025` */
  readonly series: string;
  readonly entries: number;
  readonly document: string;
  readonly seal: string;
};

/** What of an entry says where it stands. */
type HeadFields = Omit<EntryFields, "text"> & { readonly entry: number; readonly seal: string };

/** Heads of all series, by series. */
export function headsOf(entries: readonly { readonly fields: HeadFields }[]): RegisterHead[] {
  const heads = new Map<string, RegisterHead>();
  for (const { fields } of entries) {
    const series = seriesOf(fields);
    if ((heads.get(series)?.entries ?? 0) >= fields.entry) continue;
    heads.set(series, { series, entries: fields.entry, document: fields.document, seal: fields.seal });
  }
  return [...heads.values()].sort((a, b) => (a.series < b.series ? -1 : 1));
}
