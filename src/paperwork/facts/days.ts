/** Days from one ISO date to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The day, ММ-ДД, that a school year begins on. */
const FIRST_DAY = "09-01";

/** First calendar year of the school year that a date falls in: it begins on 1 September. */
export function schoolYearOf(date: string): number {
  const year = Number(date.slice(0, 4));
  return date.slice(5) >= FIRST_DAY ? year : year - 1;
}

/** The day (ММ-ДД) in the school year that begins in `year`, ISO: `01-31` of 2025 → `2026-01-31`. */
export function dayOfSchoolYear(monthDay: string, year: number): string {
  return `${monthDay >= FIRST_DAY ? year : year + 1}-${monthDay}`;
}

/** True for a day that parts a year, whatever day of the week it is: the edges of the school year, the ends of its lessons and of the calendar year. */
export function isYearEdge(date: string): boolean {
  return /-(09-01|12-31|05-31|08-31)$/.test(date);
}
