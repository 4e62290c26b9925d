import { addDays } from "../../base/text/index.ts";
import { isFields, type YamlData } from "../../base/yaml/index.ts";
import { genderOfPerson } from "../../language/index.ts";
import {
  baseSchoolsOn,
  calendarOf,
  casesOf,
  documentNumbers,
  isEmployed,
  missingNumbers,
  requiredDocuments,
  schoolYearOf,
} from "../../paperwork/facts/index.ts";
import { allRecords, asAmended, type Dossier, findRecord, recordsOf } from "../../paperwork/records/index.ts";
import type { Project } from "../../project/reading/index.ts";
import type { Fields } from "./fill-record.ts";
import { movedHolidays } from "./starter-days.ts";

/** Fills in what only a type of record knows. @param date the day to begin from */
export type Complete = (project: Project, data: Fields, date: string) => Fields;

/** By kind, else by collection. */
export const COMPLETE: { readonly [name: string]: Complete } = {
  "archive-inventory": begunArchive,
  "case-cover": begunCase,
  "case-inventory": begunCase,
  "case-nomenclature": begunNomenclature,
  "order-amendment": askedAmendment,
  "order-commission": askedCommission,
  "order-general": askedOrder,
  "destruction-act": preparedByClerk("prepared"),
  "distribution-list": ({ dossier }, data) => ({
    ...data,
    prepared: data.prepared ?? findRecord(dossier, "orders", String(data.order))?.data.executor ?? null,
  }),
  "incoming-register": preparedByClerk("keeper"),
  "order-register": (project, data, date) => preparedByClerk("keeper")(project, begunRegister(project, data), date),
  "order-status": begunStatus,
  reports: begunReport,
  calendar: nextCalendar,
  results: askedResult,
  people: (_project, data) => {
    const [surname, given, patronymic] = [data.surname, data.given, data.patronymic].map((one) =>
      typeof one === "string" ? one : "",
    ) as [string, string, string];
    const shown = genderOfPerson({ surname, given, patronymic });
    return data.gender === null && shown !== null ? { ...data, gender: shown } : data;
  },
};

/** What the status of a result asks for beside what every result has; what did not take place has no meetings. */
const ASKED: { readonly [status: string]: Fields } = {
  partial: { reason: null },
  moved: { movedTo: null, reason: null, sessions: [] },
  cancelled: { reason: null, sessions: [] },
};

/** A result asks how many came to each meeting from each base school that the activity is for, else of the day, and for what its status needs. */
function askedResult({ dossier }: Project, data: Fields, today: string): Fields {
  const { sessions, ...asked } = ASKED[String(data.status)] ?? {};
  const meetings = Array.isArray(data.sessions) ? data.sessions : [];
  const own = findRecord(dossier, "activities", String(data.activity))?.data.baseSchools;
  const begun = meetings.map((meeting) => {
    if (!isFields(meeting)) return meeting;
    const { bySchool } = meeting;
    const schools = own ?? baseSchoolsOn(dossier, typeof meeting.date === "string" ? meeting.date : today);
    const asked = schools.map((organisation) => ({ organisation, participants: null }));
    if (bySchool === undefined) return schools.length === 0 ? meeting : { ...meeting, bySchool: asked };
    // Numbers that were given without names are those of the schools in the order in which they are asked for.
    return Array.isArray(bySchool)
      ? { ...meeting, bySchool: bySchool.map((one, index) => (isFields(one) ? named(one, asked[index]) : one)) }
      : meeting;
  });
  const given = meetings.some((meeting) => isFields(meeting) && Object.values(meeting).some((one) => one !== null));
  return { ...asked, ...data, sessions: given ? begun : (sessions ?? begun) };
}

function named(given: Fields, { organisation = null }: Fields = {}): Fields {
  return { ...given, organisation: given.organisation ?? organisation };
}

/** A task that nobody has begun to write asks who does it and by what day: an order without them cannot be controlled. */
function askedOrder(_project: Project, data: Fields): Fields {
  if (!Array.isArray(data.items)) return data;
  const items = data.items.map((item) =>
    isFields(item) && Object.values(item).every((one) => one === null)
      ? { ...item, due: null, assignees: [null] }
      : item,
  );
  return { ...data, items };
}

/** A change that nobody has begun to write asks where, what is done and the new words. */
function askedAmendment(_project: Project, data: Fields): Fields {
  const asked = (change: YamlData): YamlData =>
    isFields(change) && Object.values(change).every((one) => one === null)
      ? { clause: null, ...change, text: null }
      : change;
  const amends = list(data.amends).map((one) =>
    isFields(one) && Array.isArray(one.changes) ? { ...one, changes: one.changes.map(asked) } : one,
  );
  return amends.length === 0 ? data : { ...data, amends };
}

