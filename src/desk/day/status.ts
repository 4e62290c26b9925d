import { same, type Text, text } from "../../base/diagnostics/index.ts";
import { addDays } from "../../base/text/index.ts";
import { initialsAfter } from "../../language/index.ts";
import { calendarOf, schoolYearOf } from "../../paperwork/facts/index.ts";
import { type ContentRecord, findRecord } from "../../paperwork/records/index.ts";
import { entriesOf } from "../../paperwork/register/index.ts";
import type { Project } from "../../project/reading/index.ts";
import type { Requirement } from "../../typesetting/kinds/index.ts";
import { activityDeadlines, type Deadline, recordDeadlines } from "./deadlines.ts";
import { at, type Fields } from "./fill-record.ts";

/** `there` in force, `planned` dated later, `expired` its term is over, `later` not due yet, `missing`. */
export type DocumentState = "there" | "planned" | "expired" | "later" | "missing";

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
      [...(project.dossier.collections.get(source.collection)?.values() ?? [])].filter((record) => record.kind === id),
    );
  if (requirement.each !== "base-schools") return [answer(project, requirement, records, date, null)];
  return baseSchools(project, date).map((school) =>
    answer(
      project,
      requirement,
      records.filter(({ data }) => JSON.stringify(data["parties"] ?? {}).includes(`"${school}"`)),
      date,
      school,
    ),
  );
}

/** Schools that head a district on the day. */
function baseSchools(project: Project, date: string): string[] {
  const districts = [...(project.dossier.collections.get("districts")?.values() ?? [])].filter(
    ({ data }) => String(data["to"] ?? "9999") >= date,
  );
  return [...new Set(districts.map(({ data }) => String(data["base"] ?? "")))].sort();
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
  const facts = records
    .filter((record) => !isRevoked(project, record, date))
    .map((record) => ({ record, from: dateOf(project, record), until: untilOf(record) }))
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
  const name = school === null ? "" : ` (${nameOf(project, school)})`;
  const kind = requirement.kinds[0] ?? "";
  return {
    group: requirement.group,
    title: requirement.title + name,
    kind,
    state,
    file: best?.record.file ?? null,
    number: best === undefined ? null : numberOf(project, best.record),
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
  const approvals = [...(dossier.collections.get("approvals")?.values() ?? [])];
  return approvals.filter(({ data }) => data["document"] === documentId(record)).length;
}

function hintOf(kind: string, last: ContentRecord | undefined, school: string | null): string {
  if (last !== undefined) return `trc new ${kind} --like ${last.id}`;
  return `trc new ${kind}${school === null ? "" : ` --set parties.second.organisation=${school}`}`;
}

/** `01-31` of the school year that begins in `year`. */
function dayOf(monthDay: string, year: number): string {
  return `${monthDay >= "09-01" ? year : year + 1}-${monthDay}`;
}

function inYear(project: Project, record: ContentRecord, year: number): boolean {
  const plan = findRecord(project.dossier, "plans", String(record.data["plan"] ?? ""));
  const from = at(plan?.data, ["schoolYear", "from"]) ?? at(record.data, ["period", "from"]);
  return typeof from === "string" && schoolYearOf(from) === year;
}

/** Day of a document: its own date, that of its approval, or that of the order which approves it. */
function dateOf(project: Project, { data }: ContentRecord): string | null {
  const order = findRecord(project.dossier, "orders", String(data["approvedBy"] ?? ""));
  const found = data["date"] ?? at(data, ["approved", "date"]) ?? order?.data["date"];
  return typeof found === "string" ? found : null;
}

function numberOf(project: Project, { data }: ContentRecord): string | null {
  const order = findRecord(project.dossier, "orders", String(data["approvedBy"] ?? ""));
  const found = data["number"] ?? order?.data["number"];
  return typeof found === "string" ? found : null;
}

function untilOf({ data }: ContentRecord): string | null {
  const found = at(data, ["term", "to"]) ?? data["statusUntil"] ?? at(data, ["schoolYear", "to"]) ?? data["to"];
  return typeof found === "string" ? found : null;
}

function isRevoked(project: Project, record: ContentRecord, date: string): boolean {
  if (record.data["action"] === "revoke") return true;
  return [...(project.dossier.collections.get("orders")?.values() ?? [])].some(({ data }) => {
    const revokes = data["revokes"];
    return Array.isArray(revokes) && revokes.includes(record.id) && String(data["from"] ?? data["date"]) <= date;
  });
}

function reportDeadline({ title, due, state, file }: RequiredDocument): Deadline[] {
  return due === null || (state !== "missing" && state !== "later")
    ? []
    : [{ date: due, title: same(title), who: [], file, kind: "report" }];
}

function nameOf(project: Project, organisation: string): string {
  const names = findRecord(project.dossier, "organisations", organisation)?.data["names"] as
    | readonly Fields[]
    | undefined;
  const last = names?.at(-1);
  return String(last?.["short"] ?? last?.["full"] ?? organisation);
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
      const data = findRecord(project.dossier, "people", id)?.data;
      if (data === undefined) return id;
      const patronymic = typeof data["patronymic"] === "string" ? data["patronymic"] : null;
      return initialsAfter({ surname: String(data["surname"]), given: String(data["given"]), patronymic }, "spaced");
    })
    .join(", ");
}
