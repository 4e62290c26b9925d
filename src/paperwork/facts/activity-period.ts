import { lastDay } from "../../base/text/index.ts";
import { type DataOf, type Dossier, dataOn, findRecord, type RecordOf, recordsOf } from "../records/index.ts";
import { covers } from "./period.ts";

type Term = NonNullable<DataOf<"activities">["period"]>;
type Span = { readonly from: string; readonly to: string };

/**
 * When an activity may be held: its first and last day, ISO; its stretches in order (of «up to a day» the day itself, of separate months each); and the
 * pointer to what says so in its record.
 */
export type ActivityPeriod = Span & { readonly spans: readonly Span[]; readonly pointer: string };

/**
 * The term of an activity, whichever way it is written, as the plan has it on a day; without the day, after all its amendments. A term of the whole year is the school year of its plan, one up to a day begins with that
 * year, school holidays are those that the calendar has in it. Null when it is not filled in, or the plan or the holidays it needs are not there.
 */
export function activityPeriod(
  dossier: Dossier,
  record: Pick<RecordOf<"activities">, "data" | "later">,
  date = "9999-12-31",
): ActivityPeriod | null {
  const data = dataOn(record, date);
  const term = data.period ?? {};
  const plan = findRecord(dossier, "plans", data.plan);
  const year = plan && dataOn(plan, date).schoolYear;
  const spans = spansOf(dossier, term, { from: year?.from ?? "", to: year?.to ?? "" });
  const [first, last] = [spans[0], spans.at(-1)];
  if (first === undefined || last === undefined) return null;
  const key = ["date", "from", "by", "dates", "month", "months", "inMonths", "holidays"].find((name) => name in term);
  const from = term.by === undefined ? first.from : (year?.from ?? first.from);
  return { from, to: last.to, spans, pointer: key === undefined ? "/period" : `/period/${key}` };
}

function spansOf(dossier: Dossier, term: Term, year: Span): readonly Span[] {
  const { date, from, to, by, dates, month, months, inMonths, every, holidays, wholeYear } = term;
  const days = date === undefined ? (by === undefined ? dates : [by]) : [date];
  if (days !== undefined) return sorted(days.map((day) => ({ from: day, to: day })));
  if (from !== undefined && to !== undefined) return [{ from, to }];
  const several = month === undefined ? inMonths : [month];
  if (several !== undefined) return sorted(several.flatMap((one) => monthSpan(one, one)));
  if (months?.from !== undefined && months.to !== undefined) return monthSpan(months.from, months.to);
  if (holidays !== undefined) return schoolHolidays(dossier, holidays, year);
  return (wholeYear === undefined && every === undefined) || year.from === "" || year.to === "" ? [] : [year];
}

/** School holidays of the calendars that begin in a school year: those of a season, or all. */
function schoolHolidays(dossier: Dossier, season: NonNullable<Term["holidays"]>, year: Span): readonly Span[] {
  const known = recordsOf(dossier, "calendar").flatMap(({ data }) => data.schoolHolidays ?? []);
  return sorted(
    known.flatMap(({ season: own, from, to }) =>
      from !== undefined && to !== undefined && covers(year, from) && [own, "all"].includes(season)
        ? [{ from, to }]
        : [],
    ),
  );
}

function sorted(spans: readonly Span[]): readonly Span[] {
  return [...spans].sort((a, b) => (a.from < b.from ? -1 : 1));
}

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

function monthSpan(first: string, last: string): readonly Span[] {
  return MONTH.test(first) && MONTH.test(last) ? [{ from: `${first}-01`, to: lastDay(last) }] : [];
}
