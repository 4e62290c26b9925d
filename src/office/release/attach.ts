import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { type Diagnostic, hasErrors, raise, text } from "../../base/diagnostics/index.ts";
import { sha256 } from "../../base/text/index.ts";
import {
  type Certificate,
  checkSignature,
  type ParsedSignature,
  readSignature,
  type SignerVerdict,
  UnreadableSignature,
  vouchesFor,
} from "../signatures/index.ts";
import { badBundle, noTarget, otherFile, wrongSignature } from "./attach-faults.ts";
import { encodeIndex, PART, type SignatureIndex, signaturePath } from "./bundle-format.ts";
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
  /** The ZIP of the bundle; it is replaced at one stroke. */
  readonly bundle: string;
  /** Signature files: DER, PEM or Base64. */
  readonly signatures: readonly string[];
  /** Path of the signed file inside the bundle; null finds it by its bytes. */
  readonly target: string | null;
  /** Makes copies to print with the visible mark. */
  readonly stamp: boolean;
  /** ISO; only for what is told of the term of a certificate. */
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
 * Takes signatures made elsewhere into a bundle: each is parsed, matched to the very bytes of a file, judged as far as this machine can, and put
 * beside it; the sealed part is not touched. A signature that is wrong is refused. Codes TRC7020–TRC7024, TRC7015, TRC7016.
 */
export async function attachSignatures(options: AttachOptions): Promise<AttachReport> {
  let attached: readonly Attached[] = [];
  const faults = await writeBundle(options.bundle, async () => {
    const made = await addTo(options);
    if ("diagnostics" in made) return made;
    attached = made.attached;
    return { bytes: await packBundle(made.files) };
  });
  return { diagnostics: faults, attached: faults.length > 0 ? [] : attached };
}

type Added = { readonly files: Map<string, Uint8Array>; readonly attached: readonly Attached[] };
type Faults = { readonly diagnostics: readonly Diagnostic[] };

async function addTo(options: AttachOptions): Promise<Added | Faults> {
  const { bundle, openssl = "openssl", today } = options;
  const read = await readBundle(bundle);
  if (read.value === undefined) return read;
  const before = await verifyBundle({ bundle, today, trust: null, expectDigest: null, rebuild: false, openssl });
  if (!before.ok) return { diagnostics: [badBundle(bundle, before.findings)] };
  const files = new Map(read.value.files);
  const index = parseIndex(files);
  const signatures: SignatureIndex["signatures"][number][] = [...index.signatures];
  const attached: Attached[] = [];
  const targets = [...files.keys()].filter(
    (path) => !path.startsWith(PART.signatures) && !path.startsWith(PART.stamped),
  );
  for (const file of options.signatures) {
    const parsed = await parse(file);
    if ("diagnostics" in parsed) return parsed;
    const target = await targetOf(parsed.signature, file, files, targets, options);
    if (typeof target !== "string") return { diagnostics: [target] };
    const content = files.get(target) ?? new Uint8Array();
    const signers = await checkSignature(parsed.signature, content, { at: today, trust: null, openssl });
    const wrong = signers.find(({ state }) => state === "wrong");
    if (wrong !== undefined) return { diagnostics: [wrongSignature(file, target, wrong)] };
    const { der } = parsed.signature;
    const known = signatures.find((one) => one.target === target && one.sha256 === sha256(der));
    const path = known?.file ?? freePath(files, target);
    if (known === undefined) {
      files.set(path, der);
      signatures.push({ file: path, sha256: sha256(der), target, targetSha256: sha256(content) });
    }
    attached.push({ file: path, target, signers, stamped: null });
  }
  const stamped = options.stamp ? await stampAll(files, signatures, attached) : new Map<string, string>();
  if ("diagnostics" in stamped) return stamped;
  const copies = new Map(index.stamped.map((one) => [one.file, one]));
  for (const [target, file] of stamped)
    copies.set(file, { file, target, sha256: sha256(files.get(file) ?? new Uint8Array()) });
  files.set(PART.signatureIndex, encodeIndex({ signatures, stamped: [...copies.values()] }));
  return { files, attached: attached.map((one) => ({ ...one, stamped: stamped.get(one.target) ?? null })) };
}

async function parse(file: string): Promise<{ readonly signature: ParsedSignature } | Faults> {
  try {
    if ((await stat(file)).size > 1024 * 1024)
      return {
        diagnostics: [
          raise(FINDINGS.TRC7022, { of: [file, text("файл больше 1 МБ", "the file is larger than 1 MB")] }),
        ],
      };
    return { signature: await readSignature(await readFile(file)) };
  } catch (error) {
    if (error instanceof UnreadableSignature)
      return { diagnostics: [raise(FINDINGS.TRC7022, { of: [file, error.said] })] };
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined) throw error;
    return {
      diagnostics: [
        raise(FINDINGS.TRC7022, {
          of: [file, text(`файл не читается (${code})`, `the file cannot be read (${code})`)],
        }),
      ],
    };
  }
}

/** The file of the bundle that the signature is of: the one named, the one whose bytes it vouches for, or by its own file name. */
async function targetOf(
  signature: ParsedSignature,
  file: string,
  files: ReadonlyMap<string, Uint8Array>,
  targets: readonly string[],
  { target, openssl = "openssl" }: AttachOptions,
): Promise<string | Diagnostic> {
  const [signer] = signature.signers;
  const vouches = (path: string): Promise<boolean | null> =>
    signer === undefined ? Promise.resolve(null) : vouchesFor(signer, files.get(path) ?? new Uint8Array(), openssl);
  if (target !== null) {
    if (!targets.includes(target)) return noTarget(target);
    return (await vouches(target)) === false ? otherFile(file, target) : target;
  }
  const byName = targets.filter((path) => namesFile(basename(file), basename(path)));
  for (const path of [...byName, ...targets]) {
    const answer = await vouches(path);
    if (answer === true) return path;
    // The digest cannot be computed here: only the name tells, and the verdict says that nothing was verified.
    if (answer === null) return byName.length === 1 ? (byName[0] ?? otherFile(file, null)) : otherFile(file, null);
  }
  return otherFile(file, null);
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
  files: Map<string, Uint8Array>,
  signatures: SignatureIndex["signatures"],
  attached: readonly Attached[],
): Promise<Map<string, string> | Faults> {
  const stamped = new Map<string, string>();
  const wanted = [...new Set(attached.map(({ target }) => target))].filter(
    (target) => target.startsWith(PART.original) && target.endsWith(".pdf"),
  );
  if (wanted.length === 0) return stamped;
  const manifest = parseManifest(files);
  const made = await makeFromBundle(files, manifest);
  if (hasErrors(made.report.diagnostics)) return { diagnostics: made.report.diagnostics };
  for (const target of wanted) {
    const index = made.documents.findIndex((document) => document.files.some(({ path }) => path === target));
    const laid = made.report.laid[index];
    if (laid === undefined) continue;
    const file = `${PART.stamped}${target}`;
    files.set(file, await stampedPdf(laid, await holdersOf(files, signatures, target)));
    stamped.set(target, file);
  }
  return stamped;
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
