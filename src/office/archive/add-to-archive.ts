import { readFile } from "node:fs/promises";
import { type Diagnostic, hasErrors, raise } from "../../base/diagnostics/index.ts";
import { storageFault } from "../../base/storage/index.ts";
import type { Dossier } from "../../paperwork/records/index.ts";
import { entriesOf, headsOf, type RegisterEntry, seriesOf } from "../../paperwork/register/index.ts";
import { writeFormat } from "../../project/formats/index.ts";
import { type BuildReport, buildSet, type Laid } from "../../project/pipeline/index.ts";
import type { Accession } from "./accession.ts";
import { alreadyThere } from "./add-faults.ts";
import { encode, makeBag, PROFILE_IDENTIFIER } from "./bag.ts";
import { readBook, spoiltBook } from "./book.ts";
import { FINDINGS } from "./findings.ts";
import { takeIn, withArchive } from "./open-archive.ts";
import { passportXml, signatureFile } from "./passport.ts";
import { type RetentionTerm, retentionOf } from "./retention.ts";
import { takeSignatures, verificationOf } from "./signatures.ts";
import { templatesOf } from "./templates-of.ts";
import { uuidOf } from "./uuid-of.ts";
import { type ArchiveWording, readArchiveWording } from "./wording.ts";

/** Which issued documents are taken in, with which signatures, on what day (ISO). */
export type AddOptions = {
  readonly content: string;
  /** By default those of the program. */
  readonly templates?: string | undefined;
  readonly archive: string;
  /** Documents or records; empty means every issued document that is not in the archive yet. */
  readonly documents: readonly string[];
  /** The signed original, when it is not the file that is built now; only with one document. */
  readonly pdf?: string;
  /** Detached signatures over the original; only with one document. */
  readonly signatures?: readonly string[];
  /** Day of the accession, ISO. */
  readonly today: string;
};

/** Bags made, or findings; nothing is written when there is an error. */
export type AddReport = {
  readonly diagnostics: readonly Diagnostic[];
  readonly added: readonly Accession[];
  /** Text of a file that a finding names. */
  readonly sourceOf: (file: string) => string | undefined;
};

/** Puts issued documents into the archive. Codes TRC8301–TRC8309, TRC8314, TRC8201–TRC8203 and those of a check. */
export async function addToArchive(options: AddOptions): Promise<AddReport> {
  const report = await buildSet({
    content: [options.content],
    templates: options.templates,
    out: null,
    only: options.documents,
    formats: [],
  });
  const words = await readArchiveWording(options.templates);
  const dossier = report.inputs.find(({ centre }) => centre !== null)?.dossier ?? null;
  const failed = (diagnostics: readonly Diagnostic[]): AddReport => ({
    diagnostics,
    added: [],
    sourceOf: report.sourceOf,
  });
  if (dossier === null || hasErrors(report.diagnostics)) return failed(report.diagnostics);
  if (words.value === undefined) return failed([...report.diagnostics, ...words.diagnostics]);
  const wording = words.value;
  try {
    return await withArchive(options.archive, async () => {
      const added: Accession[] = [];
      const diagnostics: Diagnostic[] = [...report.diagnostics];
      const spoilt = await spoiltBook(options.archive);
      const chosen =
        spoilt.length > 0 ? { documents: [], diagnostics: spoilt } : await chooseIssued(options, report, dossier);
      if (hasErrors(chosen.diagnostics)) return failed([...diagnostics, ...chosen.diagnostics]);
      for (const { laid, entry } of chosen.documents) {
        const one = await addOne({ laid, entry }, { options, report, dossier, wording });
        diagnostics.push(...one.diagnostics);
        if (one.accession !== null) added.push(one.accession);
      }
      return { diagnostics, added, sourceOf: report.sourceOf };
    });
  } catch (error) {
    return failed([...report.diagnostics, storageFault(options.archive, error)]);
  }
}

type Issued = { readonly laid: Laid; readonly entry: RegisterEntry };

/** Issued documents among those asked for. TRC8301: in the archive already; TRC8302: not issued; TRC8307: files for several. */
async function chooseIssued(
  { documents, archive, pdf, signatures = [] }: AddOptions,
  { laid }: BuildReport,
  dossier: Dossier,
): Promise<{ readonly documents: readonly Issued[]; readonly diagnostics: readonly Diagnostic[] }> {
  const entries = new Map(entriesOf(dossier).map((entry) => [entry.fields.document, entry]));
  const archived = new Set((await readBook(archive)).map(({ accession }) => accession.document));
  const issued = laid.flatMap((one) => {
    const entry = entries.get(one.rendered.job.id);
    return entry === undefined ? [] : [{ laid: one, entry }];
  });
  const fresh = issued
    .filter(({ entry }) => !archived.has(entry.fields.document))
    .sort((a, b) => order(a.entry).localeCompare(order(b.entry), "en"));
  const found: Diagnostic[] = [];
  for (const name of documents) {
    const named = (id: string, record: string): boolean => id === name || record === name;
    const mine = issued.filter(({ laid: { rendered } }) => named(rendered.job.id, rendered.job.record.id));
    if (mine.length === 0) found.push(raise(FINDINGS.TRC8302, { of: [name] }));
    else if (!mine.some((one) => fresh.includes(one))) found.push(alreadyThere(name, archive, signatures));
  }
  if (found.length === 0 && (pdf !== undefined || signatures.length > 0) && fresh.length !== 1)
    found.push(raise(FINDINGS.TRC8307, {}));
  return { documents: fresh, diagnostics: found };
}

