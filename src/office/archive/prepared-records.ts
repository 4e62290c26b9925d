import { mkdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Diagnostic, raise, same, text } from "../../base/diagnostics/index.ts";
import { createFile, safeJoin, storageFault, withLock } from "../../base/storage/index.ts";
import { caseTitle, formatNumber, nextFree, nomenclatureOf } from "../../paperwork/facts/index.ts";
import { type Dossier, kindUri, recordsOf } from "../../paperwork/records/index.ts";
import { modeline, type Project, readProject } from "../../project/reading/index.ts";
import type { DueReport } from "./due.ts";
import { FINDINGS } from "./findings.ts";
import { type ArchivedDocument, listArchive } from "./list-archive.ts";
import { type ArchiveWording, readArchiveWording } from "./wording.ts";

/** A record that was written, as the user would type it; `blank` when a person still has to be named in it. */
export type PreparedRecord = {
  readonly diagnostics: readonly Diagnostic[];
  readonly written: string | null;
  readonly blank: boolean;
};

/** In which archive and for which centre records are prepared. */
export type PreparedOptions = {
  readonly archive: string;
  readonly content: string;
  /** By default those of the program. */
  readonly templates?: string | undefined;
  /** Person who draws the document up; null leaves the place blank, and the check asks for it. */
  readonly prepared?: string | null | undefined;
};

/** Which inventory is prepared. */
export type InventoryOptions = PreparedOptions & {
  /** Year of the cases. */
  readonly year: number;
  /** Day of the inventory, ISO. */
  readonly date: string;
  /** Index of a case, for its inner inventory: `01-05`. */
  readonly case?: string | undefined;
};

/**
 * Prepares the record of an inventory of electronic cases of a year: cases by index, their dates, count of documents, size; or, of one case,
 * the record of its inner inventory with the certifying sheet. Codes TRC8319, TRC8325, TRC8326.
 * @see Правила № 77: опись электронных дел, единица объёма – Мб
 */
export async function writeInventory(options: InventoryOptions): Promise<PreparedRecord> {
  const read = await readBoth(options);
  if ("diagnostics" in read) return failed(read.diagnostics);
  const { project, wording } = read;
  const { dossier } = project;
  const { year, date } = options;
  const all = await listArchive(options.archive);
  if (all.value === undefined) return failed(all.diagnostics);
  const documents = all.value.filter((one) => one.disposedBy === null && one.date.startsWith(String(year)));
  if (options.case !== undefined) return writeCase(options, options.case, documents, project);
  if (documents.length === 0) return failed([nothingFor(options.archive, year, null)]);
  const there = recordsOf(dossier, "documents", "archive-inventory").find(({ data }) => data.year === year);
  if (there !== undefined) return failed([raise(FINDINGS.TRC8325, { of: [there.file] })]);
  const lines = [
    ...headOf(project, "archive-inventory", date),
    `year: ${year}`,
    preparedLine(options),
    "cases:",
    ...casesOf(documents).flatMap(({ index, items }) => {
      const dates = items.map((one) => one.date).sort();
      return [
        `  - index: ${JSON.stringify(index)}`,
        `    title: ${JSON.stringify(titleOf(index, year, dossier, wording))}`,
        `    from: ${dates[0]}`,
        `    to: ${dates.at(-1)}`,
        `    documents: ${items.length}`,
        `    bytes: ${items.reduce((sum, { bytes }) => sum + bytes, 0)}`,
        `    term: ${JSON.stringify([...new Set(items.map(({ term }) => term))].join("; "))}`,
      ];
    }),
  ];
  return write(options, `documents/archive-inventory-${year}.yaml`, lines);
}

async function writeCase(
  options: PreparedOptions & { readonly year: number; readonly date: string },
  index: string,
  documents: readonly ArchivedDocument[],
  project: Project,
): Promise<PreparedRecord> {
  const { dossier } = project;
  const { year, date } = options;
  if (!documents.some(({ caseIndex }) => caseIndex === index))
    return failed([nothingFor(options.archive, year, index)]);
  const nomenclature = nomenclatureOf(dossier, year, index);
  if (nomenclature === undefined) return failed([raise(FINDINGS.TRC8326, { of: [index] })]);
  const there = recordsOf(dossier, "documents", "case-inventory").find(
    ({ data }) => data.year === year && data.case === index,
  );
  if (there !== undefined) return failed([raise(FINDINGS.TRC8325, { of: [there.file] })]);
  const lines = [
    ...headOf(project, "case-inventory", date),
    `nomenclature: ${nomenclature.id}`,
    `case: ${JSON.stringify(index)}`,
    `year: ${year}`,
    preparedLine(options),
  ];
  return write(options, `documents/case-inventory-${index}-${year}.yaml`, lines);
}

