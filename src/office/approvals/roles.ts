import { type Text, text } from "../../base/diagnostics/index.ts";
import { isEmployed, isHead, valueAt } from "../../paperwork/facts/index.ts";
import { type ContentRecord, type DataOf, type Dossier, findRecord, recordsOf } from "../../paperwork/records/index.ts";
import type { Laid } from "../../project/pipeline/index.ts";

/** Who must approve a text, as `signOff` of kind.yaml names them. */
export type Role = NonNullable<DataOf<"approvals">["roles"]>[number];

/** A role in the words of a clerk. */
export const ROLE_NAMES: { readonly [role in Role]: Text } = {
  author: text("исполнитель", "author"),
  lawyer: text("юрист", "lawyer"),
  head: text("руководитель", "head"),
  committee: text("орган управления образованием", "education authority"),
};
/** Roles in the order of sign-off. */
export const ROLES = Object.keys(ROLE_NAMES) as readonly Role[];

/** Who must approve a document: what is made for each row of a record is approved with the one of all rows, whose words are theirs. */
export function rolesOf({ kind, row }: Laid["rendered"]["job"]): readonly Role[] {
  return row === undefined ? kind.signOff : [];
}

/** What decides who holds a role: the records, the organisation that issues the document, and the day of the approval. */
export type RoleQuestion = {
  readonly dossier: Dossier;
  /** Id of the issuing organisation; `centre` when the document names none. */
  readonly issuer: string;
  /** ISO date. */
  readonly date: string;
};

/** The organisation that issues a document: its kind says where the record names it. */
export function issuerOf(record: ContentRecord, path: string | null): string {
  const value = path === null ? undefined : valueAt(record.data, path);
  return typeof value === "string" ? value : "centre";
}

/**
 * True when the person may approve in the role on that day. `approvers` of the settings decide where they name the role; otherwise the head is
 * the head of the issuing organisation, the education authority is whoever works there, the author works at the centre or at the issuing
 * organisation. A lawyer has to be named in the settings.
 */
export function holdsRole(person: string, role: Role, question: RoleQuestion): boolean {
  const { dossier, issuer, date } = question;
  const named = findRecord(dossier, "settings", "settings")?.data.approvers?.[role];
  if (named !== undefined) return named.includes(person);
  switch (role) {
    case "lawyer":
      return false;
    case "head":
      return isHead(dossier, { person, organisation: issuer, date });
    case "committee":
      return isEmployed(dossier, {
        person,
        organisation: findRecord(dossier, "centre", "centre")?.data.committee,
        date,
      });
    case "author":
      return ["centre", issuer].some((organisation) => isEmployed(dossier, { person, organisation, date }));
  }
}

/** People of the records who may approve in the role, for a hint. */
export function holdersOf(role: Role, question: RoleQuestion): string[] {
  return recordsOf(question.dossier, "people")
    .map(({ id }) => id)
    .filter((person) => holdsRole(person, role, question));
}
