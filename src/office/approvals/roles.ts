import type { ContentRecord, Dossier } from "../../paperwork/records/index.ts";
import { findRecord } from "../../paperwork/records/index.ts";
import { valueAt } from "../../typesetting/kinds/index.ts";

/** Who must approve a text, as `signOff` of kind.yaml names them. */
export type Role = "author" | "lawyer" | "head" | "committee";

/** A role in the words of a clerk. */
export const ROLE_NAMES: { readonly [role in Role]: string } = {
  author: "исполнитель",
  lawyer: "юрист",
  head: "руководитель",
  committee: "комитет по образованию",
};

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
 * the head of the issuing organisation, the committee is whoever works there, the author works at the centre or at the issuing
 * organisation. A lawyer has to be named in the settings.
 */
export function holdsRole(person: string, role: Role, question: RoleQuestion): boolean {
  const { dossier, issuer } = question;
  const named = findRecord(dossier, "settings", "settings")?.data["approvers"];
  const list = valueAt(named, role);
  if (Array.isArray(list)) return list.includes(person);
  switch (role) {
    case "lawyer":
      return false;
    case "head":
      return heads(issuer, question).includes(person);
    case "committee": {
      const committee = committeeOf(dossier);
      return committee !== null && worksAt(person, committee, question);
    }
    case "author":
      return worksAt(person, "centre", question) || worksAt(person, issuer, question);
  }
}

/** People of the records who may approve in the role, for a hint. */
export function holdersOf(role: Role, question: RoleQuestion): string[] {
  const people = question.dossier.collections.get("people");
  return [...(people?.keys() ?? [])].filter((person) => holdsRole(person, role, question));
}

function committeeOf(dossier: Dossier): string | null {
  const centre = findRecord(dossier, "centre", "centre");
  const id = centre?.data["committee"];
  return typeof id === "string" ? id : null;
}

function heads(organisation: string, { dossier, date }: RoleQuestion): string[] {
  return periods(findRecord(dossier, "organisations", organisation)?.data["heads"])
    .filter((head) => covers(head, date))
    .map((head) => String(head["person"]));
}

function worksAt(person: string, organisation: string, question: RoleQuestion): boolean {
  if (heads(organisation, question).includes(person)) return true;
  const record = findRecord(question.dossier, "people", person);
  return periods(record?.data["positions"]).some(
    (position) => position["organisation"] === organisation && covers(position, question.date),
  );
}

type Period = { readonly [key: string]: unknown };

function periods(value: unknown): Period[] {
  return Array.isArray(value) ? (value as Period[]) : [];
}

function covers({ from, to }: Period, date: string): boolean {
  return (typeof from !== "string" || from <= date) && (typeof to !== "string" || date <= to);
}
