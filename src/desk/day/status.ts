import { same, type Text, text } from "../../base/diagnostics/index.ts";
import { addDays } from "../../base/text/index.ts";
import { initialsAfter } from "../../language/index.ts";
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
  /** Approvals on file. Whether they still hold for the words of today is told by `trc sign-off`. */
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
  const documents = project.kinds.required.flatMap((one) => documentsOf(project, one, date));
  const deadlines = [...recordDeadlines(project.dossier), ...documents.flatMap(reportDeadline)];
  const activities = activityDeadlines(project.dossier);
  const last = addDays(date, days);
  const sorted = (list: readonly Deadline[]): Deadline[] =>
    [...list].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.title.ru < b.title.ru ? -1 : 1));
  return {
    date,
    schoolYear: `${year}/${year + 1}`,
    documents,
    overdue: sorted([
      ...activities.filter(({ until, done }) => !done && until < date),
      ...documents.flatMap(reportDeadline).filter((one) => one.date < date),
    ]),
    coming: sorted([
      ...deadlines.filter((one) => date <= one.date && one.date <= last),
      ...activities.filter(({ date: from, until, done }) => !done && until >= date && from <= last),
    ]),
    notes: notesOf(project, date),
  };
}

function documentsOf(project: Project, requirement: Requirement, date: string): RequiredDocument[] {
  const records = project.kinds.kinds
    .filter(({ id, source }) => requirement.kinds.includes(id) && source.kinds === "own")
    .flatMap(({ id, source }) =>
      anyRecordsOf(project.dossier, source.collection).filter((record) => record.kind === id),
    );
  if (requirement.each !== "base-schools") return [answer(project, requirement, records, date, null)];
  return baseSchools(project, date).map((school) =>
    answer(
      project,
      requirement,
      records.filter((record) => {
        const { first, second } = recordAs(record, "agreements")?.data.parties ?? {};
        return first?.organisation === school || second?.organisation === school;
      }),
      date,
      school,
    ),
  );
}

/** Schools that head a district on the day. */
function baseSchools(project: Project, date: string): string[] {
  const districts = recordsOf(project.dossier, "districts").filter(({ data }) => covers(data, date));
  return [...new Set(districts.flatMap(({ data }) => data.base ?? []))].sort();
}

function answer(
  project: Project,
  requirement: Requirement,
  records: readonly ContentRecord[],
  date: string,
  school: string | null,
): RequiredDocument {
  const year = schoolYearOf(date);
  const due = requirement.due === undefined ? null : dayOf(requirement.due, year);
  const gone = new Set([...revokedOn(project.dossier, date), ...endedOn(project.dossier, date)]);
  const facts = records
    .filter((record) => {
      const order = recordAs(record, "orders");
      // An order that ends a status answers for none.
      return order === undefined || (order.data.action !== "revoke" && !gone.has(order.id));
    })
    .map((record) => ({ record, from: documentDate(project.dossier, record)?.date, until: lastDayOf(record) }))
    .filter(({ record }) => due === null || inYear(project, record, year))
    .sort((a, b) => (String(a.from) < String(b.from) ? 1 : -1));
  const inForce = facts.find(({ from, until }) => (from ?? "") <= date && (until ?? "9999") >= date);
  const best = inForce ?? facts.find(({ from }) => (from ?? "") > date) ?? facts[0];
  const state: DocumentState =
    inForce !== undefined
      ? "there"
      : best === undefined
        ? due !== null && due >= date
          ? "later"
          : "missing"
        : (best.from ?? "") > date
          ? "planned"
          : "expired";
  const name = school === null ? "" : ` (${organisationName(project.dossier, school, date)})`;
  const kind = requirement.kinds[0] ?? "";
  return {
    group: requirement.group,
    title: requirement.title + name,
    kind,
    state,
    file: best?.record.file ?? null,
    number: (best && documentNumber(project.dossier, best.record)) ?? null,
    date: best?.from ?? null,
    until: best?.until ?? null,
    due,
    registered: best === undefined ? null : registeredOn(project, best.record),
    approvals: best === undefined ? 0 : approvalsOf(project, best.record),
    hint: state === "missing" || state === "expired" || state === "later" ? hintOf(kind, best?.record, school) : null,
  };
}

/** Id of the document that a record makes: `work-plan.2025-2026`. */
function documentId({ kind, id }: ContentRecord): string {
  return `${kind}.${id}`;
}

function registeredOn({ dossier }: Project, record: ContentRecord): string | null {
  return entriesOf(dossier).find(({ fields }) => fields.document === documentId(record))?.fields.registered ?? null;
}

function approvalsOf({ dossier }: Project, record: ContentRecord): number {
  return recordsOf(dossier, "approvals").filter(({ data }) => data.document === documentId(record)).length;
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

function notesOf(project: Project, date: string): Text[] {
  const days = calendarOf(project.dossier);
  const year = Number(date.slice(0, 4));
  const wanted = date.slice(5) >= "11-01" ? [year, year + 1] : [year];
  const unknown = wanted
    .filter((one) => !days.knows(one))
    .map((one) =>
      text(
        `Нет рабочего календаря на ${one} год: trc new calendar --set year=${one}`,
        `There is no work calendar of ${one}: trc new calendar --set year=${one}`,
      ),
    );
  const errors = project.findings.length;
  return errors === 0
    ? unknown
    : [
        ...unknown,
        text(
          `В записях есть ошибки (${errors}): посмотрите их командой trc check`,
          `The records have errors (${errors}): see them with trc check`,
        ),
      ];
}

/** «Седых Л. Н., Ремчук П. И.» */
export function peopleNames(project: Project, ids: readonly string[]): string {
  return ids
    .map((id) => {
      const { surname, given, patronymic = null } = findRecord(project.dossier, "people", id)?.data ?? {};
      return surname === undefined || given === undefined
        ? id
        : initialsAfter({ surname, given, patronymic }, "spaced");
    })
    .join(", ");
}
