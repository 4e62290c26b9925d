import type { ContentRecord } from "../../records/index.ts";
import type { Facts } from "../facts.ts";
import { againstFileName } from "../numbers/named-by-file.ts";
import { dueDates } from "./due-dates.ts";

/**
 * Documents whose own date contradicts the name of the file or a term of the record. That is told once; what a text says of days and years is not
 * held against such a date as well.
 */
export function datesInDoubt(facts: Facts): (record: ContentRecord<unknown>) => boolean {
  const early = new Set<ContentRecord<unknown>>(
    dueDates(facts).flatMap(({ record, date }) => (date < (record.data.date ?? "") ? record : [])),
  );
  return (record) => early.has(record) || againstFileName(facts.dossier, record as ContentRecord) !== null;
}
