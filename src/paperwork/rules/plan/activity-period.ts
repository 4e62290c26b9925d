import { lastDay } from "../../../base/text/index.ts";
import type { ContentRecord } from "../../records/index.ts";
import type { Facts } from "../facts.ts";
import { day, fields, string } from "../values.ts";

/** First and last day of an activity's term, with the pointer to what was written. */
export type Period = { readonly from: string; readonly to: string; readonly pointer: string };

/** The term of an activity; a whole-year one lasts the school year of its plan; null when it is not filled. */
export function activityPeriod(facts: Facts, activity: ContentRecord): Period | null {
  const period = fields(activity.data["period"]);
  const months = fields(period["months"]);
  const date = day(period["date"]);
  if (date !== undefined) return { from: date, to: date, pointer: "/period/date" };
  const [from, to] = [day(period["from"]), day(period["to"])];
  if (from !== undefined && to !== undefined) return { from, to, pointer: "/period/from" };
  const first = string(period["month"]) ?? string(months["from"]);
  const last = string(period["month"]) ?? string(months["to"]);
  if (first !== undefined && last !== undefined)
    return {
      from: `${first}-01`,
      to: lastDay(last),
      pointer: period["month"] === undefined ? "/period/months" : "/period/month",
    };
  const year = fields(facts.find("plans", activity.data["plan"])?.data["schoolYear"]);
  const [start, end] = [day(year["from"]), day(year["to"])];
  return start === undefined || end === undefined ? null : { from: start, to: end, pointer: "/period" };
}
