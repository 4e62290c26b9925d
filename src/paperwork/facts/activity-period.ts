import { lastDay } from "../../base/text/index.ts";
import { type Dossier, findRecord, type RecordOf } from "../records/index.ts";

/** First and last day of an activity, ISO, with the pointer to what says so in its record. */
export type ActivityPeriod = { readonly from: string; readonly to: string; readonly pointer: string };

/**
 * The term of an activity, whichever way it is written: a day, two days, a month, months; `wholeYear` is the school year of its plan.
 * Null when it is not filled in, or the plan it needs is not there.
 */
export function activityPeriod(dossier: Dossier, { data }: RecordOf<"activities">): ActivityPeriod | null {
  const { date, from, to, month, months, wholeYear } = data.period ?? {};
  if (date !== undefined) return { from: date, to: date, pointer: "/period/date" };
  if (from !== undefined && to !== undefined) return { from, to, pointer: "/period/from" };
  if (month !== undefined) return inMonths(month, month, "/period/month");
  if (months?.from !== undefined && months.to !== undefined) return inMonths(months.from, months.to, "/period/months");
  if (wholeYear === undefined) return null;
  const year = findRecord(dossier, "plans", data.plan)?.data.schoolYear;
  if (year?.from === undefined || year.to === undefined) return null;
  return { from: year.from, to: year.to, pointer: "/period" };
}

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

function inMonths(first: string, last: string, pointer: string): ActivityPeriod | null {
  if (!MONTH.test(first) || !MONTH.test(last)) return null;
  return { from: `${first}-01`, to: lastDay(last), pointer };
}