/** Whoever is of a commission and employed by the author is made acquainted with the order. */
function askedCommission({ dossier }: Project, data: Fields): Fields {
  if (data.acknowledge !== undefined) return data;
  const commission = isFields(data.commission) ? data.commission : {};
  const { issuer: organisation, date } = data;
  const own = Object.values(commission)
    .flat()
    .filter((person) => typeof person === "string")
    .filter((person) => isEmployed(dossier, { person, organisation: String(organisation), date: String(date) }));
  return { ...data, acknowledge: own.length === 0 ? [null] : [...new Set(own)] };
}

/** A report is dated after its period, goes to the body that the centre answers to, and rests on the orders in force in its period. */
function begunReport({ dossier, kinds }: Project, data: Fields, today: string): Fields {
  const days = calendarOf(dossier);
  const { from, to } = isFields(data.period) ? data.period : {};
  const early = typeof to === "string" && data.date === days.onOrAfter(today) && data.date <= to;
  const date = early ? days.onOrAfter(addDays(to, 1)) : data.date;
  const body = recordsOf(dossier, "centre").at(0)?.data.committee;
  const on = typeof to === "string" ? to : today;
  const plan = findRecord(dossier, "plans", typeof data.plan === "string" ? data.plan : undefined)?.data;
  const answers = requiredDocuments(dossier, kinds.required, { date: on, year: schoolYearOf(String(from ?? on)) });
  const orders = answers.flatMap(({ record, state }) =>
    record?.collection === "orders" && state === "there" ? [record.id] : [],
  );
  const own = [...new Set([...orders, plan?.approved?.order ?? []].flat())];
  return {
    ...data,
    ...(date === undefined ? {} : { date }),
    submittedTo: data.submittedTo ?? body ?? null,
    orders: filled(data.orders) || own.length === 0 ? (data.orders ?? [null]) : own,
  };
}

/** A list of cases is of the next year towards the end of one, and of the next that has none; it is approved on its own day. */
function begunNomenclature({ dossier }: Project, data: Fields): Fields {
  const years = nomenclatures(dossier).map(({ year = 0 }) => year);
  const { approved, date } = data;
  const own = typeof data.year === "number" ? data.year : yearOf(data) + (monthOf(data) > 9 ? 1 : 0);
  const year = years.includes(own) ? Math.max(...years) + 1 : own;
  const old =
    isFields(approved) &&
    typeof approved.date === "string" &&
    typeof date === "string" &&
    approved.date.slice(0, 4) !== date.slice(0, 4);
  return { ...data, year, ...(old ? { approved: { ...approved, date } } : {}) };
}

/** An order that prolongs or ends a status has another heading than the one that gave it. */
function begunStatus({ dossier }: Project, begun: Fields): Fields {
  const former = recordsOf(dossier, "orders").find(({ id }) => id === begun.granted);
  const data = begun.action === "extend" && former !== undefined ? following(asAmended(former).data, begun) : begun;
  const granted = recordsOf(dossier, "orders").filter(({ data: { action } }) => action === "grant");
  if (data.action === null && granted.length === 0) return { ...data, action: "grant" };
  const same = data.action !== "grant" && granted.some(({ data: { subject } }) => subject === data.subject);
  return same ? { ...data, subject: null } : data;
}

/** An extension begins when the former term is over, with the results of the school year before; what was said otherwise stays. */
function following(former: { readonly statusUntil?: string; readonly analysis?: string }, begun: Fields): Fields {
  // The day of the order is what any date begins with.
  const isOpen = begun.statusFrom === begun.date && former.statusUntil !== undefined;
  const data = isOpen ? { ...begun, statusFrom: addDays(former.statusUntil, 1) } : begun;
  const { statusFrom: from, analysis } = data;
  if (typeof from !== "string" || analysis === undefined || analysis !== former.analysis) return data;
  const last = schoolYearOf(from) - 1;
  return { ...data, analysis: `${last}/${last + 1}` };
}

/** Cases and registers are closed in January: until it is over they are of the year before. */
function begunClosed(_project: Project, data: Fields): Fields {
  return typeof data.year === "number" ? data : { ...data, year: yearOf(data) - (monthOf(data) === 1 ? 1 : 0) };
}

function yearOf({ date }: Fields): number {
  return Number(String(date).slice(0, 4));
}

function monthOf({ date }: Fields): number {
  return Number(String(date).slice(5, 7));
}

/** A register copied from that of a year is of the next year that has none of its series; one with numbers of others is an excerpt. */
function begunRegister(project: Project, begun: Fields): Fields {
  const { dossier } = project;
  const closed = begunClosed(project, begun);
  const data: Fields = { ...closed, suffix: closed.suffix ?? suffixOf(dossier, closed) };
  const years = recordsOf(dossier, "documents").flatMap(({ kind, data: { year, ...own } }) =>
    kind === "order-register" && year !== undefined && own.issuer === data.issuer && own.suffix === data.suffix
      ? [year]
      : [],
  );
  const year = years.includes(data.year as number) ? Math.max(...years) + 1 : (data.year as number);
  const { issuer, prefix, suffix, excerpt, taken } = { prefix: "", taken: null, ...data } as Fields;
  const form = { prefix: String(prefix), suffix: String(suffix) };
  const isPart =
    excerpt === undefined &&
    taken === null &&
    missingNumbers(dossier, { author: String(issuer), year, form }).length > 0;
  return { ...data, year, ...(isPart ? { excerpt: true } : {}) };
}

