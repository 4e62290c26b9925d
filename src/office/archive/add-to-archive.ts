import { type Diagnostic, hasErrors, type Outcome, raise } from "../../base/diagnostics/index.ts";
import { readGiven } from "../../base/storage/index.ts";
import { type Dossier, recordsOf } from "../../paperwork/records/index.ts";
import { entriesOf, headsOf, inForce, type RegisterEntry, seriesOf } from "../../paperwork/register/index.ts";
import type { ArchiveWordingFile } from "../../paperwork/schemas/index.ts";
import { writeFormat } from "../../project/formats/index.ts";
import { type BuildReport, buildSet, type Laid } from "../../project/pipeline/index.ts";
import { dayFaults, type ProjectFolders } from "../../project/reading/index.ts";
import type { Accession } from "./accession.ts";
import { encode, makeBag } from "./bag.ts";
import type { Book } from "./book.ts";
import { documentInfo } from "./document-info.ts";
import { FINDINGS } from "./findings.ts";
import { addToBook, takeIn } from "./open-archive.ts";
import { type PassportFile, passportXml, signatureFile } from "./passport.ts";
import { takePowers } from "./powers.ts";
import { retentionOf } from "./retention.ts";
import { ORIGINAL, takeSignatures, verificationOf } from "./signatures.ts";
import { templatesOf } from "./templates-of.ts";
import { uuidOf } from "./uuid-of.ts";
import { readArchiveWording } from "./wording.ts";

