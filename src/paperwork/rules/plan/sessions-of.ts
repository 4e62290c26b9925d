import type { RecordOf } from "../../records/index.ts";
import type { Facts } from "../facts.ts";
import { day, items } from "../values.ts";

/** Every dated session of the results, with the pointer to its date and the planned activity, when there is one. */
export function* sessionsOf(facts: Facts): Iterable<{
  readonly record: RecordOf<"results">;
  readonly pointer: string;
  readonly date: string;
  readonly activity: RecordOf<"activities"> | undefined;
}> {
  for (const record of facts.all("results")) {
    const activity = facts.find("activities", record.data.activity);
    for (const { pointer, fields: session } of items(record.data, "sessions")) {
      const date = day(session.date);
      if (date !== undefined) yield { record, pointer: `${pointer}/date`, date, activity };
    }
  }
}