/** What follows the number in all orders that the author has in the year; null when they differ. */
function suffixOf(dossier: Dossier, { issuer, year }: Fields): string | null {
  const found = documentNumbers(dossier).flatMap(({ record, series, number }) =>
    record.collection === "orders" && series.author === issuer && series.year === year && number.prefix === ""
      ? [number.suffix]
      : [],
  );
  return new Set(found).size === 1 ? (found[0] ?? null) : null;
}

/** Whoever has drawn up the list of cases keeps the registers of the office and draws up its lists. */
function preparedByClerk(key: "keeper" | "prepared"): Complete {
  return ({ dossier }, data) => {
    const own = (data.issuer ?? "centre") === "centre" ? nomenclatures(dossier).at(-1)?.prepared : undefined;
    return { ...data, [key]: data[key] ?? own ?? null };
  };
}

/** A paper about cases goes by the list of cases of its year, and is drawn up by whoever has drawn up that. */
function begunCase(project: Project, begun: Fields): Fields {
  const data = begunClosed(project, begun);
  const lists = nomenclatures(project.dossier);
  const nomenclature = data.nomenclature ?? lists.find(({ year }) => year === data.year)?.id ?? null;
  const own = lists.find(({ id }) => id === nomenclature);
  return { ...data, nomenclature, prepared: data.prepared ?? own?.prepared ?? null };
}

/**
 * The inventory of electronic cases names no list of cases, and goes by it all the same: titles and terms stand there; where no case is
 * named, all those that papers of the year are filed in.
 */
function begunArchive(project: Project, begun: Fields): Fields {
  const { nomenclature, ...data } = begunCase(project, begun);
  const record = findRecord(project.dossier, "documents", String(nomenclature));
  const known = record === undefined ? [] : casesOf(record);
  const cases = list(data.cases).filter(isFields);
  if (known.length === 0 || !("cases" in data)) return data;
  const named = cases.filter(({ index }) => typeof index === "string");
  const filed = filedIn(project.dossier, String(data.year));
  const own = named.length > 0 ? named : known.flatMap(({ index = "" }) => (filed.has(index) ? [{ index }] : []));
  const asked = { index: null, title: null, from: null, to: null, documents: null, bytes: null, term: null };
  const told = own.map((one): Fields => {
    const { title = null, term = null } = known.find(({ index }) => index === one.index) ?? {};
    const open: Fields = { ...asked, ...one };
    // What the row was copied with may be of another case.
    const other = known.some((its) => its.index !== one.index && its.title === open.title);
    return other ? { ...open, title, term } : { ...open, title: open.title ?? title, term: open.term ?? term };
  });
  return { ...data, cases: told.length > 0 ? told : [asked] };
}

/** Indexes of the cases that papers of the year are filed in. */
function filedIn(dossier: Dossier, year: string): ReadonlySet<string> {
  return new Set(
    allRecords(dossier).flatMap(({ data }) =>
      "caseIndex" in data && "date" in data && String(data.date).startsWith(year) ? [String(data.caseIndex)] : [],
    ),
  );
}

function nomenclatures(
  dossier: Dossier,
): { readonly id: string; readonly year?: number; readonly prepared?: string }[] {
  return recordsOf(dossier, "documents").flatMap(({ id, kind, data: { year, prepared } }) =>
    kind === "case-nomenclature"
      ? [{ id, ...(year !== undefined && { year }), ...(typeof prepared === "string" && { prepared }) }]
      : [],
  );
}

/** A calendar begins with the holidays of the latest one, moved to its year; the transfers must be taken from the decree. */
function nextCalendar(
  { dossier }: Project,
  { year: given, source = null, transfers = [] }: Fields,
  date: string,
): Fields {
  const latest = recordsOf(dossier, "calendar").at(-1)?.data;
  const year = typeof given === "number" ? given : Math.max(Number(date.slice(0, 4)), (latest?.year ?? 0) + 1);
  return {
    year,
    source,
    holidays: movedHolidays(latest ?? {}, year),
    // Known only from the decree of the year: an empty list is better than a place that cannot be filled yet.
    transfers: filled(transfers) ? transfers : [],
  };
}

function list(value: YamlData | undefined): readonly YamlData[] {
  return Array.isArray(value) ? value : [];
}

function filled(value: unknown): boolean {
  return Array.isArray(value) && !JSON.stringify(value).includes("null");
}