/** Which issued documents are taken in, with which signatures, on what day (ISO). */
export type AddOptions = ProjectFolders & {
  readonly archive: string;
  /** Documents or records; empty means every issued document that is not in the archive yet. */
  readonly documents: readonly string[];
  /** The signed original, when it is not the file that is built now; only with one document. */
  readonly pdf?: string;
  /** Detached signatures over the original; only with one document. */
  readonly signatures?: readonly string[];
  /** Machine-readable powers of attorney of those who signed; only with one document. */
  readonly powers?: readonly string[];
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

/** Puts issued documents into the archive. Codes TRC8301–TRC8309, TRC8314, TRC8329, TRC8201–TRC8203 and those of a check. */
export async function addToArchive(options: AddOptions): Promise<AddReport> {
  const wrong = dayFaults(options);
  if (wrong.length > 0) return { diagnostics: wrong, added: [], sourceOf: () => undefined };
  const report = await buildSet({
    content: [options.content],
    templates: options.templates,
    out: null,
    only: options.documents,
    asArguments: true,
    formats: [],
  });
  const { value: wording, diagnostics } = await readArchiveWording(options.templates);
  const dossier = report.inputs.find(({ centre }) => centre !== null)?.dossier ?? null;
  const ended = ({ value = [], diagnostics: found }: Outcome<readonly Accession[]>): AddReport => ({
    diagnostics: [...report.diagnostics, ...found],
    added: value,
    sourceOf: report.sourceOf,
  });
  if (dossier === null || hasErrors(report.diagnostics)) return ended({ diagnostics: [] });
  if (wording === undefined) return ended({ diagnostics });
  const add = async (book: Book): Promise<Outcome<readonly Accession[]>> => {
    const chosen = chooseIssued(options, report, { dossier, book });
    if (chosen.value === undefined) return { diagnostics: chosen.diagnostics };
    const value: Accession[] = [];
    const found: Diagnostic[] = [];
    for (const issued of chosen.value) {
      const one = await addOne(issued, { options, report, dossier, wording });
      found.push(...one.diagnostics);
      if (one.value !== undefined) value.push(one.value);
    }
    return { value, diagnostics: found };
  };
  return ended(await addToBook({ ...options, begin: true }, add));
}

type Issued = { readonly laid: Laid; readonly entry: RegisterEntry };

/** Issued documents among those asked for. TRC8301: in the archive already; TRC8302: not issued; TRC8307: files for several. */
function chooseIssued(
  { documents, archive, pdf, signatures = [], powers = [] }: AddOptions,
  { laid }: BuildReport,
  { dossier, book }: { readonly dossier: Dossier; readonly book: Book },
): Outcome<readonly Issued[]> {
  const entries = new Map(inForce(entriesOf(dossier)).map((entry) => [entry.fields.document, entry]));
  const archived = new Set(book.entries.map(({ document }) => document));
  const issued = laid.flatMap((one) => {
    const entry = entries.get(one.rendered.job.id);
    return entry === undefined ? [] : [{ laid: one, entry }];
  });
  const fresh = issued
    .filter(({ entry }) => !archived.has(entry.fields.document))
    .sort((a, b) => order(a.entry).localeCompare(order(b.entry), "en"));
  const found = documents.flatMap((name) => {
    const mine = issued.filter(({ laid: { rendered } }) => [rendered.job.id, rendered.job.record.id].includes(name));
    if (mine.length === 0) return [raise(FINDINGS.TRC8302, { of: [name] })];
    return mine.some((one) => fresh.includes(one))
      ? []
      : [raise(FINDINGS.TRC8301, { of: [name, archive, signatures] })];
  });
  if (found.length === 0 && (pdf !== undefined || signatures.length > 0 || powers.length > 0) && fresh.length !== 1)
    found.push(raise(FINDINGS.TRC8307, {}));
  return found.length > 0 ? { diagnostics: found } : { value: fresh, diagnostics: [] };
}

type Work = {
  readonly options: AddOptions;
  readonly report: BuildReport;
  readonly dossier: Dossier;
  readonly wording: ArchiveWordingFile;
};

async function addOne({ laid, entry }: Issued, work: Work): Promise<Outcome<Accession>> {
  const { options, report, dossier, wording } = work;
  const { pdf = "", today } = options;
  const { fields } = entry;
  const { kind, record } = laid.rendered.job;
  const built = await writeFormat("pdf", laid.input);
  const original = options.pdf === undefined ? built : await readGiven(pdf).catch(() => null);
  if (original === null) return { diagnostics: [raise(FINDINGS.TRC8308, { of: [pdf] })] };
  if (!isPdf(original)) return { diagnostics: [raise(FINDINGS.TRC8329, { of: [pdf] })] };
  const taken = await takeSignatures(options.signatures ?? [], original, today);
  const diagnostics = [
    ...(Buffer.from(original).equals(built) ? [] : [raise(FINDINGS.TRC8305, { of: [pdf, fields.title] })]),
    ...taken.diagnostics,
  ];
  const { signatures } = taken;
  const powers = await takePowers(options.powers ?? [], { signatures, inns: innsOf(dossier), at: today });
  diagnostics.push(...powers.diagnostics);
  if (hasErrors(diagnostics)) return { diagnostics };
  const retention = retentionOf(kind, record, { dossier, date: fields.date, today, words: wording });
  const identifier = uuidOf(`${fields.organisation}\n${fields.document}\n${fields.date}`);
  const docx = await writeFormat("docx", laid.input);
  const files: PassportFile[] = [
    { name: ORIGINAL, role: "original", mime: "application/pdf", bytes: original },
    ...signatures.map(signatureFile),
    ...powers.files,
    {
      name: "source.docx",
      role: "working-copy",
      mime: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      bytes: docx,
    },
    ...paperFiles(laid, report),
  ];
  const passport = { laid, dossier, entry, identifier, retention, files, signatures, received: today, wording };
  const payload = new Map<string, Uint8Array>([
    ...files.map(({ name, bytes }) => [name, bytes] as const),
    ["passport.xml", encode(passportXml(passport))],
    ["register-entry.yaml", bytesOf(report, entry.source)],
    ["register-heads.txt", encode(headsText(dossier))],
    ["words.txt", encode(`${fields.text.join("\n")}\n`)],
    ...sourcesOf(laid, report),
  ]);
  if (signatures.length > 0 || powers.files.length > 0)
    payload.set("verification.json", encode(verificationOf(signatures, today, powers.reports)));
  const kept = { ...retention, identifier: `urn:uuid:${identifier}`, caseIndex: fields.caseIndex };
  const bag = makeBag(payload, documentInfo(fields, kept, today));
  const line = {
    document: fields.document,
    bag: `${fields.year}/${fields.document.replace(".", "-")}`,
    supplements: null,
    received: today,
    title: fields.title,
    readme: wording.readme,
  };
  return { value: await takeIn(options.archive, bag, line), diagnostics };
}

/** The file of a paper made elsewhere, as it came: its card is the document, its digest stands among the words of the card. */
function paperFiles({ rendered: { card } }: Laid, report: BuildReport): PassportFile[] {
  if (card?.file == null || card.mime === null) return [];
  const name = `paper${/\.[^.]+$/.exec(card.file)?.[0].toLowerCase() ?? ""}`;
  return [{ name, role: "paper", mime: card.mime, bytes: bytesOf(report, card.file) }];
}

/** Numbers of taxpayers of the centre and of the organisations that it deals with: one of them gives the power to sign. */
function innsOf(dossier: Dossier): ReadonlySet<string> {
  const all = [...recordsOf(dossier, "centre"), ...recordsOf(dossier, "organisations")];
  return new Set(all.flatMap(({ data }) => data.inn ?? []));
}

/** A whole PDF by its first and last bytes. @see ISO 32000-1, 7.5.2 and 7.5.5 */
function isPdf(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes);
  return /^%PDF-\d\.\d/.test(file.toString("latin1", 0, 8)) && file.subarray(-1024).includes("%%EOF");
}

/** Records the document looked at, and the wording and measures it was made with. */
function sourcesOf({ rendered }: Laid, { inputs }: BuildReport): [string, Uint8Array][] {
  // The file of a paper lies beside its card already.
  const used = new Set(rendered.sources.filter((source) => source !== rendered.card?.file));
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
