import { basename } from "node:path";
import { type Diagnostic, hasErrors, type Outcome, raise, type Text, text } from "../../base/diagnostics/index.ts";
import { sha256 } from "../../base/text/index.ts";
import {
  type Certificate,
  checkSignature,
  type ParsedSignature,
  readSignature,
  readSignatureFile,
  type SignerVerdict,
  UnreadableSignature,
  vouchesFor,
} from "../signatures/index.ts";
import { encodeIndex, isOriginalPdf, isSealed, PART, type SignatureIndex, signaturePath } from "./bundle-format.ts";
import { FINDINGS } from "./findings.ts";
import { parseIndex, parseManifest } from "./parse-parts.ts";
import { readBundle } from "./read-bundle.ts";
import { makeFromBundle } from "./rebuild.ts";
import { stampedPdf } from "./stamp.ts";
import { verifyBundle } from "./verify.ts";
import { writeBundle } from "./write-bundle.ts";
import { packBundle } from "./zip.ts";

/** A bundle and signatures made elsewhere. */
export type AttachOptions = {
  /** The ZIP of the bundle; it is replaced atomically. */
  readonly bundle: string;
  /** Signature files: DER, PEM or Base64. */
  readonly signatures: readonly string[];
  /** Path of the signed file inside the bundle; null finds it by its bytes. */
  readonly target: string | null;
  /** Makes copies to print with the visible mark. */
  readonly stamp: boolean;
  /** ISO; only for what is reported of the term of a certificate. */
  readonly today: string;
  readonly openssl?: string;
};

/** A signature taken, and what it is of. */
export type Attached = {
  readonly file: string;
  readonly target: string;
  readonly signers: readonly SignerVerdict[];
  readonly stamped: string | null;
};
/** Signatures taken, or findings; the bundle is replaced whole. */
export type AttachReport = { readonly diagnostics: readonly Diagnostic[]; readonly attached: readonly Attached[] };

/**
 * Takes signatures made elsewhere into a bundle: each is parsed, matched to the very bytes of a file, verified as far as this machine can, and put
 * beside it; the sealed part is not touched. A signature that is wrong is refused. Codes TRC7020–TRC7024, TRC7015, TRC7016.
 */
export async function attachSignatures(options: AttachOptions): Promise<AttachReport> {
  let attached: readonly Attached[] = [];
  const faults = await writeBundle(options.bundle, async () => {
    const { value, diagnostics } = await addTo(options);
    if (value === undefined) return { diagnostics };
    attached = value.attached;
    return { value: packBundle(value.files), diagnostics };
  });
  return { diagnostics: faults, attached: faults.length > 0 ? [] : attached };
}

type Files = Map<string, Uint8Array>;

async function addTo(
  options: AttachOptions,
): Promise<Outcome<{ readonly files: Files; readonly attached: readonly Attached[] }>> {
  const { bundle, openssl = "openssl", today } = options;
  const read = await readBundle(bundle);
  if (read.value === undefined) return { diagnostics: read.diagnostics };
  const before = await verifyBundle({ bundle, today, openssl });
  if (before.diagnostics.length > 0) return { diagnostics: before.diagnostics };
  const fault = before.findings.find(({ state }) => state === "failed");
  if (fault !== undefined) return { diagnostics: [corruptBundle(bundle, fault.text)] };
  const files = new Map(read.value.files);
  const index = parseIndex(files);
  const signatures = [...index.signatures];
  const attached: Attached[] = [];
  for (const file of options.signatures) {
    const taken = await takeSignature(file, files, options);
    if (taken.value === undefined) return { diagnostics: taken.diagnostics };
    const { der, target, signers } = taken.value;
    const digest = sha256(der);
    const known = signatures.find((one) => one.target === target && one.sha256 === digest);
    const path = known?.file ?? freePath(files, target);
    if (known === undefined) {
      files.set(path, der);
      signatures.push({ file: path, sha256: digest, target, targetSha256: sha256(files.get(target) ?? "") });
    }
    attached.push({ file: path, target, signers, stamped: null });
  }
  const { value: stamped, diagnostics } = await stampAll(files, signatures, options.stamp ? attached : []);
  if (stamped === undefined) return { diagnostics };
  const copies = new Map(index.stamped.map((one) => [one.file, one]));
  for (const [target, file] of stamped) copies.set(file, { file, target, sha256: sha256(files.get(file) ?? "") });
  files.set(PART.signatureIndex, encodeIndex({ signatures, stamped: [...copies.values()] }));
  const shown = attached.map((one) => ({ ...one, stamped: stamped.get(one.target) ?? null }));
  return { value: { files, attached: shown }, diagnostics: [] };
}

type Taken = { readonly der: Uint8Array; readonly target: string; readonly signers: readonly SignerVerdict[] };

