import type { ContentRecord } from "../records/index.ts";

/** What is known of a series of numbers: the next free one, and the day of the last document in it. */
export type SeriesEnd = { readonly number: string; readonly lastDate: string | null };

type Numbered = { readonly count: number; readonly tail: string; readonly date: string };

/**
 * The next free number of a series: «112-ОД» after «111-ОД», «4/2026-ТРЦ» after «3/2026-ТРЦ». A series is one author, one calendar
 * year, one tail behind the count; a year inside the tail turns with the date.
 *
 * @param records records of the collection that share the author
 * @param pattern a number of this series in any year, as «145-ОД»
 * @see домен 1.9: порядковый номер в пределах календарного года и индекс
 */
export function nextInSeries(records: readonly ContentRecord[], pattern: string, date: string): SeriesEnd {
  const year = date.slice(0, 4);
  const tail = tailOf(pattern, year);
  const inSeries = records
    .map((record): Numbered | null => numbered(record))
    .filter((one): one is Numbered => one?.date.startsWith(year) === true && one.tail === tail);
  const last = inSeries.reduce<Numbered | null>(
    (best, one) => (best === null || one.count > best.count ? one : best),
    null,
  );
  const lastDate = inSeries.reduce<string | null>(
    (best, { date: day }) => (best === null || day > best ? day : best),
    null,
  );
  return { number: `${(last?.count ?? 0) + 1}${tail}`, lastDate };
}

function numbered({ data }: ContentRecord): Numbered | null {
  const { number, date } = data;
  if (typeof number !== "string" || typeof date !== "string") return null;
  const found = /^(\d+)(.*)$/.exec(number);
  return found === null ? null : { count: Number(found[1]), tail: found[2] ?? "", date };
}

function tailOf(pattern: string, year: string): string {
  return pattern.replace(/^\d+/, "").replace(/(?<!\d)20\d\d(?!\d)/, year);
}
