import { same, type Text, text } from "../../base/diagnostics/index.ts";
import { addDays } from "../../base/text/index.ts";
import {
  calendarOf,
  covers,
  documentDate,
  documentNumber,
  endedOn,
  lastDayOf,
  organisationName,
  revokedOn,
  schoolYearOf,
  valueAt,
} from "../../paperwork/facts/index.ts";
import { anyRecordsOf, type ContentRecord, findRecord, recordAs, recordsOf } from "../../paperwork/records/index.ts";
import { entriesOf } from "../../paperwork/register/index.ts";
import type { Project } from "../../project/reading/index.ts";
import type { Requirement } from "../../typesetting/kinds/index.ts";
import { activityDeadlines, type Deadline, recordDeadlines } from "./deadlines.ts";

/** `there` in force, `planned` dated later, `expired` its term is over, `later` not due yet, `missing`. */
export type DocumentState = "there" | "planned" | "expired" | "later" | "missing";

/** A document that the regulation asks for, and the one that answers. */
export type RequiredDocument = {
  readonly group: string;
  readonly title: string;
  readonly kind: string;
  readonly state: DocumentState;
  /** The document that answers, when there is one. */
  readonly file: string | null;
  readonly number: string | null;
  readonly date: string | null;
  readonly until: string | null;
  /** The day by which it is needed, ISO. */
  readonly due: string | null;
  /** Day of its entry in the register; null: not issued through `trc issue`. */
  readonly registered: string | null;
  /** Approvals on file. Whether they still hold for the words of today is reported by `trc sign-off`. */
  readonly approvals: number;
  /** What to type to begin it. */
  readonly hint: string | null;
};

/** The state of a set on a day. */
export type SetStatus = {
  readonly date: string;
  readonly schoolYear: string;
  readonly documents: readonly RequiredDocument[];
  readonly overdue: readonly Deadline[];
  readonly coming: readonly Deadline[];
  readonly notes: readonly Text[];
};

/**
 * What the set has and lacks on a day: the documents of section 6 of the regulation, what is overdue, what comes in the next `days`.
 * The list of documents is data: `templates/regulation/required-documents.yaml`.
 */
export function setStatus(project: Project, date: string, days: number): SetStatus {
  const year = schoolYearOf(date);
  const documents = project.kinds.required.flatMap((requirement) => documentsOf({ project, requirement, date }));
  const reports = documents.flatMap(reportDeadline);
  const activities = activityDeadlines(project.dossier).filter(({ done }) => !done);
  const last = addDays(date, days);
  return {
    date,
    schoolYear: `${year}/${year + 1}`,
    documents,
    overdue: sorted([...activities.filter(({ until }) => until < date), ...reports.filter((one) => one.date < date)]),
    coming: sorted([
      ...[...recordDeadlines(project.dossier, date), ...reports].filter((one) => date <= one.date && one.date <= last),
      ...activities.filter(({ date: from, until }) => until >= date && from <= last),
    ]),
    notes: notesOf(project, date),
  };
}

