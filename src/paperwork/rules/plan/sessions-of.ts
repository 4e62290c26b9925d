import type { RecordOf } from "../../records/index.ts";
import type { DatedRecord, Facts } from "../facts.ts";
import { located } from "../rule.ts";

type Session = DatedRecord<RecordOf<"results">> & {
  /** What was planned, when it was. */
  readonly activity: RecordOf<"activities"> | undefined;
  /** The school year of its plan. */
  readonly year: { readonly from?: string; readonly to?: string };
};

/** Every dated session of the results. */
export function sessionsOf(facts: Facts): Session[] {
  return facts.all("results").flatMap((record) => {
    const activity = facts.amended("activities", record.data.activity);
    const year = facts.amended("plans", record.data.plan)?.data.schoolYear ?? {};
    return located(record.data.sessions, "/sessions").flatMap(([pointer, { date }]) =>
      date === undefined ? [] : [{ record, pointer: `${pointer}/date`, date, activity, year }],
    );
  });
}
