import { basename } from "node:path";
import { type Diagnostic, type Outcome, type Text, text } from "../../base/diagnostics/index.ts";
import { isSystemFault, readGiven } from "../../base/storage/index.ts";
import { sha256 } from "../../base/text/index.ts";
import type { RunSignal } from "../../project/pipeline/index.ts";
import { dayFaults, missingFile } from "../../project/reading/index.ts";
import {
  type RevocationList,
  readRevocationFiles,
  readTrustFiles,
  type Trust,
  UnreadableFile,
} from "../signatures/index.ts";
import { type BundleFiles, type BundleManifest, PART } from "./bundle-format.ts";
import { approvalFaults, indexFaults, manifestFaults, provenanceFaults, sumFaults } from "./check-contents.ts";
import { type BundleSigner, checkSignatures } from "./check-signatures.ts";
import { inventoryFaults } from "./inventory.ts";
import { otherProgram } from "./made-by.ts";
import { BadPart, parseIndex, parseJson, parseManifest, parseSums } from "./parse-parts.ts";
import { type ReadBundle, readBundle } from "./read-bundle.ts";
import { changedDocuments, rebuildFaults } from "./rebuild.ts";
import { registerFaults, registersIn } from "./registers.ts";
import { type Finding, Findings } from "./verdicts.ts";
import { checkPdf } from "./verify-pdf.ts";

/** A bundle, what is trusted, and whether it is made again. */
export type VerifyOptions = {
  /** The ZIP, or a folder it was unpacked to. */
  readonly bundle: string;
  /** Day on which the certificates have to be valid, ISO. */
  readonly today: string;
  /** Certificates one of which must have signed the whole; null asks for none. */
  readonly trust?: Trust | null;
  /** Files that hold such certificates, PEM or DER. */
  readonly trustFiles?: readonly string[] | undefined;
  /** Lists of revoked certificates; without them revocation is named as not checked. */
  readonly lists?: readonly RevocationList[];
  /** Files that hold such lists, PEM or DER. */
  readonly revocationFiles?: readonly string[] | undefined;
  /** Digest of the bundle, or of its ZIP, from a source that is trusted; null asks for none. */
  readonly expectDigest?: string | null | undefined;
  /** Makes the documents again and compares bytes, unless something of the bundle is wrong: then its templates are not run. */
  readonly rebuild?: boolean | undefined;
  /** Makes them all the same. */
  readonly rebuildUntrusted?: boolean | undefined;
  /** How much more than usual each of them may cost. */
  readonly budget?: number | undefined;
  readonly signal?: RunSignal | undefined;
  /** OpenSSL program: judges chains, lists of revoked certificates, GOST signatures. */
  readonly openssl?: string;
};

/** What is proven, what is not, and why. */
export type VerifyReport = {
  /** True when nothing failed. What is not proven stands among the findings. */
  readonly ok: boolean;
  readonly findings: readonly Finding[];
  readonly diagnostics: readonly Diagnostic[];
  /** Null where the bundle could not be read so far. */
  readonly digest: string | null;
  readonly fileDigest: string | null;
  readonly draft: boolean | null;
  readonly commits: readonly string[];
  readonly signers: readonly BundleSigner[];
};

/** Checks a bundle, or a PDF with the signatures inside it, offline: what is proven, what is wrong, what cannot be known. Never writes beside a temporary folder. Codes TRC0001 (a file of certificates or lists), TRC0005, TRC7020, TRC7021. */
export async function verifyBundle(given: VerifyOptions): Promise<VerifyReport> {
  const { value: options, diagnostics: wrong } = await verifierOf(given);
  const pdf = options === undefined ? null : await pdfAt(given.bundle);
  if (options !== undefined && pdf !== null) return verifyPdf(pdf, options);
  const { value: bundle, diagnostics } =
    options === undefined ? { diagnostics: wrong } : await readBundle(given.bundle);
  const findings = new Findings();
  const parsed = bundle === undefined || options === undefined ? null : await checkParts(bundle, options, findings);
  const { zip = null } = bundle ?? {};
  return {
    ok: bundle !== undefined && findings.list.every(({ state }) => state !== "failed"),
    findings: findings.list,
    diagnostics,
    digest: bundle === undefined ? null : digestOf(bundle),
    fileDigest: zip === null ? null : sha256(zip),
    draft: parsed?.manifest.draft ?? null,
    commits: parsed?.manifest.commits ?? [],
    signers: parsed?.signers ?? [],
  };
}

/** The bytes of a PDF; null where there is none: what the name leads to is told of as a bundle. */
async function pdfAt(path: string): Promise<Uint8Array | null> {
  if (!/\.pdf$/i.test(path)) return null;
  try {
    const bytes = await readGiven(path);
    return bytes.subarray(0, 1024).includes("%PDF-") ? bytes : null;
  } catch (error) {
    if (isSystemFault(error)) return null;
    throw error;
  }
}

