import {
  allRecords,
  asAmended,
  type ContentRecord,
  type Dossier,
  findRecord,
  recordAs,
  recordsOf,
} from "../records/index.ts";
import { dayOfSchoolYear, schoolYearOf } from "./days.ts";
import { documentDate } from "./document-date.ts";
import { endedOn, lastDayOf, revokedOn } from "./in-force.ts";
import { covers } from "./period.ts";
import { organisationName } from "./posts.ts";
import { valueAt } from "./value-at.ts";

/** A document that the regulation asks for: any of `kinds` answers; `due` (ММ-ДД) is the day of the school year by which it is needed, `again` what begins the next one (`{id}`: the one before). */
export type Requirement = {
  readonly title: string;
  readonly kinds: readonly string[];
  readonly each?: "base-schools";
  readonly due?: string;
  readonly again?: string;
};

/** `there` in force, `planned` dated later, `expired` its term is over, `later` not due yet, `missing`. */
export type DocumentState = "there" | "planned" | "expired" | "later" | "missing";

/** What answers a requirement on a day; each base school has its own. */
export type RequiredAnswer<Of extends Requirement = Requirement> = {
  readonly requirement: Of;
  /** Id of the base school; null: one document for all. */
  readonly school: string | null;
  /** The title of the requirement, with the school as it is called on the day. */
  readonly title: string;
  readonly state: DocumentState;
  /** The document that answers, when there is one, its day and its last day, ISO. */
  readonly record: ContentRecord | undefined;
  readonly date: string | undefined;
  readonly until: string | undefined;
  /** The day by which it is needed, ISO; null: always. */
  readonly due: string | null;
  /** What to type to begin it. */
  readonly begin: string;
};

/** The day that is asked about, ISO, and the school year (the one that begins in `year`) whose reports are needed. */
export type RequiredOn = { readonly date: string; readonly year: number };

/** What of the required documents is there on a day. What is revoked or ended by then answers for none; a report that was due before there was a centre is asked of nobody. */
export function requiredDocuments<Of extends Requirement>(
  dossier: Dossier,
  required: readonly Of[],
  on: RequiredOn,
): RequiredAnswer<Of>[] {
  const gone = new Set([...revokedOn(dossier, on.date), ...endedOn(dossier, on.date)]);
  const records = allRecords(dossier).filter((record) => {
    const order = recordAs(record, "orders");
    // An order that ends a status answers for none.
    return order === undefined || (order.data.action !== "revoke" && !gone.has(order.id));
  });
  const begun = begunOn(dossier);
  return required.flatMap((requirement) => {
    if ((dueDay(dossier, requirement, on.year) ?? begun) < begun) return [];
    const own = records.filter(({ kind }) => kind !== null && requirement.kinds.includes(kind));
    const schools = requirement.each === "base-schools" ? baseSchoolsOn(dossier, on.date) : [null];
    return schools.map((school) => answer({ dossier, requirement, records: own, school, on }));
  });
}

/**
 * The day by which a document is needed in the school year that begins in `year`, ISO: of a report the one that an agreement names for it
 * (`reportDue`), else that of the list; null: it is needed always.
 */
export function dueDay(
  dossier: Dossier,
  { kinds, due }: Pick<Requirement, "kinds" | "due">,
  year: number,
): string | null {
  if (due === undefined) return null;
  const agreements = recordsOf(dossier, "agreements").map(asAmended);
  const agreed = agreements.flatMap(({ data: { reportDue = [] } }) =>
    reportDue.flatMap(({ report = "", due: day = "" }) =>
      kinds.includes(report) && day !== "" && schoolYearOf(day) === year ? [day] : [],
    ),
  );
  return agreed.sort().at(-1) ?? dayOfSchoolYear(due, year);
}

/** The day from which the first order gives the status, ISO; none: the empty string. */
function begunOn(dossier: Dossier): string {
  const grants = recordsOf(dossier, "orders")
    .map(asAmended)
    .filter(({ data }) => data.action === "grant");
  return grants.map(({ data: { statusFrom, date = "" } }) => statusFrom ?? date).sort()[0] ?? "";
}

/** Ids of the schools that head a district on the day. */
export function baseSchoolsOn(dossier: Dossier, date: string): string[] {
  const districts = recordsOf(dossier, "districts").filter(({ data }) => covers(data, date));
  return [...new Set(districts.flatMap(({ data }) => data.base ?? []))].sort();
}

type Asked<Of> = {
  readonly dossier: Dossier;
  readonly requirement: Of;
  readonly records: readonly ContentRecord[];
  readonly school: string | null;
  readonly on: RequiredOn;
};

function answer<Of extends Requirement>(asked: Asked<Of>): RequiredAnswer<Of> {
  const { dossier, requirement, records, school, on } = asked;
  const { date, year } = on;
  const due = dueDay(dossier, requirement, year);
  const found = records
    .filter((record) => school === null || isParty(record, school))
    .filter((record) => due === null || inYear(dossier, record, year))
    .map((record) => ({
      record,
      from: documentDate(dossier, record)?.date ?? "",
      until: lastDayOf(dossier, record, date),
    }))
    .sort((a, b) => (a.from < b.from ? 1 : -1));
  const inForce = found.find(({ from, until = "9999" }) => from <= date && until >= date);
  const best = inForce ?? found.find(({ from }) => from > date) ?? found[0];
  const lacking = best === undefined ? (due !== null && due >= date ? "later" : "missing") : null;
  const kind = requirement.kinds[0] ?? "";
  const party = school === null ? "" : ` --set parties.second.organisation=${school}`;
  return {
    requirement,
    school,
    title: school === null ? requirement.title : `${requirement.title} (${organisationName(dossier, school, date)})`,
    state: lacking ?? (inForce !== undefined ? "there" : (best?.from ?? "") > date ? "planned" : "expired"),
    record: best?.record,
    date: best?.from || undefined,
    until: best?.until,
    due,
    begin: `trc new ${kind}${best === undefined ? party : ` ${again(requirement, best.record)}`}`,
  };
}

/** A copy of the one before, unless the next one has other words. */
function again({ again: words = "--like {id}" }: Requirement, { id }: ContentRecord): string {
  return words.replace("{id}", () => id);
}

function isParty(record: ContentRecord, school: string): boolean {
  const { first, second } = recordAs(asAmended(record), "agreements")?.data.parties ?? {};
  return first?.organisation === school || second?.organisation === school;
}

/** True when the record is of the school year: a report by its plan, anything else by its own period. */
function inYear(dossier: Dossier, record: ContentRecord, year: number): boolean {
  const plan = findRecord(dossier, "plans", recordAs(record, "reports")?.data.plan);
  const from = (plan && asAmended(plan))?.data.schoolYear?.from ?? valueAt(record.data, "period.from");
  return typeof from === "string" && schoolYearOf(from) === year;
}
