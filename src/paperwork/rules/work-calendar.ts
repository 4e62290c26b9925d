import { addDays } from "../../base/text/index.ts";
import type { YamlData } from "../../base/yaml/index.ts";
import { day, type Fields, fields, list, number, string } from "./values.ts";

/** Why a day is not a working one, Russian; null when it is. `unknown`: there is no calendar of that year. */
export type DayAnswer = string | null | "unknown";

/**
 * The working calendar: weekends by the length of the week, holidays and transfers by the records of `calendar/`.
 * @see Трудовой кодекс Российской Федерации, статьи 111, 112
 */
export class WorkCalendar {
  readonly years: ReadonlySet<number>;
  readonly #off = new Map<string, string>();
  readonly #working = new Set<string>();
  readonly #week: 5 | 6;

  constructor(calendars: readonly { readonly [key: string]: YamlData }[], week: 5 | 6) {
    this.#week = week;
    this.years = new Set(calendars.flatMap((calendar) => number(calendar["year"]) ?? []));
    for (const calendar of calendars) this.#read(calendar);
  }

  #read(calendar: Fields): void {
    for (const holiday of list(calendar["holidays"]).map(fields)) {
      const date = day(holiday["date"]);
      if (date !== undefined) this.#off.set(date, string(holiday["name"]) ?? "праздничный день");
    }
    for (const transfer of list(calendar["transfers"]).map(fields)) {
      const to = day(transfer["to"]);
      const from = day(transfer["from"]);
      if (to !== undefined) this.#off.set(to, "выходной, перенесённый с другого дня");
      if (from !== undefined && !this.#off.has(from)) this.#working.add(from);
    }
  }

  /** Why nobody works on the day. Days of a year without a calendar are `unknown`, never working ones. */
  dayOff(date: string): DayAnswer {
    if (!this.years.has(Number(date.slice(0, 4)))) return "unknown";
    const reason = this.#off.get(date);
    if (reason !== undefined) return reason;
    if (this.#working.has(date)) return null;
    const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
    if (weekday === 0) return "воскресенье";
    return weekday === 6 && this.#week === 5 ? "суббота" : null;
  }

  /** The next working day after the date; null when the calendar of that time is not known. */
  nextWorking(date: string): string | null {
    for (let next = addDays(date, 1), tries = 0; tries < 30; next = addDays(next, 1), tries++) {
      const answer = this.dayOff(next);
      if (answer === "unknown") return null;
      if (answer === null) return next;
    }
    return null;
  }
}
