import { sha256 } from "../../base/text/index.ts";
import { type Role, statementBytes } from "../approvals/index.ts";
import type { BundleApproval, BundleDocument, BundleFiles } from "./bundle-format.ts";
import { parseJson } from "./parse-parts.ts";

/** What is wrong with an approval of the bundle; null when its statement, its text and the document agree. */
export function approvedDigest(files: BundleFiles, document: BundleDocument, approval: BundleApproval): string | null {
  const text = files.get(approval.text);
  const bytes = files.get(approval.statement);
  if (text === undefined || bytes === undefined) return "нет его файлов";
  if (approval.signature !== null && !files.has(approval.signature)) return "нет файла подписи";
  if (approval.words !== document.words) return "одобрены другие слова";
  if (sha256(text) !== approval.words) return "одобренный текст не сходится с контрольной суммой";
  const statement = parseJson(files, approval.statement) as { readonly [key: string]: unknown } | null;
  const { person, date, words } = approval;
  const roles = approval.roles as readonly Role[];
  const expected = statementBytes({
    document: document.id,
    person,
    roles,
    date,
    words,
    digest: String(statement?.["digest"]),
  });
  return Buffer.from(bytes).equals(expected) ? null : `заявление не сходится с ${document.id}`;
}
