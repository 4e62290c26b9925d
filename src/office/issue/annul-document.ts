import { join } from "node:path";
import { type Diagnostic, raise } from "../../base/diagnostics/index.ts";
import { storageFault, writeAlone, writeTogether } from "../../base/storage/index.ts";
import { posixPath } from "../../base/text/index.ts";
import { recordsOf } from "../../paperwork/records/index.ts";
import { CONTENT_JOURNAL, chainFaults, type EntryFields, entriesOf, inForce } from "../../paperwork/register/index.ts";
import { dayFaults, type ProjectFolders, readProject } from "../../project/reading/index.ts";
import { FINDINGS } from "./findings.ts";
import { type IssueReport, newEntry } from "./issue-document.ts";
import { isNamed } from "./rechain.ts";

/** Which registration was a mistake, who says so, and why. */
export type AnnulOptions = ProjectFolders & {
  /** Id of a document (`order-general.91-od-2025`) or of its record. */
  readonly document: string;
  /** Record of the person who annuls it. */
  readonly by: string;
  readonly reason: string;
  /** Day of the annulment, ISO. */
  readonly today: string;
  /** The day it is, ISO: nothing is annulled on a day still to come. Not asked without it. */
  readonly latest?: string;
  readonly dryRun?: boolean;
};

/**
 * Annuls a mistaken registration by an entry of its own: the number stays taken, the record may be changed again, nothing is deleted.
 * Codes TRC8116, TRC8124, TRC8125, TRC8201–TRC8206, and those of a register that is damaged.
 */
export async function annulDocument(options: AnnulOptions): Promise<IssueReport> {
  try {
    return await writeAlone(options.content, () => annul(options), { rule: CONTENT_JOURNAL, dryRun: options.dryRun });
  } catch (error) {
    return nothing([storageFault(options.content, error)]);
  }
}

function nothing(diagnostics: readonly Diagnostic[], sourceOf: IssueReport["sourceOf"] = () => undefined): IssueReport {
  return { diagnostics, entry: null, written: [], sourceOf };
}

async function annul(options: AnnulOptions): Promise<IssueReport> {
  const { content, templates, document, by, reason, today, latest = today } = options;
  const wrong = dayFaults({ today });
  if (today > latest) wrong.push(raise(FINDINGS.TRC8116, { of: [today, latest, "clock"] }));
  if (wrong.length > 0) return nothing(wrong);
  const { value: project, diagnostics } = await readProject({ content, templates });
  if (project === undefined) return nothing(diagnostics);
  const { dossier, sourceOf } = project;
  const bytes = new Map(project.files.map((file) => [file.path, file.bytes]));
  const entries = entriesOf(dossier);
  const faults = chainFaults(entries, (file) => bytes.get(file));
  if (faults.length > 0) return nothing(faults, sourceOf);
  const holding = inForce(entries);
  const named = holding.filter((entry) => isNamed(entry, new Set([document])));
  const [entry] = named;
  if (entry === undefined || named.length > 1) {
    const known = (named.length > 1 ? named : holding).map(({ fields }) => fields.document);
    return nothing([raise(FINDINGS.TRC8124, { of: [document, known] })]);
  }
  const people = recordsOf(dossier, "people").map(({ id }) => id);
  if (!people.includes(by)) return nothing([raise(FINDINGS.TRC8125, { of: [by, people] })]);
  const { entry: _entry, previous: _previous, seal: _seal, ...kept } = entry.fields;
  if (today < kept.registered) return nothing([raise(FINDINGS.TRC8116, { of: [today, kept.registered, "annulment"] })]);
  const fields: EntryFields = { ...kept, registered: today, annulledBy: by, annulledFor: reason };
  const [path, text] = newEntry(fields, entries);
  if (options.dryRun !== true) await writeTogether(content, { files: new Map([[path, text]]) }, CONTENT_JOURNAL);
  return { diagnostics: [], entry: fields, written: [posixPath(join(content, path))], sourceOf };
}
