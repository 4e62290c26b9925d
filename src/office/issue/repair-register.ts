import { type Diagnostic, hasErrors, type Outcome, raise, text } from "../../base/diagnostics/index.ts";
import { storageFault, writeAlone, writeTogether } from "../../base/storage/index.ts";
import { findAnyRecord } from "../../paperwork/records/index.ts";
import {
  CONTENT_JOURNAL,
  chainFaults,
  type EntryFields,
  encodeEntry,
  entriesOf,
} from "../../paperwork/register/index.ts";
import { buildSet, type Laid } from "../../project/pipeline/index.ts";
import { type Project, type ProjectFolders, readProject } from "../../project/reading/index.ts";
import { listArchive } from "../archive/index.ts";
import { changedRecord } from "./changed-record.ts";
import { chooseDocument } from "./choose-document.ts";
import { entryFields } from "./entry-fields.ts";
import { FINDINGS } from "./findings.ts";
import { isNamed, type Rechained, rechain } from "./rechain.ts";

/** Which register is repaired, and which documents are archived. */
export type RepairOptions = ProjectFolders & {
  /** Documents that are signed or handed out: their numbers stay. Ids of documents or records. */
  readonly handedOut: readonly string[];
  readonly dryRun?: boolean | undefined;
  /** Archive folder: documents taken into it keep their numbers as well. A folder that is not there holds none. */
  readonly archive?: string | undefined;
};

/** What happened to one document of a fork. */
type Repaired = {
  readonly document: string;
  readonly title: string;
  readonly entry: number;
  readonly from: string | null;
  /** New number; null when the number stayed and only the place in the chain changed. */
  readonly to: string | null;
};

/** Entries chained anew, or findings. */
export type RepairReport = {
  readonly diagnostics: readonly Diagnostic[];
  readonly repaired: readonly Repaired[];
  /** True when a cut run was completed. */
  readonly completed: boolean;
  readonly written: readonly string[];
};

/**
 * Repairs a register in which two branches have issued at once: one branch keeps its places, the documents of the other follow it in the chain and,
 * where a number is taken, get the next one, in their records and in the register. What is handed out is never renumbered.
 * TRC8120: a person has to decide, or the register is damaged in another way; TRC8121: what is handed out is not in it; TRC8205: the archive
 * cannot be read.
 */
export async function repairRegister(options: RepairOptions): Promise<RepairReport> {
  try {
    const archived = await archivedIn(options.archive);
    if (archived.value === undefined) return { ...nothing(archived.diagnostics), completed: false };
    const inArchive = archived.value;
    return await writeAlone(
      options.content,
      async (completed) => ({ ...(await repair(options, inArchive)), completed }),
      { rule: CONTENT_JOURNAL, dryRun: options.dryRun },
    );
  } catch (error) {
    return { ...nothing([storageFault(options.content, error)]), completed: false };
  }
}

const NO_ARCHIVE = { value: [], diagnostics: [] };

/** Ids of archived documents. TRC8205: the archive cannot be read. */
async function archivedIn(archive: string | undefined): Promise<Outcome<readonly string[]>> {
  const { value, diagnostics } = archive === undefined ? NO_ARCHIVE : await listArchive(archive);
  if (value !== undefined) return { value: value.map(({ document }) => document), diagnostics };
  return diagnostics.some(({ code }) => code === "TRC8318") ? NO_ARCHIVE : { diagnostics };
}

type Result = Omit<RepairReport, "completed">;

