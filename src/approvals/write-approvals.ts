import { randomBytes } from "node:crypto";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { stringify } from "yaml";
import { LockedError, takeLock } from "../build/index.ts";
import type { Diagnostic, Outcome } from "../diagnostics/index.ts";
import type { Role } from "./roles.ts";
import type { Statement } from "./statement.ts";

export type WrittenApproval = { readonly document: string; readonly roles: readonly Role[]; readonly file: string };
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
    const release = await takeLock(join(folder, ".trc-lock"));
    try {
      const written: WrittenApproval[] = [];
      for (const { approval, path, bytes } of files) {
        await replaceFile(path, bytes);
        const { document, roles } = approval.statement;
        written.push({ document, roles, file: relative(process.cwd(), path).split(sep).join("/") });
      }
      return { value: written, diagnostics: [] };
    } finally {
      await release();
    }
  } catch (error) {
    const fault = writeFault(folder, error);
    if (fault === null) throw error;
    return { diagnostics: [fault] };
  }
}

/** Stem of the file of an approval: `order-general--91-od-2025--berezkina-mp`. */
export function approvalId({ document, person }: Statement): string {
  return `${document.replace(".", "--")}--${person}`;
}

/** The record as YAML: the text stands as it reads, a line a line. */
export function encodeApproval({ statement, text, signature }: NewApproval): string {
  const record = { ...statement, text, ...(signature === null ? {} : { signature }) };
  const yaml = stringify(record, { lineWidth: 0, blockQuote: "literal", aliasDuplicateObjects: false });
  return `# yaml-language-server: $schema=../../src/schemas/approval.json\n# Пишет trc sign-off. Не правьте: правка делает одобрение недействительным.\n${yaml}`;
}

async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = join(path, "..", `.trc-${randomBytes(6).toString("hex")}~`);
  try {
    const handle = await open(temporary, "wx");
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

function tooLong(document: string): Diagnostic {
  return {
    code: "TRC7004",
    severity: "error",
    message: `Текст документа «${document}» слишком длинен для записи об одобрении`,
    why: "Файл записи – не больше 128 КБ",
    hints: ["Разделите документ: вынесите длинные таблицы в отдельные документы"],
  };
}

function writeFault(folder: string, error: unknown): Diagnostic | null {
  const code = (error as NodeJS.ErrnoException).code;
  if (error instanceof LockedError)
    return {
      code: "TRC7004",
      severity: "error",
      message: `В папку «${folder}» сейчас пишет другой запуск программы`,
      hints: ["Дождитесь его окончания и повторите"],
    };
  if (typeof code !== "string" || !/^E[A-Z]+$/.test(code)) return null;
  return {
    code: "TRC7004",
    severity: "error",
    message: `Одобрение не удалось записать в папку «${folder}» (${code}); прежние записи целы`,
    hints: [
      code === "ENOSPC" || code === "EDQUOT" ? "Освободите место на диске и повторите" : "Проверьте права на папку",
    ],
  };
}
