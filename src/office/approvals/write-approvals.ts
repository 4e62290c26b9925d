import { mkdir } from "node:fs/promises";
import { join, relative } from "node:path";
import { stringify } from "yaml";
import type { Outcome } from "../../base/diagnostics/index.ts";
import { dropLeftovers, replaceFile, withLock } from "../../base/storage/index.ts";
import { posixPath } from "../../base/text/index.ts";
import type { Role } from "./roles.ts";
import type { Statement } from "./statement.ts";
import { tooLong, writeFault } from "./write-faults.ts";

/** A file of an approval, written. */
export type WrittenApproval = { readonly document: string; readonly roles: readonly Role[]; readonly file: string };
/** An approval to write. */
export type NewApproval = { readonly statement: Statement; readonly text: string; readonly signature: string | null };

/** Longer texts would make records that the reader of records refuses. */
const MAX_BYTES = 128 * 1024;

/**
 * Writes approvals into `approvals/` of a content folder, a file each, whole or not at all; an earlier approval of the same document by the same
 * person is replaced. Code TRC7004.
 */
export async function writeApprovals(
  content: string,
  approvals: readonly NewApproval[],
): Promise<Outcome<readonly WrittenApproval[]>> {
  const folder = join(content, "approvals");
  const files = approvals.map((approval) => ({
    approval,
    path: join(folder, `${approvalId(approval.statement)}.yaml`),
    bytes: Buffer.from(encodeApproval(approval)),
  }));
  const long = files.find(({ bytes }) => bytes.length > MAX_BYTES);
  if (long !== undefined) return { diagnostics: [tooLong(long.approval.statement.document)] };
  try {
    await mkdir(folder, { recursive: true });
    return await withLock(folder, async () => {
      await dropLeftovers(folder);
      const written: WrittenApproval[] = [];
      for (const { approval, path, bytes } of files) {
        await replaceFile(path, bytes);
        const { document, roles } = approval.statement;
        written.push({ document, roles, file: posixPath(relative(process.cwd(), path)) });
      }
      return { value: written, diagnostics: [] };
    });
  } catch (error) {
    return { diagnostics: [writeFault(folder, error)] };
  }
}

/** Stem of the file of an approval: `order-general--91-od-2025--berezkina-mp`. */
function approvalId({ document, person }: Statement): string {
  return `${document.replace(".", "--")}--${person}`;
}

/** The record as YAML: the text stands as it reads, a line a line. */
export function encodeApproval({ statement, text, signature }: NewApproval): string {
  const record = { ...statement, text, ...(signature === null ? {} : { signature }) };
  const yaml = stringify(record, { lineWidth: 0, blockQuote: "literal", aliasDuplicateObjects: false });
  return `# yaml-language-server: $schema=../../schemas/approval.json\n# Пишет trc sign-off. Не правьте: правка делает одобрение недействительным.\n${yaml}`;
}
