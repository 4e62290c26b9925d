import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Diagnostic, hasErrors, raise } from "../../base/diagnostics/index.ts";
import { storageFault, writeAlone, writeTogether } from "../../base/storage/index.ts";
import { posixPath } from "../../base/text/index.ts";
import type { Dossier } from "../../paperwork/records/index.ts";
import {
  CONTENT_JOURNAL,
  type EntryFields,
  encodeEntry,
  entriesOf,
  entryPath,
  headsOf,
  type RegisterEntry,
  seriesOf,
} from "../../paperwork/register/index.ts";
import { type BuildOptions, type BuildReport, buildSet, type Laid, openSession } from "../../project/pipeline/index.ts";
import { dayFaults, missingFolder, type ProjectFolders } from "../../project/reading/index.ts";
import { changedRecord } from "./changed-record.ts";
import { chooseDocument } from "./choose-document.ts";
import { entryFields } from "./entry-fields.ts";
import { FINDINGS } from "./findings.ts";
import { issueFaults } from "./issue-faults.ts";
import { chooseNumber } from "./number-series.ts";

/** Which document is issued, on what day (ISO). */
export type IssueOptions = ProjectFolders & {
  /** Id of a document (`order-general.91-od-2025`) or of its record. */
  readonly document: string;
  /** Number to give; without it the one of the record, or the next of its series. */
  readonly number?: string;
  /** ISO date to put on the document; without it the one of the record. */
  readonly date?: string;
  /** Day of registration, ISO. */
  readonly today: string;
  /** The day it is, ISO: nothing is registered on a day still to come. Not asked without it. */
  readonly latest?: string;
  /** Only reports what would be done. */
  readonly dryRun?: boolean;
};

/** The entry of the register, or findings; nothing is written when there is an error. */
export type IssueReport = {
  readonly diagnostics: readonly Diagnostic[];
  /** What was entered; null when nothing was. */
  readonly entry: EntryFields | null;
  /** Files written, as the user would type them. */
  readonly written: readonly string[];
  /** Text of a file that a finding names. */
  readonly sourceOf: (file: string) => string | undefined;
};

/**
 * Issues one document: gives it the next number of its series (or checks the one it has), and enters it in the register, from where on its words
 * are frozen. Several processes may call it at once. Codes TRC8110–TRC8119, TRC8122, TRC8201–TRC8204, TRC8206, and those of a check.
 */
export async function issueDocument(options: IssueOptions): Promise<IssueReport> {
  if (!existsSync(options.content))
    return {
      diagnostics: [missingFolder("--content", options.content)],
      entry: null,
      written: [],
      sourceOf: () => undefined,
    };
  try {
    return await writeAlone(options.content, () => issue(options), {
      rule: CONTENT_JOURNAL,
      dryRun: options.dryRun,
    });
  } catch (error) {
    return { diagnostics: [storageFault(options.content, error)], entry: null, written: [], sourceOf: () => undefined };
  }
}

async function issue(options: IssueOptions): Promise<IssueReport> {
  const { today, latest = today } = options;
  const wrong = dayFaults(options);
  if (today > latest) wrong.push(raise(FINDINGS.TRC8116, { of: [today, latest, "clock"] }));
  if (wrong.length > 0) return { diagnostics: wrong, entry: null, written: [], sourceOf: () => undefined };
  // The second check, of the record with its number, makes anew only what the number changes.
  const session = await openSession(null);
  const check = (overlay: BuildOptions["overlay"]): Promise<BuildReport> =>
    buildSet({
      content: [options.content],
      templates: options.templates,
      out: null,
      only: [options.document],
      asArguments: true,
      formats: [],
      session,
      ...(overlay === undefined ? {} : { overlay }),
    });
  const first = await check(undefined);
  const nothing = (diagnostics: readonly Diagnostic[], report: BuildReport = first): IssueReport => ({
    diagnostics,
    entry: null,
    written: [],
    sourceOf: report.sourceOf,
  });
  const dossier = dossierOf(first);
  if (dossier === null) return nothing(first.diagnostics);
  const chosen = chooseDocument(first.laid, options.document);
  if (chosen.value === undefined) return nothing(hasErrors(first.diagnostics) ? first.diagnostics : chosen.diagnostics);
  if (hasErrors(concerning(chosen.value, first.diagnostics))) return nothing(first.diagnostics);
  const numbered = chooseNumber(chosen.value, dossier, options);
  if (numbered.value === undefined) return nothing(numbered.diagnostics);
  const { file } = chosen.value.rendered.job.record;
  const text = changedRecord(first.sourceOf(file) ?? "", numbered.value);
  const second = numbered.value.length === 0 ? first : await check(new Map([[file, new TextEncoder().encode(text)]]));
  const final = chooseDocument(second.laid, options.document);
  const now = dossierOf(second);
  if (final.value === undefined || now === null)
    return nothing(hasErrors(second.diagnostics) ? second.diagnostics : final.diagnostics, second);
  const fields = entryFields(final.value, options.today);
  const faults = [...issueFaults(final.value, fields, now)];
  const isTaken = faults.some(({ code }) => code === "TRC8112");
  const findings = [
    // That the number is another's is told once.
    ...concerning(final.value, second.diagnostics).filter(({ code }) => !isTaken || code !== "TRC2252"),
    ...numbered.diagnostics,
    ...faults,
  ];
  if (hasErrors(findings)) return nothing(findings, second);
  const files = filesOf(
    fields,
    now,
    numbered.value.length === 0 ? null : { file: final.value.rendered.job.record.source, text },
  );
  if (options.dryRun !== true) await writeTogether(options.content, { files }, CONTENT_JOURNAL);
  return {
    diagnostics: findings,
    entry: fields,
    written: [...files.keys()].map((inside) => posixPath(join(options.content, inside))),
    sourceOf: second.sourceOf,
  };
}

/**
 * Findings that speak against this document: those of the records it was made from, of the register and of the templates. What a rule says of
 * another record does not keep a document from being issued; `trc check` reports it.
 */
function concerning({ rendered }: Laid, diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const own = new Set(rendered.sources);
  return diagnostics.filter(
    ({ code, place }) =>
      !code.startsWith("TRC2") || place === undefined || [...own].some((source) => place.file.endsWith(`/${source}`)),
  );
}

function dossierOf({ inputs }: BuildReport): Dossier | null {
  return inputs.find(({ centre }) => centre !== null)?.dossier ?? null;
}

/** The record with its number first, its entry after it. */
function filesOf(
  fields: EntryFields,
  dossier: Dossier,
  record: { readonly file: string; readonly text: string } | null,
): Map<string, string> {
  const [path, text] = newEntry(fields, entriesOf(dossier));
  return new Map([...(record === null ? [] : [[record.file, record.text] as const]), [path, text]]);
}

/** File and text of an entry that continues its series. */
export function newEntry(fields: EntryFields, entries: readonly RegisterEntry[]): readonly [string, string] {
  const head = headsOf(entries).find(({ series }) => series === seriesOf(fields));
  const entry = (head?.entries ?? 0) + 1;
  const first = entryPath(fields, entry, false);
  const path = entryPath(
    fields,
    entry,
    entries.some(({ source }) => source === first),
  );
  return [path, encodeEntry(fields, { entry, previous: head?.seal ?? null }).text];
}
