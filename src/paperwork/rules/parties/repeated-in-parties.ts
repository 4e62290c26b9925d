import type { ContentRecord } from "../../records/index.ts";
import { partiesOf, string } from "../values.ts";

type Side = ReturnType<typeof partiesOf>[number];

/** The first party that has in `key` what a party before it has, with that one. */
export function repeatedInParties(
  record: ContentRecord,
  key: string,
): { readonly again: Side; readonly before: Side; readonly value: string } | undefined {
  const seen = new Map<string, Side>();
  for (const side of partiesOf(record.data)) {
    const value = string(side.party[key]);
    if (value === undefined) continue;
    const before = seen.get(value.toLowerCase());
    if (before !== undefined) return { again: side, before, value };
    seen.set(value.toLowerCase(), side);
  }
  return undefined;
}
