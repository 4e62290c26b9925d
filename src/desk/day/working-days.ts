import { addDays } from "../../base/text/index.ts";
import type { YamlData } from "../../base/yaml/index.ts";
import type { Dossier } from "../../paperwork/records/index.ts";
import { WorkCalendar } from "../../paperwork/rules/index.ts";

/** Days of the working calendar as the records of `calendar/` have them. Dates are ISO strings. */
export type WorkingDays = {
  /** Is the year described by a record; when not, only Saturdays and Sundays are known to be days off. */
  readonly knows: (year: number) => boolean;
  readonly isWorking: (date: string) => boolean;
  /** The date itself when it is a working day, else the next one. */
  readonly onOrAfter: (date: string) => string;
  /** `count` working days later, not counting the date itself. */
  readonly after: (date: string, count: number) => string;
};

/** The working days by the records of `calendar/` and the length of the week in the settings. */
export function workingDays(dossier: Dossier): WorkingDays {
  const week = dossier.collections.get("settings")?.get("settings")?.data["workWeek"];
  return workingDaysOf(
    [...(dossier.collections.get("calendar")?.values() ?? [])].map(({ data }) => data),
    week === 6 ? 6 : 5,
  );
}

/** The same by the data of calendar records. */
export function workingDaysOf(calendars: readonly { readonly [key: string]: YamlData }[], week: 5 | 6): WorkingDays {
  const calendar = new WorkCalendar(calendars, week);
  const isWorking = (date: string): boolean => {
    const off = calendar.dayOff(date);
    return off === "unknown" ? !isWeekend(date, week) : off === null;
  };
  const onOrAfter = (date: string): string => {
    let day = date;
    // Longer than any run of holidays; a calendar of nothing but holidays ends here as well.
    for (let step = 0; step < 60 && !isWorking(day); step++) day = addDays(day, 1);
    return day;
  };
  const after = (date: string, count: number): string => {
    let day = date;
    for (let step = 0; step < count; step++) day = onOrAfter(addDays(day, 1));
    return day;
  };
  return { knows: (year) => calendar.years.has(year), isWorking, onOrAfter, after };
}

/** Days from one ISO date to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

function isWeekend(date: string, week: 5 | 6): boolean {
  const day = new Date(`${date}T00:00:00Z`).getUTCDay();
  return day === 0 || (day === 6 && week === 5);
}

/** First calendar year of the school year that a date falls in: it begins on 1 September. */
export function schoolYearOf(date: string): number {
  const year = Number(date.slice(0, 4));
  return date.slice(5) >= "09-01" ? year : year - 1;
}