async function repair(options: RepairOptions, archived: readonly string[]): Promise<Result> {
  const project = await readProject(options);
  if (project.value === undefined) return nothing(project.diagnostics);
  const bytes = new Map(project.value.files.map((file) => [file.path, file.bytes]));
  const entries = entriesOf(project.value.dossier);
  const faults = chainFaults(entries, (file) => bytes.get(file));
  const other = faults.filter(({ code }) => code !== "TRC8003" && code !== "TRC8004");
  if (other.length > 0) return nothing([...other, damaged()]);
  const unknown = options.handedOut.filter((name) => !entries.some((entry) => isNamed(entry, new Set([name]))));
  if (unknown.length > 0) {
    const known = entries.map(({ fields }) => fields.document);
    return nothing(unknown.map((name) => raise(FINDINGS.TRC8121, { of: [name, known] })));
  }
  const plan = rechain(entries, new Set([...options.handedOut, ...archived]), project.value.dossier);
  if (plan.value === undefined || plan.value.length === 0) return nothing(plan.diagnostics);
  const records = editedRecords(plan.value, project.value);
  const laid = await laidAnew(options, plan.value, records);
  if (hasErrors(laid.diagnostics)) return nothing(laid.diagnostics);
  const files = new Map([...records].map(([, { source, text }]) => [source, text]));
  for (const [source, text] of newEntries(plan.value, laid.documents)) files.set(source, text);
  if (options.dryRun !== true) await writeTogether(options.content, { files }, CONTENT_JOURNAL);
  return {
    diagnostics: [...plan.diagnostics, ...laid.diagnostics],
    repaired: plan.value.map(({ entry, place, number }) => ({
      document: entry.fields.document,
      title: entry.fields.title,
      entry: place,
      from: entry.fields.number ?? null,
      to: number,
    })),
    written: [...files.keys()].map((source) => `${options.content}/${source}`),
  };
}

type EditedRecord = { readonly source: string; readonly text: string };

/** Records that get a new number, by the name they are shown under. */
function editedRecords(plan: readonly Rechained[], { dossier, sourceOf }: Project): Map<string, EditedRecord> {
  const records = new Map<string, EditedRecord>();
  for (const { record, number } of plan) {
    if (number === null || record === null) continue;
    const found = findAnyRecord(dossier, record.collection, record.id);
    if (found === undefined) continue;
    const text = changedRecord(sourceOf(found.file) ?? "", [{ kind: "set", at: "/number", value: number }]);
    records.set(found.file, { source: found.source, text });
  }
  return records;
}

/** Documents of the losing branch with their new numbers; those that are handed out stay as they were entered. */
async function laidAnew(
  { content, templates }: RepairOptions,
  plan: readonly Rechained[],
  records: ReadonlyMap<string, EditedRecord>,
): Promise<{ readonly documents: ReadonlyMap<string, Laid>; readonly diagnostics: readonly Diagnostic[] }> {
  const wanted = plan.filter(({ fixed }) => !fixed).map(({ entry }) => entry.fields.document);
  if (wanted.length === 0) return { documents: new Map(), diagnostics: [] };
  const overlay = new Map([...records].map(([file, { text }]) => [file, new TextEncoder().encode(text)]));
  const report = await buildSet({ content: [content], templates, out: null, only: wanted, formats: [], overlay });
  const documents = new Map<string, Laid>();
  const missing: Diagnostic[] = [];
  for (const id of wanted) {
    const chosen = chooseDocument(report.laid, id);
    if (chosen.value === undefined) missing.push(...chosen.diagnostics);
    else documents.set(id, chosen.value);
  }
  // What the register says now is what is being repaired.
  const rest = report.diagnostics.filter(({ code }) => !code.startsWith("TRC8"));
  return {
    documents,
    diagnostics: missing.length > 0 ? [...rest, ...missing] : rest.filter(({ severity }) => severity !== "error"),
  };
}

function newEntries(plan: readonly Rechained[], laid: ReadonlyMap<string, Laid>): Map<string, string> {
  const files = new Map<string, string>();
  const seals = new Map<string, string | null>();
  for (const { entry, series, place, previous } of plan) {
    const { entry: _entry, previous: _previous, seal: _seal, ...kept } = entry.fields;
    const document = laid.get(entry.fields.document);
    const fields: EntryFields = document === undefined ? kept : entryFields(document, entry.fields.registered);
    const before = seals.has(series) ? (seals.get(series) ?? null) : previous;
    const { text, seal } = encodeEntry(fields, { entry: place, previous: before });
    seals.set(series, seal);
    files.set(entry.source, text);
  }
  return files;
}

function nothing(diagnostics: readonly Diagnostic[]): Result {
  return { diagnostics, repaired: [], written: [] };
}

function damaged(): Diagnostic {
  return raise(FINDINGS.TRC8120, {
    message: text(
      "Реестр повреждён не одновременным изданием: сначала верните его файлы",
      "The register is damaged otherwise than by issuing at once: put its files back first",
    ),
    hints: text(
      "Верните названные выше файлы из истории git или из архива, затем повторите trc register repair",
      "Put the files named above back from the history of git or from the archive, then repeat trc register repair",
    ),
  });
}