/** Reads a signature, finds the file of the bundle it is of, and verifies it. */
async function takeSignature(file: string, files: Files, options: AttachOptions): Promise<Outcome<Taken>> {
  const { openssl = "openssl", today: at } = options;
  try {
    const signature = await readSignatureFile(file);
    const target = await targetOf(signature, file, files, options);
    if (typeof target !== "string") return { diagnostics: [target] };
    const signers = await checkSignature(signature, files.get(target) ?? new Uint8Array(), {
      at,
      trust: null,
      openssl,
    });
    const wrong = signers.find(({ state }) => state === "wrong");
    if (wrong !== undefined) return { diagnostics: [wrongSignature(file, target, wrong)] };
    return { value: { der: signature.der, target, signers }, diagnostics: [] };
  } catch (error) {
    if (!(error instanceof UnreadableSignature)) throw error;
    return { diagnostics: [raise(FINDINGS.TRC7022, { of: [file, error.said] })] };
  }
}

/** The file of the bundle that the signature is of: the one named, the one whose bytes it vouches for, or by its own file name. */
async function targetOf(
  { signers: [signer] }: ParsedSignature,
  file: string,
  files: Files,
  { target, openssl = "openssl" }: AttachOptions,
): Promise<string | Diagnostic> {
  const vouches = async (path: string): Promise<boolean | null> =>
    signer === undefined ? null : vouchesFor(signer, files.get(path) ?? new Uint8Array(), openssl);
  const targets = [...files.keys()].filter((path) => path === PART.sums || isSealed(path));
  if (target !== null) {
    if (!targets.includes(target)) return noTarget(target);
    return (await vouches(target)) === false ? raise(FINDINGS.TRC7023, { of: [file, target] }) : target;
  }
  const unmatched = raise(FINDINGS.TRC7023, { of: [file, null] });
  const byName = targets.filter((path) => namesFile(basename(file), basename(path)));
  for (const path of [...byName, ...targets]) {
    const answer = await vouches(path);
    if (answer === true) return path;
    // The digest cannot be computed here: only the name shows it, and the verdict says that nothing was verified.
    if (answer === null) return (byName.length === 1 ? byName[0] : undefined) ?? unmatched;
  }
  return unmatched;
}

/** «Приказ.pdf.sig», «Приказ.pdf.2.sig» and «Приказ.pdf.p7s» are signatures of «Приказ.pdf». */
function namesFile(signature: string, file: string): boolean {
  const stem = signature.normalize("NFC").replace(/(\.\d+)?\.(sig|p7s|sgn|pem|cms)$/i, "");
  return stem === file.normalize("NFC");
}

function freePath(files: ReadonlyMap<string, Uint8Array>, target: string): string {
  for (let number = 1; ; number++) if (!files.has(signaturePath(target, number))) return signaturePath(target, number);
}

/** Copies with the marks of every signature of the documents that were just signed; target → file. */
async function stampAll(
  files: Files,
  signatures: SignatureIndex["signatures"],
  attached: readonly Attached[],
): Promise<Outcome<ReadonlyMap<string, string>>> {
  const stamped = new Map<string, string>();
  const wanted = new Set(attached.map(({ target }) => target).filter(isOriginalPdf));
  if (wanted.size === 0) return { value: stamped, diagnostics: [] };
  const { report, documents } = await makeFromBundle(files, parseManifest(files));
  if (hasErrors(report.diagnostics)) return { diagnostics: report.diagnostics };
  for (const target of wanted) {
    const laid = report.laid[documents.findIndex((document) => document.files.some(({ path }) => path === target))];
    if (laid === undefined) continue;
    const file = `${PART.stamped}${target}`;
    files.set(file, await stampedPdf(laid, await holdersOf(files, signatures, target)));
    stamped.set(target, file);
  }
  return { value: stamped, diagnostics: [] };
}

async function holdersOf(
  files: ReadonlyMap<string, Uint8Array>,
  signatures: SignatureIndex["signatures"],
  target: string,
): Promise<Certificate[]> {
  const found = new Map<string, Certificate>();
  for (const { file } of signatures.filter((one) => one.target === target))
    for (const { certificate } of (await readSignature(files.get(file) ?? new Uint8Array())).signers)
      if (certificate !== null) found.set(certificate.fingerprint, certificate);
  return [...found.values()];
}

function corruptBundle(bundle: string, fault: Text): Diagnostic {
  return raise(FINDINGS.TRC7021, {
    message: text(`Комплект «${bundle}» повреждён: ${fault.ru}`, `The bundle “${bundle}” is damaged: ${fault.en}`),
    hints: text(`Что ещё неверно, покажет trc verify ${bundle}`, `trc verify ${bundle} shows all that is wrong`),
  });
}

function noTarget(target: string): Diagnostic {
  return raise(FINDINGS.TRC7023, {
    message: text(`В комплекте нет файла «${target}»`, `The bundle has no file “${target}”`),
    hints: text("Пути в комплекте перечислены в SHA256SUMS", "The paths in the bundle are listed in SHA256SUMS"),
  });
}

function wrongSignature(file: string, target: string, verdict: SignerVerdict): Diagnostic {
  const { certificate, reason } = verdict;
  return raise(FINDINGS.TRC7024, {
    message: text(`Подпись «${file}» неверна: ${reason?.ru}`, `The signature “${file}” is wrong: ${reason?.en}`),
    why: text(
      `${certificate?.holder ?? "Подписавший неизвестен"}, файл «${target}»`,
      `${certificate?.holder ?? "The signer is unknown"}, file “${target}”`,
    ),
  });
}
