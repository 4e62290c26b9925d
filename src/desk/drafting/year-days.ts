import { addDays, lastDay, weekdayOf } from "../../base/text/index.ts";
import { readTerm, type Term, withWords } from "../../language/index.ts";
import { daysBetween, isYearEdge, type WorkCalendar } from "../../paperwork/facts/index.ts";

/** How days go over into another year. */
export type DayMove = { readonly years: number; readonly days: WorkCalendar };

/** The same day of another year, whatever it is there: `2028-02-29` → `2029-02-28`. Days, months («2027-10») and moments of a year alike. */
export function sameDay(iso: string, years: number): string {
  return `${Number(iso.slice(0, 4)) + years}${iso.slice(4)}`.replace(/(\d{4}-02)-29$/, (day, month) =>
    lastDay(month) === day ? day : lastDay(month),
  );
}

/** A day on which something happens: the nearest one of the same day of the week in the same month, a working one unless it was none either. */
export function sameWeekday(iso: string, { years, days }: DayMove): string {
  const day = sameDay(iso, years);
  const shift = ((weekdayOf(iso) - weekdayOf(day) + 10) % 7) - 3;
  const near = addDays(day, shift);
  const own = inMonth(near, day) ? near : addDays(near, shift < 0 ? 7 : -7);
  if (days.isWorking(own) || !days.isWorking(iso)) return own;
  const next = days.onOrAfter(own);
  return inMonth(next, day) ? next : days.onOrBefore(own);
}

/**
 * A day that ends or begins a term: the same of its year, the edges of a year as they are, others on the working day before it; a first one (`first`) on the
 * working day after it.
 */
export function sameTerm(iso: string, { years, days }: DayMove, first = false): string {
  const day = sameDay(iso, years);
  if (isYearEdge(iso) || !days.isWorking(iso)) return day;
  return first ? days.onOrAfter(day) : days.onOrBefore(day);
}

/** The term of an activity in another school year, and whether its words could not go with it. */
export type MovedTerm = { readonly term: Term; readonly unsure: boolean };

/**
 * The term of an activity in the school year that begins in `year`: days on the same days of the week, months as they are. Words beside a term are
 * read anew for that year; words that would say other days are left out.
 */
export function movedTerm({ text, ...term }: Term, year: number, move: DayMove): MovedTerm {
  const moved = movedDays(term, move);
  if (text === undefined || text === null) return { term: moved, unsure: false };
  const read = /(?<!\d)20\d\d(?!\d)/.test(text) ? null : readTerm(text, year);
  if (read === null) return { term: moved, unsure: true };
  const asWritten = withWords(read.term, text);
  if (read.exact && !ofDays(term)) return { term: asWritten, unsure: false };
  const { text: words, ...days } = asWritten;
  const same = JSON.stringify(days) === JSON.stringify(moved);
  if (same || !read.exact) return { term: { ...moved, text: words ?? text }, unsure: !same };
  return { term: moved, unsure: true };
}

function movedDays(term: Term, move: DayMove): Term {
  const { date, from, to, by, dates, month, months, inMonths } = term;
  const moved = (day: string): string => sameWeekday(day, move);
  if (date) return { ...term, date: moved(date) };
  if (from && to) {
    const first = moved(from);
    const last = addDays(first, daysBetween(from, to));
    const end = move.days.isWorking(to) ? move.days.onOrBefore(last) : last;
    return { ...term, from: first, to: [first, end].sort().at(-1) };
  }
  if (by) return { ...term, by: sameTerm(by, move) };
  if (dates) return { ...term, dates: [...new Set(dates.map(moved))].sort() };
  if (month) return { ...term, month: sameDay(month, move.years) };
  if (months?.from && months.to)
    return { ...term, months: { from: sameDay(months.from, move.years), to: sameDay(months.to, move.years) } };
  return inMonths ? { ...term, inMonths: inMonths.map((one) => sameDay(one, move.years)) } : term;
}

/** Days that have moved with the day of the week, so that words may no longer say them. */
function ofDays({ date, from, dates }: Term): boolean {
  return [date, from, dates].some((one) => one !== undefined && one !== null);
}

function inMonth(day: string, like: string): boolean {
  return day.slice(0, 7) === like.slice(0, 7);
}
