import { mkdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Diagnostic } from "../diagnostics/index.ts";
import { createFile, safeJoin, storageFault, withLock } from "../storage/index.ts";
import type { DueReport } from "./due.ts";
import { type ArchivedDocument, listArchive } from "./list-archive.ts";

export type PreparedRecord = { readonly diagnostics: readonly Diagnostic[]; readonly written: string | null };

/**
 * Prepares the record of an inventory of electronic cases of a year: cases by index, their dates, count of documents, size.
 * @see Правила № 77: опись электронных дел, единица объёма – Мб
 */
export async function writeInventory(options: {
  readonly archive: string;
  readonly content: string;
  readonly year: number;
  readonly date: string;
}): Promise<PreparedRecord> {
  const documents = (await listArchive(options.archive)).filter(({ date }) => date.startsWith(String(options.year)));
  if (documents.length === 0) return { diagnostics: [nothingFor(options.archive, options.year)], written: null };
  const lines = [
    "# yaml-language-server: $schema=../../templates/archive-inventory/schema.json",
    "kind: archive-inventory",
    `date: ${options.date}`,
    `year: ${options.year}`,
    "prepared: # кто составил опись",
    "cases:",
    ...casesOf(documents).flatMap(({ index, items }) => [
      `  - index: ${JSON.stringify(index)}`,
      `    title: ${JSON.stringify(index === "–" ? "Документы без индекса дела" : `Дело № ${index}`)}`,
      `    from: ${items.map(({ date }) => date).sort()[0]}`,
      `    to: ${items
        .map(({ date }) => date)
        .sort()
        .at(-1)}`,
      `    documents: ${items.length}`,
      `    bytes: ${items.reduce((sum, { bytes }) => sum + bytes, 0)}`,
      `    term: ${JSON.stringify([...new Set(items.map(({ term }) => term))].join("; "))}`,
    ]),
  ];
  return write(options.content, `documents/archive-inventory-${options.year}.yaml`, lines);
}

/** Prepares the record of an act that allots documents for destruction. Nothing is deleted. @see Перечень № 236; Правила № 77 */
export async function writeDestructionAct(report: DueReport, content: string): Promise<PreparedRecord> {
  const lines = [
    "# yaml-language-server: $schema=../../templates/destruction-act/schema.json",
    "kind: destruction-act",
    `date: ${report.on}`,
    'number: "1" # номер акта',
    "prepared: # кто составил акт",
    "documents:",
    ...report.due.flatMap(({ title, date, caseIndex, article, term, destroyNotBefore }) => [
      `  - title: ${JSON.stringify(title)}`,
      `    date: ${date}`,
      `    case: ${JSON.stringify(caseIndex ?? "–")}`,
      `    article: ${JSON.stringify(article)}`,
      `    term: ${JSON.stringify(term)}`,
      `    notBefore: ${destroyNotBefore}`,
    ]),
  ];
  return write(content, `documents/destruction-act-${report.on}.yaml`, lines);
}

function casesOf(
  documents: readonly ArchivedDocument[],
): { readonly index: string; readonly items: ArchivedDocument[] }[] {
  const cases = new Map<string, ArchivedDocument[]>();
  for (const document of documents) {
    const index = document.caseIndex ?? "–";
    cases.set(index, [...(cases.get(index) ?? []), document]);
  }
  return [...cases].sort(([a], [b]) => (a < b ? -1 : 1)).map(([index, items]) => ({ index, items }));
}

async function write(content: string, inside: string, lines: readonly string[]): Promise<PreparedRecord> {
  const shown = `${content}/${inside}`;
  try {
    const path = await safeJoin(content, inside);
    const there = await readFile(path).catch(() => null);
    if (there !== null) return { diagnostics: [exists(shown)], written: null };
    await withLock(content, async () => {
      await mkdir(dirname(join(content, inside)), { recursive: true });
      await createFile(path, new TextEncoder().encode(`${lines.join("\n")}\n`));
    });
    return { diagnostics: [], written: shown };
  } catch (error) {
    const fault = storageFault(content, error);
    if (fault === null) throw error;
    return { diagnostics: [fault], written: null };
  }
}

function exists(file: string): Diagnostic {
  return {
    code: "TRC8202",
    severity: "error",
    message: `Запись ${file} уже есть, она осталась прежней`,
    hints: ["Переименуйте или уберите её и повторите"],
  };
}

function nothingFor(archive: string, year: number): Diagnostic {
  return {
    code: "TRC8319",
    severity: "error",
    message: `В архиве «${archive}» нет документов за ${year} год`,
    hints: ["Проверьте год и папку архива: trc archive list"],
  };
}