type Work = {
  readonly options: AddOptions;
  readonly report: BuildReport;
  readonly dossier: Dossier;
  readonly wording: ArchiveWording;
};

async function addOne(
  { laid, entry }: Issued,
  { options, report, dossier, wording }: Work,
): Promise<{ readonly accession: Accession | null; readonly diagnostics: readonly Diagnostic[] }> {
  const { fields } = entry;
  const built = await writeFormat("pdf", laid.input);
  const original = options.pdf === undefined ? built : await readFile(options.pdf).catch(() => null);
  if (original === null)
    return { accession: null, diagnostics: [raise(FINDINGS.TRC8308, { of: [options.pdf ?? ""] })] };
  const differs = Buffer.compare(Buffer.from(original), Buffer.from(built)) !== 0;
  const taken = await takeSignatures(options.signatures ?? [], original, options.today);
  const diagnostics = [
    ...(differs ? [raise(FINDINGS.TRC8305, { of: [options.pdf ?? "", fields.title] })] : []),
    ...taken.diagnostics,
  ];
  if (hasErrors(diagnostics)) return { accession: null, diagnostics };
  const retention = retentionOf(laid.rendered.job.kind, laid.rendered.job.record, fields.date, wording);
  const identifier = uuidOf(`${fields.organisation}\n${fields.document}\n${fields.date}`);
  const docx = await writeFormat("docx", laid.input);
  const files = [
    { name: "document.pdf", role: "original", mime: "application/pdf", bytes: original },
    ...taken.signatures.map(signatureFile),
    {
      name: "source.docx",
      role: "working-copy",
      mime: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      bytes: docx,
    },
  ];
  const passport = passportXml({
    laid,
    dossier,
    entry,
    identifier,
    retention,
    files,
    signatures: taken.signatures,
    received: options.today,
    wording,
  });
  const payload = new Map<string, Uint8Array>([
    ...files.map(({ name, bytes }) => [name, bytes] as const),
    ["passport.xml", encode(passport)],
    ["register-entry.yaml", bytesOf(report, entry.source)],
    ["register-heads.txt", encode(headsText(dossier))],
    ["words.txt", encode(`${fields.text.join("\n")}\n`)],
    ...(taken.signatures.length === 0
      ? []
      : [["verification.json", encode(verificationOf(taken.signatures, options.today))] as const]),
    ...sourcesOf(laid, report),
  ]);
  const bag = makeBag(payload, infoOf(entry, identifier, retention, options.today));
  const line = {
    document: fields.document,
    bag: `${fields.year}/${fields.document.replace(".", "-")}`,
    supplements: null,
    received: options.today,
    title: fields.title,
  };
  const accession = await takeIn(options.archive, bag, line, wording.readme);
  return { accession, diagnostics };
}

function infoOf(
  { fields }: RegisterEntry,
  identifier: string,
  retention: RetentionTerm,
  today: string,
): [string, string][] {
  return [
    ["BagIt-Profile-Identifier", PROFILE_IDENTIFIER],
    ["Source-Organization", fields.organisation],
    ["External-Identifier", `urn:uuid:${identifier}`],
    ["External-Description", fields.title],
    ["Bagging-Date", today],
    ...(fields.caseIndex === undefined ? [] : [["Bag-Group-Identifier", fields.caseIndex] as [string, string]]),
    ["Document", fields.document],
    ...(fields.number === undefined ? [] : [["Document-Number", fields.number] as [string, string]]),
    ["Document-Date", fields.date],
    ["Register-Series", seriesOf(fields)],
    ["Register-Entry", String(fields.entry)],
    ["Register-Seal", fields.seal],
    ["Retention-Article", retention.article],
    ["Retention-Term", retention.term],
    ...(retention.destroyNotBefore === null
      ? []
      : [["Destroy-Not-Before", retention.destroyNotBefore] as [string, string]]),
  ];
}

/** Records the document looked at, and the wording and measures it was made with. */
function sourcesOf({ rendered }: Laid, { inputs }: BuildReport): [string, Uint8Array][] {
  const used = new Set(rendered.sources);
  const templates = inputs.find(({ centre }) => centre === null)?.files ?? [];
  const wording = templatesOf(rendered.job.kind.id, new Map(templates.map(({ inside, bytes }) => [inside, bytes])));
  return inputs.flatMap(({ centre, files }) =>
    files
      .filter(({ inside }) =>
        centre === null ? wording.has(inside) : used.has(inside) || /^(centre|settings)\.yaml$/.test(inside),
      )
      .map(({ inside, bytes }): [string, Uint8Array] => [
        `${centre === null ? "templates" : "records"}/${inside}`,
        bytes,
      ]),
  );
}

function bytesOf({ inputs }: BuildReport, source: string): Uint8Array {
  const file = inputs.flatMap(({ files }) => files).find(({ inside }) => inside === source);
  if (file === undefined) throw new Error(`no bytes of ${source}`);
  return file.bytes;
}

/** The newest entry of every series on the day: with it a register whose end is cut off later is found out. */
function headsText(dossier: Dossier): string {
  return headsOf(entriesOf(dossier))
    .map(({ series, entries, seal }) => `${seal}  ${entries}  ${series}\n`)
    .join("");
}

function order({ fields }: RegisterEntry): string {
  return `${fields.registered} ${seriesOf(fields)} ${String(fields.entry).padStart(7, "0")}`;
}