async function verifyPdf(pdf: Uint8Array, options: Verifier): Promise<VerifyReport> {
  const { today: at, trust, lists = [], openssl = "openssl" } = options;
  const findings = new Findings();
  const signers = await checkPdf({ pdf, name: basename(options.bundle) }, { at, trust, lists, openssl }, findings);
  const ok = findings.list.every(({ state }) => state !== "failed");
  const digest = sha256(pdf);
  return {
    ok,
    findings: findings.list,
    diagnostics: [],
    digest,
    fileDigest: digest,
    draft: null,
    commits: [],
    signers,
  };
}

type Verifier = VerifyOptions & { readonly trust: Trust | null };

/** The options with what their files hold. */
async function verifierOf(given: VerifyOptions): Promise<Outcome<Verifier>> {
  const { trustFiles, revocationFiles = [], trust = null, lists = [] } = given;
  const diagnostics = dayFaults(given);
  if (diagnostics.length > 0) return { diagnostics };
  try {
    const trusted = trustFiles === undefined ? trust : [...(trust ?? []), ...(await readTrustFiles(trustFiles))];
    const value = { ...given, trust: trusted, lists: [...lists, ...(await readRevocationFiles(revocationFiles))] };
    return { value, diagnostics };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return { diagnostics: [missingFile(error.said, text("Проверьте путь к файлу", "Check the path of the file"))] };
  }
}

async function checkParts(
  bundle: ReadBundle,
  options: Verifier,
  findings: Findings,
): Promise<{ readonly manifest: BundleManifest; readonly signers: readonly BundleSigner[] } | null> {
  const { files } = bundle;
  checkContainer(bundle, findings);
  checkExpectedDigest(bundle, options.expectDigest ?? null, findings);
  try {
    const sums = parseSums(files);
    findings.settle(
      "sums",
      sumFaults(files, sums),
      text(
        `Все файлы (${sums.size}) на месте и сходятся с ${PART.sums}, лишних нет`,
        `All files (${sums.size}) are there and fit ${PART.sums}, none is there besides`,
      ),
    );
    const manifest = parseManifest(files);
    checkDescriptions(files, manifest, findings);
    const index = parseIndex(files);
    findings.settle(
      "signature-list",
      indexFaults(files, index),
      text(
        `Подписей в комплекте – ${index.signatures.length}, экземпляров с отметкой – ${index.stamped.length}`,
        `Signatures in the bundle ${index.signatures.length}, copies with the mark ${index.stamped.length}`,
      ),
    );
    const { today: at, trust, lists = [], openssl = "openssl" } = options;
    const signers = await checkSignatures({ files, manifest, index, options: { at, trust, lists, openssl }, findings });
    if (manifest.draft)
      findings.note(
        "draft",
        "Это ЧЕРНОВИК: одобрения и фиксация git при выпуске не проверялись",
        "This is a DRAFT: approvals and the git commit were not checked at its release",
      );
    else if (manifest.commits.length === 0)
      findings.note(
        "commit",
        "Выпущен без git: записи и шаблоны, из которых он сделан, названы их суммами",
        "Released outside git: the records and templates that it was made of are named by their digests",
      );
    await checkRebuild(files, manifest, options, findings);
    return { manifest, signers };
  } catch (error) {
    if (!(error instanceof BadPart)) throw error;
    findings.add("structure", "failed", error.said);
    return null;
  }
}

/** What the bundle says of itself: manifest, inventory, origin, registers, materials, approvals. */
function checkDescriptions(files: BundleFiles, manifest: BundleManifest, findings: Findings): void {
  const { documents, draft } = manifest;
  findings.settle(
    "manifest",
    manifestFaults(files, manifest),
    text(
      `Документов – ${documents.length}, состав сходится с ${PART.manifest}`,
      `Documents ${documents.length}, as ${PART.manifest} lists them`,
    ),
  );
  findings.settle(
    "inventory",
    inventoryFaults(files, manifest),
    text(
      `Опись комплекта (${PART.inventory}) сходится с ${PART.manifest}`,
      `The inventory of the bundle (${PART.inventory}) fits ${PART.manifest}`,
    ),
  );
  findings.settle(
    "provenance",
    provenanceFaults(files, manifest),
    text(
      "Происхождение (in-toto, SLSA) названо для каждого документа и исходного файла",
      "The provenance (in-toto, SLSA) of every document and source file is named",
    ),
  );
  const registers = registersIn(files);
  const entries = registers.reduce((sum, one) => sum + (one.entries?.length ?? 0), 0);
  findings.settle(
    "registers",
    registerFaults(registers, manifest.registers),
    text(
      `Записей в реестрах изданных документов – ${entries}: цепочки целы и кончаются там, где при выпуске`,
      `Entries in the registers of issued documents ${entries}: the chains are whole and end where they did at the release`,
    ),
  );
  parseJson(files, PART.sbom);
  const approvals = documents.reduce((sum, document) => sum + document.approvals.length, 0);
  findings.settle(
    "approvals",
    approvalFaults(files, manifest),
    draft
      ? text(
          `Одобрений – ${approvals}; для черновика они не обязательны`,
          `Approvals ${approvals}; a draft does not need them`,
        )
      : text(
          `Каждый документ одобрен всеми, кто должен: одобрений – ${approvals}`,
          `Every document is approved by all who have to: approvals ${approvals}`,
        ),
  );
}