/**
 * Prepares the record of an act that allots documents for destruction: those whose term is over and that stand in no act yet. Nothing is deleted.
 * Codes TRC8325, TRC8327. @see Перечень № 236; Правила № 77
 */
export async function writeDestructionAct(report: DueReport, options: PreparedOptions): Promise<PreparedRecord> {
  const read = await readBoth(options);
  if ("diagnostics" in read) return failed(read.diagnostics);
  const acts = recordsOf(read.project.dossier, "documents", "destruction-act");
  const named = new Set(acts.flatMap(({ data }) => (data.documents ?? []).map(({ title }) => title)));
  const documents = report.due.filter(({ title }) => !named.has(title));
  if (documents.length === 0) return failed([raise(FINDINGS.TRC8327, { of: [acts.map(({ file }) => file)] })]);
  const number = nextFree(read.project.dossier, {
    author: "centre",
    year: Number(report.on.slice(0, 4)),
    form: { prefix: "", suffix: "" },
    of: { collection: "documents", kind: "destruction-act" },
  });
  const lines = [
    ...headOf(read.project, "destruction-act", report.on),
    `number: ${JSON.stringify(formatNumber(number))}`,
    preparedLine(options),
    "documents:",
    ...documents.flatMap(({ title, date, caseIndex, article, term, destroyNotBefore }) => [
      `  - title: ${JSON.stringify(title)}`,
      `    date: ${date}`,
      `    case: ${JSON.stringify(caseIndex ?? "–")}`,
      `    article: ${JSON.stringify(article)}`,
      `    term: ${JSON.stringify(term)}`,
      `    notBefore: ${destroyNotBefore}`,
    ]),
  ];
  return write(options, `documents/destruction-act-${report.on}.yaml`, lines);
}

async function readBoth({
  content,
  templates,
}: PreparedOptions): Promise<
  { readonly project: Project; readonly wording: ArchiveWording } | { readonly diagnostics: readonly Diagnostic[] }
> {
  const project = await readProject({ content, templates });
  const wording = await readArchiveWording(templates);
  if (project.value === undefined || wording.value === undefined)
    return { diagnostics: [...project.diagnostics, ...wording.diagnostics] };
  return { project: project.value, wording: wording.value };
}

function headOf(project: Project, kind: string, date: string): string[] {
  return [modeline(project, `documents/${kind}.yaml`, kindUri(kind)), `kind: ${kind}`, `date: ${date}`];
}

function preparedLine({ prepared = null }: PreparedOptions): string {
  return prepared === null ? "prepared:" : `prepared: ${prepared}`;
}

function titleOf(index: string, year: number, dossier: Dossier, { cases }: ArchiveWording): string {
  if (index === NO_CASE) return cases.none;
  return caseTitle(dossier, index, year) ?? cases.unknown.replace("{{index}}", () => index);
}

/** Stands for the index of documents that have none. */
const NO_CASE = "–";

function casesOf(
  documents: readonly ArchivedDocument[],
): { readonly index: string; readonly items: ArchivedDocument[] }[] {
  const cases = new Map<string, ArchivedDocument[]>();
  for (const document of documents) {
    const index = document.caseIndex ?? NO_CASE;
    cases.set(index, [...(cases.get(index) ?? []), document]);
  }
  return [...cases].sort(([a], [b]) => (a < b ? -1 : 1)).map(([index, items]) => ({ index, items }));
}

async function write(options: PreparedOptions, inside: string, lines: readonly string[]): Promise<PreparedRecord> {
  const { content, prepared = null } = options;
  const shown = `${content}/${inside}`;
  try {
    const path = await safeJoin(content, inside);
    const there = await readFile(path).catch(() => null);
    if (there !== null) return failed([raise(FINDINGS.TRC8325, { of: [shown] })]);
    await withLock(content, async () => {
      await mkdir(dirname(join(content, inside)), { recursive: true });
      await createFile(path, new TextEncoder().encode(`${lines.join("\n")}\n`));
    });
    return { diagnostics: [], written: shown, blank: prepared === null };
  } catch (error) {
    return failed([storageFault(content, error)]);
  }
}

function failed(diagnostics: readonly Diagnostic[]): PreparedRecord {
  return { diagnostics, written: null, blank: false };
}

/** TRC8319: nothing of the year, or of a case in it. */
function nothingFor(archive: string, year: number, index: string | null): Diagnostic {
  const what = index === null ? same("") : text(` дела ${index}`, ` of the case ${index}`);
  return raise(FINDINGS.TRC8319, {
    message: text(
      `В архиве «${archive}» нет документов${what.ru} за ${year} год`,
      `The archive “${archive}” has no documents${what.en} of ${year}`,
    ),
    hints: text(
      "Проверьте год, индекс дела и папку архива: trc archive list",
      "Check the year, the case and the archive's folder: trc archive list",
    ),
  });
}
