import type { Outcome } from "../../base/diagnostics/index.ts";
import { addDays } from "../../base/text/index.ts";
import { isFields, readYaml } from "../../base/yaml/index.ts";
import { genderOfPerson } from "../../language/index.ts";
import { baseSchoolsOn, calendarOf, requiredDocuments, schoolYearOf } from "../../paperwork/facts/index.ts";
import { type Dossier, findRecord, kindUri, recordsOf, sharedUri } from "../../paperwork/records/index.ts";
import { COLLECTIONS } from "../../paperwork/schemas/index.ts";
import { type Project, type ProjectFolders, readProject } from "../../project/reading/index.ts";
import type { Fields } from "./fill-record.ts";
import { movedHolidays } from "./starter-days.ts";

/** Something that can be begun: a document kind found under `templates/`, or a record without a kind. */
export type RecordType = {
  readonly name: string;
  readonly title: string;
  readonly collection: string;
  readonly kind: string | null;
  /** URI of its schema. */
  readonly schema: string;
  readonly sample: Fields | null;
  /** Fills in what only this type knows. */
  readonly complete?: (project: Project, data: Fields, date: string) => Fields;
};

/** What `trc new` can begin in a content folder: the names and titles of its types, by name. Writes nothing. */
export async function listRecordTypes(
  folders: ProjectFolders,
): Promise<Outcome<readonly Pick<RecordType, "name" | "title" | "collection" | "kind" | "schema">[]>> {
  const { value: project, diagnostics } = await readProject(folders);
  return project === undefined ? { diagnostics } : { value: recordTypes(project), diagnostics };
}

/** Every type by name; a kind whose documents are made of other kinds' records (an acquaintance sheet) is none. */
export function recordTypes(project: Project): RecordType[] {
  const { kinds, schemas } = project;
  const own = kinds.kinds.filter(({ source }) => source.kinds === "own");
  const ofKinds = own.map(({ id, title, source: { collection } }): RecordType => {
    const schema = schemas.kinds.has(id) ? kindUri(id) : sharedUri(COLLECTIONS[collection] ?? "");
    const complete = COMPLETE[id] ?? COMPLETE[collection];
    const sample = sampleOf(project, id);
    return { name: id, title, collection, kind: id, schema, sample, ...(complete && { complete }) };
  });
  const covered = new Set(own.map(({ source }) => source.collection));
  const plain = Object.entries(COLLECTIONS).flatMap(([collection, name]): RecordType[] => {
    if (name === null || covered.has(collection)) return [];
    const schema = sharedUri(name);
    const title = String(schemas.schemas.get(schema)?.title ?? collection);
    const complete = COMPLETE[collection];
    return [{ name, title, collection, kind: null, schema, sample: null, ...(complete && { complete }) }];
  });
  return [...ofKinds, ...plain].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function sampleOf(project: Project, kind: string): Fields | null {
  const file = project.templateFiles.find(({ inside }) => inside === `${kind}/sample.yaml`);
  const data = file === undefined ? undefined : readYaml(file).value?.data;
  return isFields(data) ? data : null;
}

/** By kind, else by collection. */
const COMPLETE: { readonly [name: string]: RecordType["complete"] } = {
  "case-cover": begunCover,
  "case-inventory": begunInventory,
  "case-nomenclature": begunNomenclature,
  "order-general": askedOrder,
  "order-register": begunRegister,
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

/** A list of cases copied from that of a year is of the next year that has none, and is approved on its own day. */
function begunNomenclature({ dossier }: Project, data: Fields): Fields {
  const years = nomenclatures(dossier).map(({ year = 0 }) => year);
  const { approved, date } = data;
  const year = typeof data.year === "number" && years.includes(data.year) ? Math.max(...years) + 1 : data.year;
  const old =
    isFields(approved) &&
    typeof approved.date === "string" &&
    typeof date === "string" &&
    approved.date.slice(0, 4) !== date.slice(0, 4);
  return { ...data, ...(year === undefined ? {} : { year }), ...(old ? { approved: { ...approved, date } } : {}) };
}

/** An order that prolongs or ends a status has another heading than the one that gave it. */
function begunStatus({ dossier }: Project, begun: Fields): Fields {
  const former = recordsOf(dossier, "orders").find(({ id }) => id === begun.granted)?.data;
  const data = begun.action === "extend" && former !== undefined ? following(former, begun) : begun;
  const granted = recordsOf(dossier, "orders").filter(({ data: { action } }) => action === "grant");
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

/** A register copied from that of a year is of the next year that has none of its series. */
function begunRegister({ dossier }: Project, data: Fields): Fields {
  const years = recordsOf(dossier, "documents").flatMap(({ kind, data: { year, ...own } }) =>
    kind === "order-register" && year !== undefined && own.issuer === data.issuer && own.suffix === data.suffix
      ? [year]
      : [],
  );
  return typeof data.year === "number" && years.includes(data.year) ? { ...data, year: Math.max(...years) + 1 } : data;
}

/** The cover of a case goes by the list of cases of its year. */
function begunCover({ dossier }: Project, data: Fields): Fields {
  const own = nomenclatures(dossier).find(({ year }) => year === data.year);
  return { ...data, nomenclature: data.nomenclature ?? own?.id ?? null };
}

/** Whoever has drawn up the list of cases draws up the inventory. */
function begunInventory(project: Project, begun: Fields): Fields {
  const data = begunCover(project, begun);
  const own = nomenclatures(project.dossier).find(({ id }) => id === data.nomenclature);
  return { ...data, prepared: data.prepared ?? own?.prepared ?? null };
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

function filled(value: unknown): boolean {
  return Array.isArray(value) && !JSON.stringify(value).includes("null");
}