async function checkRebuild(
  files: BundleFiles,
  manifest: BundleManifest,
  { rebuild = false, rebuildUntrusted = false, budget, signal }: Verifier,
  findings: Findings,
): Promise<void> {
  if (rebuild && !rebuildUntrusted && findings.list.some(({ state }) => state === "failed"))
    return findings.unproven(
      "rebuild",
      "Документы не пересобирались: в комплекте есть неверное, а пересборка исполнила бы его шаблоны. Всё равно пересобрать: --rebuild-untrusted",
      "The documents were not built again: something of the bundle is wrong, and that would run its templates. To do so all the same: --rebuild-untrusted",
    );
  if (!rebuild && !rebuildUntrusted)
    return findings.unproven(
      "rebuild",
      "Что документы сделаны именно из этих записей, проверит trc verify --rebuild",
      "That the documents were made of these very records is checked by trc verify --rebuild",
    );
  const faults: Text[] = [];
  for await (const fault of rebuildFaults(files, manifest, { budget, signal })) faults.push(fault);
  const other = faults.length > 0 ? await otherProgram(files, manifest) : null;
  if (other !== null) {
    const changed = await changedDocuments(files, manifest, { budget, signal });
    findings.add("rebuild", "unproven", other);
    return changed.length === 0
      ? findings.note(
          "rebuild",
          "Слова и число страниц каждого документа при пересборке те же; отличаются только байты файлов",
          "The words and the number of pages of every document are the same when built again; only bytes of files differ",
        )
      : findings.unproven(
          "rebuild",
          `Другими вышли слова или число страниц: ${changed.join(", ")}; сравните их глазами или той программой, которая назвала себя в комплекте`,
          `The words or the number of pages came out different: ${changed.join(", ")}; compare them by eye or with the program that the bundle names`,
        );
  }
  findings.settle(
    "rebuild",
    faults,
    text(
      "Документы пересобраны из записей и шаблонов комплекта: байты, слова и одобрения те же",
      "The documents were built again from the records and templates of the bundle: bytes, words and approvals are the same",
    ),
  );
}

/** An unpacked folder has no container of its own. */
function checkContainer({ zip, canonical }: ReadBundle, findings: Findings): void {
  if (zip === null) findings.note("container", "Проверяется распакованная папка", "An unpacked folder is verified");
  else if (canonical)
    findings.proven(
      "container",
      "Файл ZIP – ровно такой, какой следует из содержимого",
      "The ZIP file is exactly what its contents make of it",
    );
  else
    findings.failed(
      "container",
      "В самом файле ZIP есть байты, которых программа не пишет: он изменён или упакован заново",
      "The ZIP file has bytes that the program does not write: it was changed or packed anew",
    );
}

function checkExpectedDigest(bundle: ReadBundle, expected: string | null, findings: Findings): void {
  if (expected === null) return;
  const file = bundle.zip === null ? null : sha256(bundle.zip);
  const wanted = expected.toLowerCase();
  if (wanted === digestOf(bundle))
    findings.proven(
      "expected-digest",
      "Комплект – тот, чья сумма названа; подписи, добавленные после выпуска, ею не охвачены",
      "The bundle is the one whose digest was named; signatures added after the release are not covered by it",
    );
  else if (wanted === file)
    findings.proven(
      "expected-digest",
      "Файл комплекта – тот, чья сумма названа, до последнего байта",
      "The file of the bundle is the one whose digest was named, to the last byte",
    );
  else
    findings.failed(
      "expected-digest",
      "Это не тот комплект, чья сумма названа в --expect-digest",
      "This is not the bundle whose digest is named in --expect-digest",
    );
}

function digestOf({ files }: ReadBundle): string | null {
  const sums = files.get(PART.sums);
  return sums === undefined ? null : sha256(sums);
}
