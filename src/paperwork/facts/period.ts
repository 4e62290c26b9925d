/** A span of days, ISO; both edges are included, a missing one is open. */
export type Period = { readonly from?: string | undefined; readonly to?: string | undefined };

/** True when the day lies within the period. */
export function covers({ from, to }: Period, date: string): boolean {
  return (from === undefined || from <= date) && (to === undefined || date <= to);
}

/** True when the periods share a day. */
export function overlap(a: Period, b: Period): boolean {
  return (a.from ?? "") <= (b.to ?? "9999") && (b.from ?? "") <= (a.to ?? "9999");
}

/** An entry of a list, and its index there. */
export type Valid<Entry> = { readonly entry: Entry; readonly index: number };

/** The first entry of a list of names, heads or posts whose period holds the day, with its index in the list. */
export function validOn<Entry extends Period>(
  entries: readonly Entry[] | undefined,
  date: string,
): Valid<Entry> | undefined {
  const index = (entries ?? []).findIndex((entry) => covers(entry, date));
  const entry = entries?.[index];
  return entry === undefined ? undefined : { entry, index };
}
