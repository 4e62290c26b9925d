import { type DocumentNumber, formatNumber, parseNumber } from "../../paperwork/facts/index.ts";
import type { ContentRecord, Dossier } from "../../paperwork/records/index.ts";
import { entriesOf } from "../../paperwork/register/index.ts";

/** What is known of a series of numbers: the next free one, and the day of the last document in it. */
export type SeriesEnd = { readonly number: string; readonly lastDate: string | null };

type Numbered = { readonly parts: DocumentNumber; readonly date: string };

/**
 * The next free number of a series: «112-ОД» after «111-ОД», «4/2026-ТРЦ» after «3/2026-ТРЦ». A series is one author, one calendar
 * year, one prefix and suffix; a year inside the suffix turns with the date. A number in the register is not free, even when its record is gone.
 *
 * @param records records of the collection that share the author
 * @param pattern a number of this series in any year, as «145-ОД»
 * @see домен 1.9: порядковый номер в пределах календарного года и индекс
 */
export function nextInSeries(
  dossier: Dossier,
  author: string,
  records: readonly ContentRecord[],
  pattern: string,
  date: string,
): SeriesEnd {
  const year = date.slice(0, 4);
  const parts = parseNumber(pattern.replace(/(?<!\d)20\d\d(?!\d)/, year)) ?? {
    prefix: "",
    order: 1,
    letter: "",
    suffix: "",
  };
  const issued = entriesOf(dossier)
    .filter(({ fields }) => fields.author === author)
    .map(({ fields }) => numbered(fields.number, fields.date));
  const inSeries = [...records.map(({ data }) => numbered(data["number"], data["date"])), ...issued].filter(
    (one): one is Numbered =>
      one?.date.startsWith(year) === true && one.parts.prefix === parts.prefix && one.parts.suffix === parts.suffix,
  );
  const order = Math.max(0, ...inSeries.map((one) => one.parts.order ?? 0)) + 1;
  const lastDate =
    inSeries
      .map((one) => one.date)
      .sort()
      .at(-1) ?? null;
  return { number: formatNumber({ ...parts, order, letter: "" }), lastDate };
}

function numbered(number: unknown, date: unknown): Numbered | null {
  if (typeof number !== "string" || typeof date !== "string") return null;
  const parts = parseNumber(number);
  return parts === null ? null : { parts, date };
}
