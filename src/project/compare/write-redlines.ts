import { mkdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { type Diagnostic, raise, type Text, text } from "../../base/diagnostics/index.ts";
import { isSystemFault, isWithin, replaceFile, systemReason } from "../../base/storage/index.ts";
import { NoWordFile } from "../../typesetting/word/index.ts";
import { foldName, safeFileName } from "../reading/index.ts";
import type { CompareReport } from "./compare-sets.ts";
import { FINDINGS } from "./findings.ts";

/** Where the changed documents go, and whose changes they are. */
type RedlineOptions = {
  /** A folder, made where it is not there; or, for one changed document, a file whose name ends in the format. */
  readonly to: string;
  /** Changes tracked for Word, or the same to be read and printed. */
  readonly format: "docx" | "pdf";
  /** By default whom the later file names. */
  readonly author?: string | undefined;
  /** No redline is written in here. */
  readonly content: string;
  /** What was compared: no redline takes the place of one of these. */
  readonly compared: readonly string[];
};

/**
 * Writes every changed document of a comparison with its changes tracked or shown, «название – правка.docx»; a file that is there is replaced. Documents of
 * which a side has no DOCX are left out. Code TRC9403.
 */
export async function writeRedlines(
  report: Pick<CompareReport, "documents" | "redline" | "paper">,
  { to, format, author, content, compared }: RedlineOptions,
): Promise<{ readonly diagnostics: readonly Diagnostic[]; readonly written: readonly string[] }> {
  const [changed, written] = [report.documents.filter(({ state }) => state === "changed"), [] as string[]];
  const refused = (why: Text): { diagnostics: Diagnostic[]; written: string[] } => ({
    diagnostics: [raise(FINDINGS.TRC9403, { of: [to, why] })],
    written,
  });
  const alone = to.toLowerCase().endsWith(`.${format}`);
  if (alone && changed.length > 1)
    return refused(
      text(
        `изменилось документов: ${changed.length}, а файл один`,
        `${changed.length} documents changed, and it is one file`,
      ),
    );
  if (await isWithin(content, alone ? dirname(to) : to))
    return refused(text("это папка записей", "it is the folder of records"));
  if (compared.some((one) => resolve(one) === resolve(to)))
    return refused(text("с ним и сравнивают", "it is one of those that are compared"));
  const names = namesOf(changed, format);
  try {
    for (const [index, { id }] of changed.entries()) {
      const { value: bytes, diagnostics } =
        format === "pdf"
          ? await report.paper(id, author)
          : { value: await report.redline(id, author), diagnostics: [] };
      if (bytes === undefined) return { diagnostics, written };
      if (bytes === null) continue;
      const path = alone ? to : join(to, names[index] as string);
      await mkdir(dirname(path), { recursive: true });
      await replaceFile(path, bytes);
      written.push(path);
    }
  } catch (error) {
    if (error instanceof NoWordFile) return refused(error.said);
    if (isSystemFault(error)) return refused(systemReason(error));
    throw error;
  }
  return { diagnostics: [], written };
}

/** Names of the files; documents of one title are told apart by their records, also where a file system knows no capitals. */
function namesOf(documents: CompareReport["documents"], format: RedlineOptions["format"]): string[] {
  const folded = documents.map(({ title }) => foldName(safeFileName(title.replace(/\.docx$/i, ""))));
  return documents.map(({ title, id }, index) => {
    const isOneOfMany = folded.filter((name) => name === folded[index]).length > 1;
    const end = `${isOneOfMany ? ` (${id.replaceAll("/", "-")})` : ""} – правка.${format}`;
    return safeFileName(title.replace(/\.docx$/i, ""), MOST_BYTES - Buffer.byteLength(end)) + end;
  });
}

/** Bytes that a file system takes in a name. */
const MOST_BYTES = 255;
