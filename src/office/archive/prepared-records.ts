import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { stringify } from "yaml";
import { type Diagnostic, type Outcome, raise, same, text } from "../../base/diagnostics/index.ts";
import { createFile, isThere, safeJoin, storageFault, withLock } from "../../base/storage/index.ts";
import { caseTitle, formatNumber, nextFree, nomenclatureOf } from "../../paperwork/facts/index.ts";
import { type Dossier, kindUri, recordsOf } from "../../paperwork/records/index.ts";
import type { ArchiveWordingFile } from "../../paperwork/schemas/index.ts";
import { modeline, type Project, type ProjectFolders, readProject } from "../../project/reading/index.ts";
import type { DueReport } from "./due.ts";
import { FINDINGS } from "./findings.ts";
import { type ArchivedDocument, listArchive } from "./list-archive.ts";
import { readArchiveWording } from "./wording.ts";

/** A record that was written, as the user would type it; `blank` when a person still has to be named in it. */
export type PreparedRecord = {
  readonly diagnostics: readonly Diagnostic[];
  readonly written: string | null;
  readonly blank: boolean;
};

/** In which archive and for which centre records are prepared. */
export type PreparedOptions = ProjectFolders & {
  readonly archive: string;
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
  const { value: read, diagnostics } = await readBoth(options, options.date);
  if (read === undefined) return failed(diagnostics);
  const { project, wording } = read;
  const { dossier } = project;
  const { year, date, case: index } = options;
  const all = await listArchive(options.archive);
  if (all.value === undefined) return failed(all.diagnostics);
  const documents = all.value.filter(
    (one) =>
      one.disposedBy === null && one.date.startsWith(String(year)) && (index === undefined || one.caseIndex === index),
  );
  if (documents.length === 0) return failed([nothingFor(options.archive, year, index)]);
  const kind = index === undefined ? "archive-inventory" : "case-inventory";
  const nomenclature = index === undefined ? undefined : nomenclatureOf(dossier, year, index);
  if (index !== undefined && nomenclature === undefined) return failed([raise(FINDINGS.TRC8326, { of: [index] })]);
  const there = recordsOf(dossier, "documents", kind).find(({ data }) => data.year === year && data.case === index);
  if (there !== undefined) return failed([raise(FINDINGS.TRC8325, { of: [there.file] })]);
  if (nomenclature !== undefined)
    return write(options, project, `${kind}-${index}-${year}`, {
      kind,
      date,
      nomenclature: nomenclature.id,
      case: index,
      year,
    });
  const cases = casesOf(documents).map(([own, items]) => {
    const dates = items.map((one) => one.date).sort();
    return {
      index: own,
      title: titleOf(own, year, dossier, wording),
      from: dates[0],
      to: dates.at(-1),
      documents: items.length,
      bytes: items.reduce((sum, { bytes }) => sum + bytes, 0),
      term: [...new Set(items.map(({ term }) => term))].join("; "),
    };
  });
  return write(options, project, `${kind}-${year}`, { kind, date, year, cases });
}

/**
 * Prepares the record of an act that allots documents for destruction: those whose term is over and that stand in no act yet. Nothing is deleted.
 * Codes TRC8325, TRC8327. @see Перечень № 236; Правила № 77
 */
export async function writeDestructionAct(report: DueReport, options: PreparedOptions): Promise<PreparedRecord> {
  const { value: read, diagnostics } = await readBoth(options, report.on);
  if (read === undefined) return failed(diagnostics);
  const { project } = read;
  const kind = "destruction-act";
  const acts = recordsOf(project.dossier, "documents", kind);
  const named = new Set(acts.flatMap(({ data }) => (data.documents ?? []).map(({ title }) => title)));
  const due = report.due.filter(({ title }) => !named.has(title));
  if (due.length === 0)
    return failed([
      raise(FINDINGS.TRC8327, { of: [report.due.length === 0 ? [] : acts.map(({ file }) => file), report.next?.day] }),
    ]);
  const number = nextFree(project.dossier, {
    author: "centre",
    year: Number(report.on.slice(0, 4)),
    form: { prefix: "", suffix: "" },
    of: { collection: "documents", kind },
  });
  const documents = due.map(({ title, date, caseIndex, article, term, destroyNotBefore }) => ({
    title,
    date,
    case: caseIndex ?? NO_CASE,
    article,
    term,
    notBefore: destroyNotBefore,
  }));
  const fields = { kind, date: report.on, number: formatNumber(number), documents };
  return write(options, project, `${kind}-${report.on}`, fields);
}

async function readBoth(
  { content, templates }: PreparedOptions,
  date: string,
): Promise<Outcome<{ readonly project: Project; readonly wording: ArchiveWordingFile }>> {
  const project = await readProject({ content, templates, date });
  const wording = await readArchiveWording(templates);
  const diagnostics = [...project.diagnostics, ...wording.diagnostics];
  if (project.value === undefined || wording.value === undefined) return { diagnostics };
  return { value: { project: project.value, wording: wording.value }, diagnostics };
}

function titleOf(index: string, year: number, dossier: Dossier, { cases }: ArchiveWordingFile): string {
  if (index === NO_CASE) return cases.none;
  return caseTitle(dossier, index, year) ?? cases.unknown.replace("{{index}}", () => index);
}

/** Stands for the index of documents that have none. */
const NO_CASE = "–";

function casesOf(documents: readonly ArchivedDocument[]): [index: string, items: readonly ArchivedDocument[]][] {
  const cases = new Map<string, ArchivedDocument[]>();
  for (const document of documents) {
    const index = document.caseIndex ?? NO_CASE;
    cases.set(index, [...(cases.get(index) ?? []), document]);
  }
  return [...cases].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** A new record of a document; it stands as YAML with the person who draws it up before what is listed. */
async function write(
  { content, prepared = null }: PreparedOptions,
  project: Project,
  id: string,
  { kind, cases, documents, ...fields }: { readonly kind: string; readonly [name: string]: unknown },
): Promise<PreparedRecord> {
  const inside = `documents/${id}.yaml`;
  const record = stringify({ kind, ...fields, prepared, cases, documents }, { lineWidth: 0, nullStr: "" });
  const text = `${modeline(project, `documents/${kind}.yaml`, kindUri(kind))}\n${record}`;
  try {
    const path = await safeJoin(content, inside);
    if (await isThere(path)) return failed([raise(FINDINGS.TRC8325, { of: [`${content}/${inside}`] })]);
    await withLock(content, async () => {
      await mkdir(dirname(path), { recursive: true });
      await createFile(path, new TextEncoder().encode(text));
    });
    return { diagnostics: [], written: `${content}/${inside}`, blank: prepared === null };
  } catch (error) {
    return failed([storageFault(content, error)]);
  }
}

function failed(diagnostics: readonly Diagnostic[]): PreparedRecord {
  return { diagnostics, written: null, blank: false };
}

/** TRC8319: nothing of the year, or of a case in it. */
function nothingFor(archive: string, year: number, index: string | undefined): Diagnostic {
  const what = index === undefined ? same("") : text(` дела ${index}`, ` of the case ${index}`);
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
