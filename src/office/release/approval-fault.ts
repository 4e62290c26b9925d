import { type Text, text } from "../../base/diagnostics/index.ts";
import { sha256 } from "../../base/text/index.ts";
import { statementBytes } from "../approvals/index.ts";
import type { BundleApproval, BundleDocument, BundleFiles } from "./bundle-format.ts";
import { parseJson } from "./parse-parts.ts";

/** What is wrong with an approval of the bundle; null when its statement, its text and the document agree. */
export function approvalFault(files: BundleFiles, document: BundleDocument, approval: BundleApproval): Text | null {
  const approved = files.get(approval.text);
  const bytes = files.get(approval.statement);
  if (approved === undefined || bytes === undefined) return text("нет его файлов", "its files are missing");
  if (approval.signature !== null && !files.has(approval.signature))
    return text("нет файла подписи", "the file of the signature is missing");
  if (approval.words !== document.words) return text("одобрены другие слова", "other words were approved");
  if (sha256(approved) !== approval.words)
    return text("одобренный текст не сходится с контрольной суммой", "the approved text does not fit its digest");
  const statement = parseJson(files, approval.statement) as { readonly digest?: unknown } | null;
  const expected = statementBytes({ ...approval, document: document.id, digest: String(statement?.digest) });
  return Buffer.from(bytes).equals(expected)
    ? null
    : text(`заявление не сходится с ${document.id}`, `the statement does not fit ${document.id}`);
}
