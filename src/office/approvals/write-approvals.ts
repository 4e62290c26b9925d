import { mkdir } from "node:fs/promises";
import { join, relative } from "node:path";
import { stringify } from "yaml";
import { type Diagnostic, type Outcome, raise, text } from "../../base/diagnostics/index.ts";
import { BusyError, busyWords, replaceFile, systemReason, writeAlone } from "../../base/storage/index.ts";
import { posixPath } from "../../base/text/index.ts";
import { MAX_FILE_BYTES } from "../../base/yaml/index.ts";
import { sharedUri } from "../../paperwork/records/index.ts";
import { defaultTemplates, modeline, type ProjectFolders } from "../../project/reading/index.ts";
import { FINDINGS } from "./findings.ts";
import type { Role } from "./roles.ts";
import type { Statement } from "./statement.ts";

/** A file of an approval, written. */
export type WrittenApproval = { readonly document: string; readonly roles: readonly Role[]; readonly file: string };
/** An approval to write. */
export type NewApproval = { readonly statement: Statement; readonly text: string; readonly signature: string | null };

/**
 * Writes approvals into `approvals/` of a content folder, a file each, whole or not at all; an earlier approval of the same document by the same
 * person is replaced. Code TRC7004.
 */
export async function writeApprovals(
  { content, templates = defaultTemplates() }: ProjectFolders,
  approvals: readonly NewApproval[],
): Promise<Outcome<readonly WrittenApproval[]>> {
  const folder = join(content, "approvals");
  const top = modeline({ content, templates }, "approvals/one.yaml", sharedUri("approval"));
  const files = approvals.map((approval) => ({
    document: approval.statement.document,
    roles: approval.statement.roles,
    path: join(folder, `${approvalId(approval.statement)}.yaml`),
    bytes: Buffer.from(encodeApproval(approval, top)),
  }));
  const long = files.find(({ bytes }) => bytes.length > MAX_FILE_BYTES);
  if (long !== undefined) return { diagnostics: [tooLong(long.document)] };
  try {
    await mkdir(folder, { recursive: true });
    await writeAlone(folder, async () => {
      for (const { path, bytes } of files) await replaceFile(path, bytes);
    });
  } catch (error) {
    return { diagnostics: [writeFault(folder, error)] };
  }
  const shown = (path: string): string => posixPath(relative(process.cwd(), path));
  return { value: files.map(({ document, roles, path }) => ({ document, roles, file: shown(path) })), diagnostics: [] };
}

/** Stem of the file of an approval: `order-general--91-od-2025--berezkina-mp`. */
function approvalId({ document, person }: Statement): string {
  return `${document.replace(".", "--")}--${person}`;
}

/** The record as YAML: the text stands as it reads, a line a line. @param top its first line, which leads an editor to the schema */
export function encodeApproval({ statement, text, signature }: NewApproval, top: string): string {
  const record = { ...statement, text, ...(signature === null ? {} : { signature }) };
  const yaml = stringify(record, { lineWidth: 0, blockQuote: "literal", aliasDuplicateObjects: false });
  return `${top}\n# Пишет trc sign-off. Не правьте: правка делает одобрение недействительным.\n${yaml}`;
}

/** The folder is busy or cannot be written. @throws the error when it is another one */
function writeFault(folder: string, error: unknown): Diagnostic {
  if (error instanceof BusyError) return raise(FINDINGS.TRC7004, busyWords(folder, error));
  return raise(FINDINGS.TRC7004, { of: [folder, systemReason(error)] });
}

/** The text would make a record that the reader of records refuses. */
function tooLong(document: string): Diagnostic {
  return raise(FINDINGS.TRC7004, {
    message: text(
      `Текст документа «${document}» слишком длинен для записи об одобрении`,
      `The text of the document “${document}” is too long for the record of an approval`,
    ),
    why: text("Файл записи – не больше 128 КБ", "The file of a record is at most 128 KB"),
    hints: text(
      "Разделите документ: вынесите длинные таблицы в отдельные документы",
      "Divide the document: move long tables into documents of their own",
    ),
  });
}
