import { readdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { type Diagnostic, framesOf, type Place, type Text } from "../../base/diagnostics/index.ts";
import { posixPath } from "../../base/text/index.ts";
import { signOffState } from "../../office/approvals/index.ts";
import { ACCESSIONS_FOLDER, listArchive } from "../../office/archive/index.ts";
import { type ContentRecord, pointersOf } from "../../paperwork/records/index.ts";
import { entriesOf, inForce } from "../../paperwork/register/index.ts";
import { CODES_OF_RECORDS } from "../../paperwork/rules/index.ts";
import type { LiveSet } from "../../project/pipeline/index.ts";
import { findingsOfPage } from "./page-hints.ts";
import type { PageDocument, PagePlace, PageProblem, PageState } from "./page-types.ts";
import { fixOf } from "./record-form.ts";
import { recordsByFile, recordsOfSet } from "./set-view.ts";

/** A desk without a centre. */
export const NO_CENTRE: PageState = { documents: [], records: [], problems: [], first: true };

/** The set as the page shows it, its findings in the language of the page. */
export async function pageState(set: LiveSet, language: keyof Text): Promise<PageState> {
  const { documents, diagnostics } = set.state;
  const stages = await stagesOf(set);
  const shown = documents.map(({ sources: _sources, ...document }) => ({
    ...document,
    stage: stages.get(document.id) ?? "draft",
  }));
  const problems = problemsOf(diagnostics, { set, language, records: recordsByFile(set.report.inputs) });
  return { documents: shown, records: recordsOfSet(set.report.inputs, documents, language), problems, first: false };
}

/** What findings are told by: records as they stand, by their files. */
type Told = {
  readonly set: LiveSet;
  readonly language: keyof Text;
  readonly records: ReadonlyMap<string, ContentRecord>;
};

/** Findings as the page shows them, each at the value that it speaks of. */
export function problemsOf(diagnostics: readonly Diagnostic[], { set, language, records }: Told): PageProblem[] {
  const { documents } = set.state;
  const pointers = new Map<string, ReturnType<typeof pointersOf>>();
  const spoken = findingsOfPage(diagnostics, language);
  const frameOf = framesOf((file) => records.get(file)?.text ?? set.sourceOf(file));
  return diagnostics.map((finding, index): PageProblem => {
    const { code, severity, place } = finding;
    const { message, why = null, norm = null, hints, related = [] } = spoken[index] ?? { message: "", hints: [] };
    const files = new Set([place?.file, ...related.map((one) => one.place.file)]);
    const record = place && records.get(place.file);
    if (record !== undefined && !pointers.has(record.file)) pointers.set(record.file, pointersOf(record));
    const pointer = (place && pointers.get(place.file)?.(place)) ?? null;
    return {
      code,
      severity,
      message,
      why,
      norm,
      hints,
      place: place === undefined ? null : pagePlace(place),
      pointer,
      fix: record === undefined || pointer === null ? null : fixOf(record, finding, pointer),
      frame: (place && frameOf(place)) ?? null,
      related: related.map((one) => ({ message: one.message, place: pagePlace(one.place) })),
      documents: documents.filter(({ sources }) => sources.some((one) => files.has(one))).map(({ id }) => id),
      early: isEarly(finding),
    };
  });
}

/** Whether the record alone shows it: YAML, schemas, references, rules of records. */
function isEarly({ code }: Diagnostic): boolean {
  return /^TRC(?:10|11|200)/.test(code) || CODES_OF_RECORDS.has(code);
}

/** How far each document has come: issued ones are frozen, others are approved or wait for it. */
async function stagesOf({ report, state }: LiveSet): Promise<Map<string, PageDocument["stage"]>> {
  const issued = new Set(
    report.inputs.flatMap(({ centre, dossier }) =>
      dossier === null ? [] : inForce(entriesOf(dossier)).map(({ fields }) => `${centre}/${fields.document}`),
    ),
  );
  const archived = new Set<string>();
  for (const { centre, folder } of report.inputs)
    for (const one of await archivedIn(join(dirname(folder), "archive"))) archived.add(`${centre}/${one}`);
  const { documents } = await signOffState(report);
  const waits = new Map(documents.map((one) => [`${one.centre}/${one.document}`, one]));
  return new Map(
    state.documents.map(({ id, centre }) => {
      const name = `${centre}/${id.slice(id.lastIndexOf("/") + 1)}`;
      const { required = [], missing = [] } = waits.get(name) ?? {};
      if (issued.has(name)) return [id, archived.has(name) ? "archived" : "issued"];
      return [id, required.length === 0 ? "draft" : missing.length === 0 ? "approved" : "waiting"];
    }),
  );
}

/** What an archive holds, as long as its book has no further line: a run reads no bags. */
const HOLDINGS = new Map<string, { readonly lines: string; readonly documents: readonly string[] }>();

async function archivedIn(archive: string): Promise<readonly string[]> {
  const names = await readdir(join(archive, ACCESSIONS_FOLDER)).catch(() => []);
  if (names.length === 0) return [];
  const lines = names.sort().join("\n");
  const known = HOLDINGS.get(archive);
  if (known?.lines === lines) return known.documents;
  const { value = [] } = await listArchive(archive);
  const documents = value.filter(({ disposedBy }) => disposedBy === null).map(({ document }) => document);
  HOLDINGS.set(archive, { lines, documents });
  return documents;
}

function pagePlace({ file, start: { line, column } }: Place): PagePlace {
  const path = posixPath(resolve(file));
  const address = path
    .split("/")
    .map(encodeURIComponent)
    .join("/")
    .replace(/^(?!\/)/, "/")
    .replace("%3A", ":");
  return { file, line, column, editor: `vscode://file${address}:${line}:${column}` };
}
