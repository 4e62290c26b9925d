import { type Diagnostic, text } from "../base/diagnostics/index.ts";
import type { CompareReport } from "../project/compare/index.ts";

/** Options of the commands that write what changed. */
export const REDLINES = {
  docx: {
    ...text(
      "записать изменённые документы в Word с отслеженной правкой: в эту папку или, если документ один, в этот файл .docx",
      "write the changed documents for Word with the changes tracked: into this folder or, where it is one document, this .docx file",
    ),
    value: text("<куда>", "<to>"),
  },
  pdf: {
    ...text(
      "то же для чтения и печати: вставленное подчёркнуто, удалённое зачёркнуто; в эту папку или в этот файл .pdf",
      "the same to be read and printed: what came underlined, what went struck out; into this folder or this .pdf file",
    ),
    value: text("<куда>", "<to>"),
  },
  author: {
    ...text(
      "чья это правка (обычно – кто указан в новом файле)",
      "whose changes they are (by default whom the later file names)",
    ),
    value: text("<имя>", "<name>"),
    needs: "docx",
  },
} as const;

type Wishes = {
  readonly docx?: string | undefined;
  readonly pdf?: string | undefined;
  readonly author?: string | undefined;
};

/** Writes the redlines that are asked for, in the formats that are; none once something was wrong. */
export async function writtenRedlines(
  report: Pick<CompareReport, "documents" | "redline" | "paper">,
  { docx, pdf, author }: Wishes,
  beside: {
    readonly content: string;
    readonly compared: readonly string[];
    readonly diagnostics: readonly Diagnostic[];
  },
): Promise<{ readonly written: readonly string[]; readonly diagnostics: readonly Diagnostic[] }> {
  const { writeRedlines } = await import("../project/compare/index.ts");
  const { content, compared } = beside;
  const [written, diagnostics] = [[] as string[], [...beside.diagnostics]];
  for (const [format, to] of [
    ["docx", docx],
    ["pdf", pdf],
  ] as const) {
    if (to === undefined || diagnostics.length > 0) continue;
    const redlines = await writeRedlines(report, { author, content, compared, to, format });
    diagnostics.push(...redlines.diagnostics);
    written.push(...redlines.written);
  }
  return { written, diagnostics };
}