function sorted(deadlines: readonly Deadline[]): Deadline[] {
  const key = ({ date, title }: Deadline): string => `${date} ${title.ru}`;
  return [...deadlines].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

type Asked = { readonly project: Project; readonly requirement: Requirement; readonly date: string };

function documentsOf(asked: Asked): RequiredDocument[] {
  const { dossier, kinds } = asked.project;
  const records = kinds.kinds
    .filter(({ id, source }) => asked.requirement.kinds.includes(id) && source.kinds === "own")
    .flatMap(({ id, source }) => anyRecordsOf(dossier, source.collection).filter(({ kind }) => kind === id));
  if (asked.requirement.each !== "base-schools") return [answer(asked, records, null)];
  // Schools that head a district on the day, and what was agreed with each.
  const districts = recordsOf(dossier, "districts").filter(({ data }) => covers(data, asked.date));
  const schools = [...new Set(districts.flatMap(({ data }) => data.base ?? []))].sort();
  return schools.map((school) => {
    const own = records.filter((record) => {
      const { first, second } = recordAs(record, "agreements")?.data.parties ?? {};
      return first?.organisation === school || second?.organisation === school;
    });
    return answer(asked, own, school);
  });
}

function answer(
  { project, requirement, date }: Asked,
  records: readonly ContentRecord[],
  school: string | null,
): RequiredDocument {
  const { dossier } = project;
  const year = schoolYearOf(date);
  const due = requirement.due === undefined ? null : dayOf(requirement.due, year);
  const gone = new Set([...revokedOn(dossier, date), ...endedOn(dossier, date)]);
  const found = records
    // An order that ends a status answers for none.
    .filter((record) => recordAs(record, "orders")?.data.action !== "revoke" && !gone.has(record.id))
    .filter((record) => due === null || inYear(project, record, year))
    .map((record) => ({ record, from: documentDate(dossier, record)?.date ?? "", until: lastDayOf(record) }))
    .sort((a, b) => (a.from < b.from ? 1 : -1));
  const inForce = found.find(({ from, until = "9999" }) => from <= date && until >= date);
  const best = inForce ?? found.find(({ from }) => from > date) ?? found[0];
  const lacking = best === undefined ? (due !== null && due >= date ? "later" : "missing") : null;
  const state = lacking ?? (inForce !== undefined ? "there" : (best?.from ?? "") > date ? "planned" : "expired");
  const kind = requirement.kinds[0] ?? "";
  const id = best && `${best.record.kind}.${best.record.id}`;
  return {
    group: requirement.group,
    title: school === null ? requirement.title : `${requirement.title} (${organisationName(dossier, school, date)})`,
    kind,
    state,
    file: best?.record.file ?? null,
    number: (best && documentNumber(dossier, best.record)) ?? null,
    date: best?.from || null,
    until: best?.until ?? null,
    due,
    registered: entriesOf(dossier).find(({ fields }) => fields.document === id)?.fields.registered ?? null,
    approvals: recordsOf(dossier, "approvals").filter(({ data }) => best !== undefined && data.document === id).length,
    hint: state === "there" || state === "planned" ? null : hintOf(kind, best?.record, school),
  };
}

function hintOf(kind: string, last: ContentRecord | undefined, school: string | null): string {
  if (last !== undefined) return `trc new ${kind} --like ${last.id}`;
  return `trc new ${kind}${school === null ? "" : ` --set parties.second.organisation=${school}`}`;
}

/** `01-31` of the school year that begins in `year`. */
function dayOf(monthDay: string, year: number): string {
  return `${monthDay >= "09-01" ? year : year + 1}-${monthDay}`;
}

/** True when the record is of the school year: a report by its plan, anything else by its own period. */
function inYear({ dossier }: Project, record: ContentRecord, year: number): boolean {
  const plan = findRecord(dossier, "plans", recordAs(record, "reports")?.data.plan);
  const from = plan?.data.schoolYear?.from ?? valueAt(record.data, "period.from");
  return typeof from === "string" && schoolYearOf(from) === year;
}

function reportDeadline({ title, due, state, file }: RequiredDocument): Deadline[] {
  return due === null || (state !== "missing" && state !== "later")
    ? []
    : [{ date: due, title: same(title), who: [], file, kind: "report" }];
}

function notesOf({ dossier, findings }: Project, date: string): Text[] {
  const days = calendarOf(dossier);
  const year = Number(date.slice(0, 4));
  const unknown = (date.slice(5) >= "11-01" ? [year, year + 1] : [year]).filter((one) => !days.knows(one));
  const notes = unknown.map((one) =>
    text(
      `Нет рабочего календаря на ${one} год: trc new calendar --set year=${one}`,
      `There is no work calendar of ${one}: trc new calendar --set year=${one}`,
    ),
  );
  const errors = text(
    `В записях есть ошибки (${findings.length}): посмотрите их командой trc check`,
    `The records have errors (${findings.length}): see them with trc check`,
  );
  return findings.length === 0 ? notes : [...notes, errors];
}
