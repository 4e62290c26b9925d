import type { RecordOf } from "../../records/index.ts";

/** The days on which an activity is held for certain: its day, or its separate days. */
export function heldOn({ data: { period } }: RecordOf<"activities">): readonly string[] {
  return period?.date === undefined ? (period?.dates ?? []) : [period.date];
}
