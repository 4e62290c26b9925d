import { asAmended, type RecordOf } from "../../records/index.ts";

/** The days on which an activity is held for certain: its day, or its separate days. */
export function heldOn(record: RecordOf<"activities">): readonly string[] {
  const { period } = asAmended(record).data;
  return period?.date === undefined ? (period?.dates ?? []) : [period.date];
}
