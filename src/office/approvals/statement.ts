import { canonicalJson } from "../../paperwork/document/index.ts";
import type { Role } from "./roles.ts";

/** What a person approves: `digest` is of the tree, `words` of the text (SHA-256, hex); `date` is ISO. */
export type Statement = {
  readonly document: string;
  readonly person: string;
  readonly roles: readonly Role[];
  readonly date: string;
  readonly digest: string;
  readonly words: string;
};

/** The very bytes that are signed: canonical JSON of the statement with its type, UTF-8, a line feed at the end. */
export function statementBytes({
  document,
  person,
  roles,
  date,
  digest,
  words,
}: { readonly [Name in keyof Statement]: Name extends "roles" ? readonly string[] : string }): Uint8Array {
  const statement = { type: "trc/approval/1", document, person, roles, date, digest, words };
  return new TextEncoder().encode(`${canonicalJson(statement)}\n`);
}

/** The approved text as it is kept: lines, each with a line feed. */
export function approvedText(lines: readonly string[]): string {
  return `${lines.join("\n")}\n`;
}

/** Lines of an approved text. */
export function linesOf(text: string): string[] {
  return text.replace(/\n$/, "").split("\n");
}
