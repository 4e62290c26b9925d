import { same, type Text, text } from "../../base/diagnostics/index.ts";
import { addDays } from "../../base/text/index.ts";
import {
  calendarOf,
  type DocumentState,
  documentNumber,
  type RequiredAnswer,
  requiredDocuments,
  schoolYearOf,
} from "../../paperwork/facts/index.ts";
import { recordsOf } from "../../paperwork/records/index.ts";
import { entriesOf, inForce } from "../../paperwork/register/index.ts";
import type { Project } from "../../project/reading/index.ts";
import type { Requirement } from "../../typesetting/kinds/index.ts";
import { activityDeadlines, type Deadline, recordDeadlines } from "./deadlines.ts";

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
  const answers = requiredDocuments(project.dossier, project.kinds.required, { date, year });
  const documents = answers.map((found) => documentOf(project, found));
  const reports = documents.flatMap(reportDeadline);
  const activities = activityDeadlines(project.dossier).filter(({ done }) => !done);
  const last = addDays(date, days);
  const kinds = new Map(project.kinds.kinds.map(({ id, title }) => [id, title]));
  return {
    date,
    schoolYear: `${year}/${year + 1}`,
    documents,
    overdue: sorted([...activities.filter(({ until }) => until < date), ...reports.filter((one) => one.date < date)]),
    coming: sorted([
      ...[...recordDeadlines(project.dossier, date, kinds), ...reports].filter(
        (one) => date <= one.date && one.date <= last,
      ),
      ...activities.filter(({ date: from, until }) => until >= date && from <= last),
    ]),
    notes: notesOf(project, date),
  };
}

function sorted(deadlines: readonly Deadline[]): Deadline[] {
  const key = ({ date, title }: Deadline): string => `${date} ${title.ru}`;
  return [...deadlines].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function documentOf({ dossier }: Project, found: RequiredAnswer<Requirement>): RequiredDocument {
  const { requirement, title, state, record, date = null, until = null, due, begin } = found;
  const id = record && `${record.kind}.${record.id}`;
  return {
    group: requirement.group,
    title,
    kind: requirement.kinds[0] ?? "",
    state,
    file: record?.file ?? null,
    number: (record && documentNumber(dossier, record)) ?? null,
    date,
    until,
    due,
    registered: inForce(entriesOf(dossier)).find(({ fields }) => fields.document === id)?.fields.registered ?? null,
    approvals: recordsOf(dossier, "approvals").filter(({ data }) => record !== undefined && data.document === id)
      .length,
    hint: state === "there" || state === "planned" ? null : begin,
  };
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
