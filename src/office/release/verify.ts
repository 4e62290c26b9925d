import { type Diagnostic, text } from "../../base/diagnostics/index.ts";
import { sha256 } from "../../base/text/index.ts";
import { type RevocationList, readRevocationFiles, readTrustFiles, type Trust } from "../signatures/index.ts";
import { type BundleManifest, PART } from "./bundle-format.ts";
import { checkApprovalFiles, checkIndex, checkManifest, checkProvenance, checkSums } from "./check-contents.ts";
import { type BundleSigner, checkSignatures } from "./check-signatures.ts";
import { checkInventory } from "./inventory.ts";
import { BadPart, parseIndex, parseJson, parseManifest, parseSums } from "./parse-parts.ts";
import { type ReadBundle, readBundle } from "./read-bundle.ts";
import { checkRebuild } from "./rebuild.ts";
import { checkRegisters } from "./registers.ts";
import { type Finding, Findings } from "./verdicts.ts";

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
  /** Makes the documents again and compares bytes. */
  readonly rebuild?: boolean | undefined;
  /** OpenSSL program for GOST signatures. */
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

/** Checks a bundle offline: what is proven, what is wrong, what cannot be known. Never writes beside a temporary folder. Codes TRC7020, TRC7021. @throws UnreadableFile for a file of certificates or lists */
export async function verifyBundle(given: VerifyOptions): Promise<VerifyReport> {
  const { trustFiles, revocationFiles, trust = null, lists = [] } = given;
  const options = {
    ...given,
    trust: trustFiles === undefined ? trust : [...(trust ?? []), ...(await readTrustFiles(trustFiles))],
    lists: [...lists, ...(await readRevocationFiles(revocationFiles ?? []))],
  };
  const read = await readBundle(options.bundle);
  if (read.value === undefined) return { ...NOTHING, diagnostics: read.diagnostics };
  const findings = new Findings();
  const parsed = await checkParts(read.value, options, findings);
  return {
    ok: findings.list.every(({ state }) => state !== "failed"),
    findings: findings.list,
    diagnostics: [],
    digest: digestOf(read.value),
    fileDigest: read.value.zip === null ? null : sha256(read.value.zip),
    draft: parsed?.manifest.draft ?? null,
    commits: parsed?.manifest.commits ?? [],
    signers: parsed?.signers ?? [],
  };
}

const NOTHING: VerifyReport = {
  ok: false,
  findings: [],
  diagnostics: [],
  digest: null,
  fileDigest: null,
  draft: null,
  commits: [],
  signers: [],
};

async function checkParts(
  bundle: ReadBundle,
  options: VerifyOptions & { readonly trust: Trust | null },
  findings: Findings,
): Promise<{ readonly manifest: BundleManifest; readonly signers: readonly BundleSigner[] } | null> {
  const { files } = bundle;
  checkContainer(bundle, findings);
  checkExpectedDigest(bundle, options.expectDigest ?? null, findings);
  try {
    checkSums(files, parseSums(files), findings);
    const manifest = parseManifest(files);
    checkManifest(files, manifest, findings);
    checkInventory(files, manifest, findings);
    checkProvenance(files, manifest, findings);
    checkRegisters(files, manifest, findings);
    parseJson(files, PART.sbom);
    checkApprovalFiles(files, manifest, findings);
    const index = parseIndex(files);
    checkIndex(files, index, findings);
    const { today: at, trust, lists = [], openssl = "openssl" } = options;
    const signers = await checkSignatures(files, manifest, index, { at, trust, lists, openssl }, findings);
    if (manifest.draft)
      findings.note(
        "draft",
        "Это ЧЕРНОВИК: одобрения и фиксация git при выпуске не проверялись",
        "This is a DRAFT: approvals and the git commit were not checked at its release",
      );
    if (options.rebuild === true) await checkRebuild(files, manifest, findings);
    else
      findings.unproven(
        "rebuild",
        "Что документы сделаны именно из этих записей, проверит trc verify --rebuild",
        "That the documents were made of these very records is checked by trc verify --rebuild",
      );
    return { manifest, signers };
  } catch (error) {
    if (!(error instanceof BadPart)) throw error;
    findings.add("structure", "failed", error.said);
    return null;
  }
}

function checkContainer({ zip, canonical }: ReadBundle, findings: Findings): void {
  if (zip === null) findings.note("container", "Проверяется распакованная папка", "An unpacked folder is verified");
  else
    findings.settle(
      "container",
      canonical
        ? []
        : [
            text(
              "В самом файле ZIP есть байты, которых программа не пишет: он изменён или упакован заново",
              "The ZIP file has bytes that the program does not write: it was changed or packed anew",
            ),
          ],
      text(
        "Файл ZIP – ровно такой, какой следует из содержимого",
        "The ZIP file is exactly what its contents make of it",
      ),
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
