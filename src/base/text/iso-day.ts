/** `2025-09-05` → «05.09.2025»; a moment (`2025-09-05T10:00:00Z`) gives its day. @see ГОСТ Р 7.0.97-2016, п. 5.10 */
export function numericDate(iso: string): string {
  return `${iso.slice(8, 10)}.${iso.slice(5, 7)}.${iso.slice(0, 4)}`;
}

/** The ISO day so many days later; earlier with a negative number. */
export function addDays(iso: string, days: number): string {
  const moment = new Date(`${iso}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
}

/** Last day of a month: `2024-02` → `2024-02-29`. */
export function lastDay(month: string): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

/** True for a day that the calendar has, written `YYYY-MM-DD`. */
export function isDay(iso: string): boolean {
  const moment = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().slice(0, 10) === iso;
}

/** Day of the week of an ISO day: 0 is Sunday, 6 Saturday. */
export function weekdayOf(iso: string): number {
  return new Date(`${iso}T00:00:00Z`).getUTCDay();
}
