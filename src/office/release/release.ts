import { type Diagnostic, hasErrors, type Outcome, raise, same, text } from "../../base/diagnostics/index.ts";
import { sha256 } from "../../base/text/index.ts";
import type { ReleaseWordingFile } from "../../paperwork/schemas/index.ts";
import { type BuildOptions, type BuildReport, type RunSignal, registerHeads } from "../../project/pipeline/index.ts";
import { dayFaults, type Program, readProgram, readWording } from "../../project/reading/index.ts";
import { type DocumentApprovals, ROLE_NAMES } from "../approvals/index.ts";
import { type Certificate, type Signer, SignerFault, validityAt } from "../signatures/index.ts";
import {
  type BundleManifest,
  encodeIndex,
  encodeJson,
  encodeSums,
  isOriginalPdf,
  PART,
  type SignatureIndex,
  signaturePath,
} from "./bundle-format.ts";
import { bundleKeepers } from "./bundle-keepers.ts";
import { approvedDocuments, type MadeSet, makeSet, sourceFiles } from "./collect.ts";
import { FINDINGS } from "./findings.ts";
import { notCommitted, type WorkTree, workTree } from "./git.ts";
import { describedFiles } from "./inventory.ts";
import { provenance } from "./provenance.ts";
import { sbom } from "./sbom.ts";
import { BUNDLE_WORDING } from "./wording.ts";
import { writeBundle } from "./write-bundle.ts";
import { packBundle } from "./zip.ts";

/** Which set is released, where to, signed by whom; `draft` lets go unapproved words. */
export type ReleaseOptions = {
  readonly content: readonly string[];
  /** By default those of the program. */
  readonly templates?: string | undefined;
  /** File of the bundle. */
  readonly out: string;
  /** Makes a bundle although approvals or the commit are missing, and marks it so. Findings of the checks stop it all the same. */
  readonly draft: boolean;
  /** Signs the list of digests; null leaves the bundle unsigned. */
  readonly signer: Signer | null;
  /** Also signs each original PDF. */
  readonly signDocuments: boolean;
  /** Day on which the signer's certificate has to be valid, ISO. */
  readonly today: string;
  readonly signal?: RunSignal | undefined;
  /** How much more than usual a document may cost. */
  readonly budget?: number | undefined;
  /** What remembers the registers besides git and the bundle that is replaced. */
  readonly keepers?: BuildOptions["keepers"];
};

/** The bundle and its digest, or findings. */
export type ReleaseReport = {
  readonly diagnostics: readonly Diagnostic[];
  /** What was written; null when the release was refused. */
  readonly bundle: {
    readonly path: string;
    readonly bytes: number;
    readonly files: number;
    readonly documents: number;
    /** SHA-256 of SHA256SUMS: names everything in the bundle but the signatures added to it. */
    readonly digest: string;
    /** SHA-256 of the ZIP itself. */
    readonly fileDigest: string;
  } | null;
  readonly sourceOf: BuildReport["sourceOf"];
};

/**
 * Makes the bundle of a release: documents, what they came from, approvals, origin, digests, signatures, in one ZIP whose bytes follow from its inputs.
 * Refused while the checks fail, approvals are missing or void, or a work tree of git differs from its commit (unless a draft); outside git the digests of
 * the sources stand for the commit. Codes TRC7010, TRC7011, TRC7013–TRC7017.
 */
export async function release(options: ReleaseOptions): Promise<ReleaseReport> {
  const wrong = dayFaults(options);
  if (wrong.length > 0) return { diagnostics: wrong, bundle: null, sourceOf: () => undefined };
  const keepers = [...(options.keepers ?? []), ...(await bundleKeepers(options.out))];
  const original = await makeSet("original", { ...options, keepers });
  const { report } = original;
  const stop = (found: readonly Diagnostic[]): ReleaseReport => ({
    diagnostics: [...report.diagnostics, ...found],
    bundle: null,
    sourceOf: report.sourceOf,
  });
  if (hasErrors(report.diagnostics)) return stop([]);
  const wording = wordingOf(report);
  if (wording.value === undefined) return stop(wording.diagnostics);
  const approved = await approvedDocuments(original);
  const tree = await workTree(
    report.inputs.map(({ folder }) => folder),
    [options.out],
  );
  const refusals = options.draft ? [] : [...unapproved(approved.state), ...(await treeFaults(tree, report))];
  const certificate = options.signer?.certificate ?? null;
  if (certificate !== null && validityAt(certificate, options.today) !== "valid") refusals.push(outOfTerm(certificate));
  if (refusals.length > 0) return stop(refusals);
  const published: MadeSet | null = await publicSet(options, report);
  if (published !== null && hasErrors(published.report.diagnostics)) return stop(published.report.diagnostics);
  const files = new Map([...original.files, ...(published?.files ?? []), ...sourceFiles(report), ...approved.files]);
  describe(files, options, {
    program: await readProgram(),
    documents: approved.documents,
    publicDocuments: published?.documents ?? [],
    commits: tree?.commits ?? [],
    centres: report.inputs.flatMap(({ centre }) => centre ?? []),
    registers: registerHeads(report.inputs),
    wording: wording.value,
  });
  let bytes = new Uint8Array();
  const faults = await writeBundle(options.out, async () => {
    const unsigned = await sign(files, options);
    if (unsigned !== null) return { diagnostics: [unsigned] };
    options.signal?.throwIfAborted();
    bytes = Uint8Array.from(packBundle(files));
    return { value: bytes, diagnostics: [] };
  });
  if (faults.length > 0) return stop(faults);
  const bundle = {
    path: options.out,
    bytes: bytes.length,
    files: files.size,
    documents: approved.documents.length,
    digest: sha256(files.get(PART.sums) ?? new Uint8Array()),
    fileDigest: sha256(bytes),
  };
  return { diagnostics: report.diagnostics, bundle, sourceOf: report.sourceOf };
}

