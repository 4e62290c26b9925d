import { same, type Text, text } from "../../base/diagnostics/index.ts";
import { addDays, weekdayOf } from "../../base/text/index.ts";
import { type DataOf, type Dossier, findRecord, recordsOf } from "../records/index.ts";

/** Why a day is not a working one; null when it is. `unknown`: there is no calendar of that year. */
export type DayAnswer = Text | null | "unknown";

const MOVED = text("выходной, перенесённый с другого дня", "a day off moved from another day");
/** Longer than any run of holidays; a calendar of nothing but holidays ends here as well. */
const LONGEST_REST = 60;

/**
 * The working calendar: weekends by the length of the week, holidays and transfers by the records of `calendar/`. Dates are ISO.
 * @see Трудовой кодекс Российской Федерации, статьи 111, 112
 */
export class WorkCalendar {
  readonly #years: ReadonlySet<number | undefined>;
  readonly #off = new Map<string, Text>();
  readonly #working = new Set<string>();
  readonly #week: 5 | 6;

  constructor(calendars: readonly DataOf<"calendar">[], week: 5 | 6) {
    this.#week = week;
    this.#years = new Set(calendars.map(({ year }) => year));
    for (const { holidays = [], transfers = [] } of calendars) {
      for (const { date, name } of holidays)
        if (date !== undefined)
          this.#off.set(date, name === undefined || name === "" ? text("праздничный день", "a holiday") : same(name));
      for (const { from, to } of transfers) {
        if (to !== undefined) this.#off.set(to, MOVED);
        if (from !== undefined && !this.#off.has(from)) this.#working.add(from);
      }
    }
  }

  /** Is the year described by a record? When not, only weekends are known to be days off. */
  knows(year: number): boolean {
    return this.#years.has(year);
  }

  /** Why nobody works on the day. Days of a year without a calendar are `unknown`, never working ones. */
  dayOff(date: string): DayAnswer {
    if (!this.knows(Number(date.slice(0, 4)))) return "unknown";
    const reason = this.#off.get(date);
    if (reason !== undefined) return reason;
    return this.#working.has(date) ? null : this.#weekend(date);
  }

  /** Name of the public holiday that the day is; null for any other day. */
  holiday(date: string): Text | null {
    const reason = this.#off.get(date);
    return reason === undefined || reason === MOVED ? null : reason;
  }

  /** True for a day on which people work as far as is known: in a year without a calendar, any day but the weekend. */
  isWorking(date: string): boolean {
    const off = this.dayOff(date);
    return off === "unknown" ? this.#weekend(date) === null : off === null;
  }

  /** The date itself when it is a working day, else the next one. */
  onOrAfter(date: string): string {
    let day = date;
    for (let step = 0; step < LONGEST_REST && !this.isWorking(day); step++) day = addDays(day, 1);
    return day;
  }

  /** The date itself when it is a working day, else the one before it. */
  onOrBefore(date: string): string {
    let day = date;
    for (let step = 0; step < LONGEST_REST && !this.isWorking(day); step++) day = addDays(day, -1);
    return day;
  }

  /** `count` working days later, not counting the date itself. */
  after(date: string, count: number): string {
    let day = date;
    for (let step = 0; step < count; step++) day = this.onOrAfter(addDays(day, 1));
    return day;
  }

  /** The next working day after the date; null when the calendar of that time is not known. */
  nextWorking(date: string): string | null {
    const next = this.after(date, 1);
    return this.knows(Number(next.slice(0, 4))) && this.isWorking(next) ? next : null;
  }

  #weekend(date: string): Text | null {
    const weekday = weekdayOf(date);
    if (weekday === 0) return text("воскресенье", "Sunday");
    return weekday === 6 && this.#week === 5 ? text("суббота", "Saturday") : null;
  }
}

/** The working calendar of a centre: by its records and the length of the week in its settings. */
export function calendarOf(dossier: Dossier): WorkCalendar {
  const week = findRecord(dossier, "settings", "settings")?.data.workWeek ?? 5;
  return new WorkCalendar(
    recordsOf(dossier, "calendar").map(({ data }) => data),
    week,
  );
}
