import { type Text, text } from "../../base/diagnostics/index.ts";
import type { SchemaSpot, YamlData } from "../../base/yaml/index.ts";
import { calendarOf } from "../../paperwork/facts/index.ts";
import type { ContentRecord } from "../../paperwork/records/index.ts";
import type { Project } from "../../project/reading/index.ts";
import { at } from "./fill-record.ts";
import type { NewRecordOptions } from "./new-record-options.ts";
import { nextInSeries } from "./number-series.ts";
import type { RecordType } from "./record-types.ts";
import { hasProperty } from "./schema-questions.ts";

/** Sets `date` and `number` of `given` when the record has them, and reports why they are so. */
export function dateAndNumber(
  project: Project,
  type: RecordType,
  spots: readonly SchemaSpot[],
  earlier: readonly ContentRecord[],
  records: readonly ContentRecord[],
  options: NewRecordOptions,
  given: Map<string, YamlData>,
): Text[] {
  const notes: Text[] = [];
  const set = new Set((options.set ?? []).map(([path]) => path));
  const datePath = hasProperty(project, spots, "date")
    ? "date"
    : at(type.sample, ["approved", "date"]) === undefined
      ? null
      : "approved.date";
  const days = calendarOf(project.dossier);
  let date = options.date;
  let moved = false;
  if (type.kind !== null && datePath !== null && !set.has(datePath)) date = days.onOrAfter(options.date);
  else if (typeof given.get("date") === "string" && set.has("date")) date = String(given.get("date"));
  const issuer = String(given.get("issuer") ?? earlier.at(-1)?.data["issuer"] ?? type.sample?.["issuer"] ?? "");
  const sameAuthor = records.filter(
    ({ data }) => String(data["issuer"] ?? "") === issuer || data["issuer"] === undefined,
  );
  const pattern = earlier.at(-1)?.data["number"] ?? type.sample?.["number"];
  if (typeof pattern === "string" && hasProperty(project, spots, "number") && !set.has("number")) {
    const series = /^\d+$/.test(pattern) && type.collection === "reports" ? earlier : sameAuthor;
    let next = nextInSeries(project.dossier, issuer, series, seriesPattern(pattern, series), date);
    if (
      !set.has("date") &&
      next.lastDate !== null &&
      next.lastDate > date &&
      next.lastDate.slice(0, 4) === date.slice(0, 4)
    ) {
      date = days.onOrAfter(next.lastDate);
      next = nextInSeries(project.dossier, issuer, series, seriesPattern(pattern, series), date);
      notes.push(
        text(
          `Дата – ${date}: раньше последнего документа того же ряда (${next.lastDate}) номер занять нельзя`,
          `Date ${date}: a number cannot be taken before the last document of the series (${next.lastDate})`,
        ),
      );
      moved = true;
    }
    given.set("number", next.number);
    notes.push(text(`Номер ${next.number} – следующий свободный`, `Number ${next.number} is the next free one`));
  }
  if (type.kind !== null && datePath !== null && !set.has(datePath)) {
    given.set(datePath, date);
    if (date !== options.date && !moved)
      notes.push(
        text(`Дата – ${date}: ${options.date} – нерабочий день`, `Date ${date}: ${options.date} is no working day`),
      );
    const year = date.slice(0, 4);
    if (!days.knows(Number(year)))
      notes.push(
        text(
          `Рабочего календаря на ${year} год нет: праздники не учтены. Создайте его: trc new calendar --set year=${year}`,
          `There is no work calendar of ${year}: holidays are not counted. Begin it: trc new calendar --set year=${year}`,
        ),
      );
  }
  return notes;
}

/** The tail that the author's own numbers have, when the kind itself has no number yet. */
function seriesPattern(pattern: string, records: readonly ContentRecord[]): string {
  const used = records
    .map(({ data }) => data["number"])
    .filter((number): number is string => typeof number === "string");
  const tail = pattern.replace(/^\d+/, "");
  return used.length === 0 || used.some((number) => number.replace(/^\d+/, "") === tail)
    ? pattern
    : (used.at(-1) ?? pattern);
}
