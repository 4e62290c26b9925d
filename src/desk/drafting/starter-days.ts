import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { addDays } from "../../base/text/index.ts";
import { readChecked, readYaml } from "../../base/yaml/index.ts";
import { dayAndMonth } from "../../language/index.ts";
import { dayOfSchoolYear, schoolYearOf, WorkCalendar } from "../../paperwork/facts/index.ts";
import type { DataOf } from "../../paperwork/records/index.ts";
import { FILE_SCHEMAS, type RequiredDocumentsFile } from "../../paperwork/schemas/index.ts";
import { packageRoot } from "../../project/reading/index.ts";
import { REQUIREMENTS } from "../../typesetting/kinds/index.ts";

/** The calendars that come with the program, by year. */
export function shippedCalendars(): {
  readonly year: number;
  readonly text: string;
  readonly data: DataOf<"calendar">;
}[] {
  const folder = join(packageRoot(), "templates/starter/calendar");
  return readdirSync(folder)
    .sort()
    .map((path) => {
      const bytes = readFileSync(join(folder, path));
      const data = readYaml({ path, bytes }).value?.data as DataOf<"calendar">;
      return { year: Number.parseInt(path, 10), text: bytes.toString("utf8"), data };
    });
}

/** The holidays of a calendar, moved to a year. */
export function movedHolidays(
  { holidays = [] }: Pick<DataOf<"calendar">, "holidays">,
  year: number,
): { readonly date: string; readonly name: string | null }[] {
  return holidays.map(({ date = "", name = null }) => ({ date: `${year}${date.slice(4)}`, name }));
}

function shippedDays(): WorkCalendar {
  return new WorkCalendar(
    shippedCalendars().map(({ data }) => data),
    5,
  );
}

/** Days of the school year (ММ-ДД) by which reports are needed, and those by which base schools give their data for them, by kind. */
type ReportDays = { readonly [kind: string]: { readonly due: string; readonly data: string } };

function reportDays(): ReportDays {
  const path = join(packageRoot(), "templates", REQUIREMENTS);
  const { value = [] } = readChecked<RequiredDocumentsFile>(
    { path, bytes: readFileSync(path) },
    FILE_SCHEMAS.requiredDocuments,
  );
  return Object.fromEntries(
    value.flatMap(({ kinds, due = "", data = "" }) => (due === "" ? [] : kinds.map((kind) => [kind, { due, data }]))),
  );
}

/** Days of the first documents: each on its working day, in the order in which they arise. A centre begun in spring works from September. */
export function starterDays(date: string): {
  readonly chain: { readonly [step in "status" | "orders" | "committee" | "bases" | "plan"]: string };
  readonly schoolYear: { readonly from: string; readonly to: string };
  readonly schoolYearLabel: string;
  readonly previousYear: string;
  readonly planId: string;
  readonly employedFrom: string;
  /** The last working day up to a day (ММ-ДД) of the school year, ISO; null: it has passed before the agreements, so they do not name it. */
  readonly due: (monthDay: string) => string | null;
  /** «15 июня» of ММ-ДД. */
  readonly inWords: (monthDay: string) => string;
  readonly reportDays: ReportDays;
  readonly months: { readonly second: string; readonly last: string };
  /** The first day of its month. */
  readonly monthOf: (day: string) => string;
  readonly years: readonly number[];
} {
  const days = shippedDays();
  const status = days.onOrAfter(date);
  const start = status.slice(5) >= "05-01" ? Number(status.slice(0, 4)) : schoolYearOf(status);
  const next = start + 1;
  const chain = {
    status,
    orders: days.after(status, 1),
    committee: days.after(status, 2),
    bases: days.after(status, 3),
    plan: days.after(status, 4),
  };
  const following = addDays(`${chain.plan.slice(0, 7)}-28`, 7).slice(0, 7);
  const second = [following, `${start}-10`].sort().at(-1) ?? following;
  const last = `${next}-05`;
  return {
    chain,
    schoolYear: { from: `${start}-09-01`, to: `${next}-08-31` },
    schoolYearLabel: `${start}/${next}`,
    previousYear: `${start - 1}/${start}`,
    planId: `${start}-${next}`,
    employedFrom: `${start - 1}-09-01`,
    due: (monthDay) => {
      const day = days.onOrBefore(dayOfSchoolYear(monthDay, start));
      return day < chain.bases ? null : day;
    },
    inWords: (monthDay) => dayAndMonth(dayOfSchoolYear(monthDay, start), "none").replace("\u00a0", " "),
    reportDays: reportDays(),
    months: { second: second < last ? second : last, last },
    monthOf: (day) => `${day.slice(0, 7)}-01`,
    years: [start, next],
  };
}
