import { type Text, text } from "../../base/diagnostics/index.ts";
import { numericDate } from "../../base/text/index.ts";
import type { YamlData } from "../../base/yaml/index.ts";
import {
  calendarOf,
  documentAuthor,
  formatNumber,
  indexKey,
  nextFree,
  parseNumber,
  takenNumbers,
  valueAt,
} from "../../paperwork/facts/index.ts";
import type { ContentRecord, Dossier } from "../../paperwork/records/index.ts";
import type { RecordType } from "./record-types.ts";

/** A record that is begun: its type, what has been asked for, and what is there already. */
export type BegunRecord = {
  readonly dossier: Dossier;
  readonly type: RecordType;
  /** Whether its schema knows a property. */
  readonly has: (key: string) => boolean;
  /** Records of its collection, and those of its kind, the latest last. */
  readonly records: readonly ContentRecord[];
  readonly earlier: readonly ContentRecord[];
  readonly options: { readonly date: string; readonly set?: readonly (readonly [path: string, value: string])[] };
  /** Values by path. */
  readonly given: Map<string, YamlData>;
};

/** Why something of a begun record is as it is. */
export type BegunNote = { readonly about: "date" | "number" | "calendar"; readonly text: Text };

/** Sets `date` and `number` of `given` when the record has them, and reports why they are so. */
export function dateAndNumber({ dossier, type, has, earlier, records, options, given }: BegunRecord): BegunNote[] {
  const set = new Set((options.set ?? []).map(([path]) => path));
  const inApproval = valueAt(type.sample, "approved.date") === undefined ? null : "approved.date";
  const datePath = has("date") ? "date" : inApproval;
  const ownDate = type.kind !== null && datePath !== null && !set.has(datePath) ? datePath : null;
  const days = calendarOf(dossier);
  const working = ownDate === null ? options.date : days.onOrAfter(options.date);
  let date = set.has("date") ? String(given.get("date") ?? working) : working;
  const notes: BegunNote[] = [];
  const note = (about: BegunNote["about"], ru: string, en: string): number => notes.push({ about, text: text(ru, en) });
  const author = authorOf({ dossier, type, earlier, given });
  const sameAuthor = records.filter((record) => documentAuthor(dossier, record) === author);
  // A copied record says its series itself.
  const pattern = given.get("number") ?? earlier.at(-1)?.data.number ?? type.sample?.number;
  if (typeof pattern === "string" && has("number") && !set.has("number")) {
    const series = /^\d+$/.test(pattern) && type.collection === "reports" ? earlier : sameAuthor;
    const like = seriesPattern(pattern, series.filter(inJournal({ dossier, type })));
    const next = (): SeriesEnd => endOfSeries(dossier, type, { author, like, date });
    const { lastDate } = next();
    if (!set.has("date") && lastDate !== undefined && lastDate > date) {
      date = days.onOrAfter(lastDate);
      note(
        "date",
        `Дата – ${numericDate(date)}: раньше последнего документа того же ряда (${numericDate(lastDate)}) номер занять нельзя`,
        `Date ${date}: a number cannot be taken before the last document of the series (${lastDate})`,
      );
    }
    const { number } = next();
    given.set("number", number);
    note("number", `Номер ${number} – следующий свободный`, `Number ${number} is the next free one`);
  }
  if (ownDate === null) return notes;
  given.set(ownDate, date);
  if (date === working && date !== options.date)
    note(
      "date",
      `Дата – ${numericDate(date)}: ${numericDate(options.date)} – нерабочий день`,
      `Date ${date}: ${options.date} is no working day`,
    );
  const year = date.slice(0, 4);
  if (!days.knows(Number(year)))
    note(
      "calendar",
      `Рабочего календаря на ${year} год нет: праздники не учтены. Создайте его: trc new calendar --set year=${year}`,
      `There is no work calendar of ${year}: holidays are not counted. Begin it: trc new calendar --set year=${year}`,
    );
  return notes;
}

/** Whose number it will be: as the record says that is begun, the last one of its kind, or the sample of the kind. */
function authorOf({
  dossier,
  type,
  earlier,
  given,
}: Pick<BegunRecord, "dossier" | "type" | "earlier" | "given">): string {
  const path = dossier.kinds?.get(type.kind ?? "")?.author ?? "issuer";
  const said = given.get(path) ?? valueAt(Object.fromEntries(given), path);
  const last = earlier.at(-1);
  return String(said ?? (last && documentAuthor(dossier, last)) ?? valueAt(type.sample, path) ?? "centre");
}

/** The next free number of a series, and the day of the last document that has one. */
type SeriesEnd = { readonly number: string; readonly lastDate: string | undefined };

/** @param wanted `like`: a number of the series in any year, as «3/2025-ТРЦ»: a year within it turns with the date */
function endOfSeries(
  dossier: Dossier,
  of: RecordType,
  { author, like, date }: { readonly author: string; readonly like: string; readonly date: string },
): SeriesEnd {
  const year = date.slice(0, 4);
  const form = parseNumber(like.replace(/(?<!\d)20\d\d(?!\d)/, year)) ?? NO_INDEX;
  const series = { author, year: Number(year), form, of };
  const dates = takenNumbers(dossier, series).map((one) => one.date);
  return { number: formatNumber(nextFree(dossier, series)), lastDate: dates.sort().at(-1) };
}

/**
 * What shares a journal with a record of the type: among documents of many kinds those of the same case that are sent, as letters and notices are; an order or an
 * agreement shares it with all others.
 */
function inJournal({ dossier, type }: Pick<BegunRecord, "dossier" | "type">): (record: ContentRecord) => boolean {
  if (type.collection !== "documents") return () => true;
  return ({ kind, data }) =>
    kind === type.kind ||
    (data.caseIndex === type.sample?.caseIndex &&
      (dossier.kinds?.get(kind ?? "")?.paper ?? null) === null &&
      indexKey(parseNumber(String(data.number ?? "")) ?? NO_INDEX) !== indexKey(NO_INDEX));
}

const NO_INDEX = { prefix: "", suffix: "" };

/** A number with the index that the author's own numbers have, when the kind itself has no number yet. */
function seriesPattern(pattern: string, records: readonly ContentRecord[]): string {
  const used = records.flatMap(({ data }) => (typeof data.number === "string" ? [data.number] : []));
  const index = (number: string): string => indexKey(parseNumber(number) ?? NO_INDEX);
  return used.some((number) => index(number) === index(pattern)) ? pattern : (used.at(-1) ?? pattern);
}