function wordingOf({ inputs }: BuildReport): Outcome<ReleaseWordingFile> {
  const templates = inputs.find(({ centre }) => centre === null);
  return readWording(
    BUNDLE_WORDING,
    templates?.files?.find(({ inside }) => inside === BUNDLE_WORDING.path),
    templates?.folder ?? "templates",
  );
}

/** Documents whose approvals are missing or void. */
function unapproved(state: readonly DocumentApprovals[]): Diagnostic[] {
  return state
    .filter(({ missing }) => missing.length > 0)
    .map(({ document, title, approvals, missing }) => {
      const names = missing.map((role) => `${ROLE_NAMES[role].ru} (${role})`).join(", ");
      const voided = approvals.flatMap(({ state: one, person }) => (one === "void" ? [person] : [])).join(", ");
      const why = text(
        `${title}. Недействительны одобрения: ${voided}`,
        `${title}. Void are the approvals of: ${voided}`,
      );
      return raise(FINDINGS.TRC7010, {
        of: [document, text(names, missing.join(", "))],
        why: voided === "" ? same(title) : why,
      });
    });
}

function outOfTerm({ holder, validFrom, validTo }: Certificate): Diagnostic {
  return raise(FINDINGS.TRC7014, { of: [holder, validFrom, validTo] });
}

/** How many changed files a refusal names. */
const SHOWN = 8;

async function treeFaults(tree: WorkTree | null, report: BuildReport): Promise<Diagnostic[]> {
  // Outside git the statement of origin names what the bundle is made of, file by file, by digests.
  if (tree === null) return [];
  if (tree.unread.length > 0) return [unread(tree.unread.join(", "))];
  const differs = tree.dirty.length > 0 ? tree.dirty : await notCommitted(report);
  return differs.length > 0
    ? [raise(FINDINGS.TRC7011, { of: [differs.slice(0, SHOWN).join(", "), differs.length - SHOWN] })]
    : [];
}

/** A repository whose state is not known is not one without changes. */
function unread(repository: string): Diagnostic {
  return raise(FINDINGS.TRC7011, {
    message: text(
      `Папка «${repository}» под git, но прочитать её состояние не удалось: нет программы git, нет ни одной фиксации (commit) или нет прав на папку`,
      `The folder “${repository}” is under git, but its state cannot be read: there is no git program, no commit, or no right to the folder`,
    ),
    hints: text(
      "Установите git и зафиксируйте записи (что мешает, скажет git status в этой папке) или соберите черновик: --draft",
      "Install git and commit the records (git status in that folder says what is in the way), or draft: --draft",
    ),
  });
}

/** Public editions of the kinds that have one; null when no document of the set is of such a kind. */
async function publicSet(options: ReleaseOptions, { laid }: BuildReport): Promise<MadeSet | null> {
  return laid.some(({ rendered }) => rendered.job.kind.editions.includes("public")) ? makeSet("public", options) : null;
}

type Described = Pick<BundleManifest, "commits" | "documents" | "publicDocuments" | "registers"> & {
  readonly program: Program;
  readonly centres: readonly string[];
  readonly wording: ReleaseWordingFile;
};

/** Adds what describes the files: origin, materials, manifest, inventory, digests; in this order, since each covers those before it. */
function describe(files: Map<string, Uint8Array>, options: ReleaseOptions, described: Described): void {
  const { program, commits, centres } = described;
  files.set(PART.provenance, encodeJson(provenance(files, { program, commits, centres, draft: options.draft })));
  files.set(PART.sbom, encodeJson(sbom(program)));
  const manifest: BundleManifest = {
    schema: "trc/bundle/1",
    draft: options.draft,
    tool: { name: "trc", version: program.version },
    commits,
    documents: described.documents,
    publicDocuments: described.publicDocuments,
    registers: described.registers,
    signatures: targets(files, options).map((target) => ({
      target,
      certificate: options.signer?.certificate?.fingerprint ?? null,
    })),
  };
  files.set(PART.manifest, encodeJson(manifest));
  for (const [path, bytes] of describedFiles(manifest, described.wording, files)) files.set(path, bytes);
  files.set(PART.sums, encodeSums(files));
}

/** What the release signs: the list of digests, and each original PDF when asked. */
function targets(files: ReadonlyMap<string, Uint8Array>, { signer, signDocuments }: ReleaseOptions): string[] {
  if (signer === null) return [];
  return [PART.sums, ...(signDocuments ? [...files.keys()].filter(isOriginalPdf).sort() : [])];
}

/** Signs and lists the signatures; the fault of a signer as a finding. */
async function sign(files: Map<string, Uint8Array>, options: ReleaseOptions): Promise<Diagnostic | null> {
  const signatures: SignatureIndex["signatures"][number][] = [];
  try {
    for (const target of targets(files, options)) {
      const content = files.get(target) ?? new Uint8Array();
      const signature = (await options.signer?.sign(content)) ?? new Uint8Array();
      const file = signaturePath(target, 1);
      files.set(file, signature);
      signatures.push({ file, sha256: sha256(signature), target, targetSha256: sha256(content) });
    }
  } catch (error) {
    if (!(error instanceof SignerFault)) throw error;
    return raise(FINDINGS.TRC7013, { of: [error.said] });
  }
  files.set(PART.signatureIndex, encodeIndex({ signatures, stamped: [] }));
  return null;
}
