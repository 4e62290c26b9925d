import { type Diagnostic, raise, text } from "../../base/diagnostics/index.ts";
import { sha256 } from "../../base/text/index.ts";
import {
  checkSignature,
  type ParsedSignature,
  readSignatureFile,
  type SignerVerdict,
  signatureName,
  UnreadableSignature,
} from "../signatures/index.ts";
import type { Files } from "./bag.ts";
import { FINDINGS } from "./findings.ts";
import type { PowerReport } from "./read-power.ts";

/** The document of a bag. */
export const ORIGINAL = "document.pdf";

/** The signatures over the document of a bag or a container, by their paths, in the order of their numbers. @param folder with its slash, or nothing */
export function signaturesIn(files: Files, folder: string): string[] {
  const found: string[] = [];
  for (;;) {
    const path = `${folder}${signatureName(ORIGINAL, found.length + 1)}`;
    if (!files.has(path)) return found;
    found.push(path);
  }
}

/** One signature file over the document, as the passport describes it. */
export type SignatureReport = {
  /** Name in the bag: `document.pdf.sig`, `document.pdf.2.sig`. */
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly signers: readonly SignerReport[];
};

/** A signer as the protocol of verification and the passport name it, in this order. */
type SignerReport = {
  readonly holder: string | null;
  readonly serial: string | null;
  readonly notBefore: string | null;
  readonly notAfter: string | null;
  readonly algorithm: string;
  /** Of the certificate on the day of the accession. */
  readonly validity: SignerVerdict["validity"];
  readonly result: SignerVerdict["state"];
  readonly reason: string | null;
  /** Moment of the time stamp that holds, ISO. */
  readonly timeStamp?: string;
};

/**
 * Reads and verifies signatures made elsewhere over the document. Codes TRC8303 (not of this file), TRC8304 (not readable), TRC8306 (not
 * verified), TRC8322 (the same signature twice).
 * @param kept signatures that the bag has already
 * @param read finds the signature that a path names
 */
export async function takeSignatures(
  paths: readonly string[],
  document: Uint8Array,
  at: string,
  kept: readonly Uint8Array[] = [],
  read: (path: string) => Promise<ParsedSignature> = readSignatureFile,
): Promise<{ readonly signatures: readonly SignatureReport[]; readonly diagnostics: readonly Diagnostic[] }> {
  const signatures: SignatureReport[] = [];
  const diagnostics: Diagnostic[] = [];
  const seen = new Set(kept.map((bytes) => sha256(bytes)));
  for (const path of paths) {
    try {
      const signature = await read(path);
      // Whatever form it came in, it is kept in DER, so that one command checks every signature of the archive.
      const bytes = signature.der;
      const verdicts = await checkSignature(signature, document, { at, trust: null, openssl: "openssl" });
      if (seen.has(sha256(bytes))) diagnostics.push(raise(FINDINGS.TRC8322, { of: [path] }));
      seen.add(sha256(bytes));
      const file = signatureName(ORIGINAL, kept.length + signatures.length + 1);
      signatures.push({ file, bytes, signers: verdicts.map(signerReport) });
      diagnostics.push(...verdicts.flatMap((verdict) => findings(path, verdict)));
    } catch (error) {
      if (!(error instanceof UnreadableSignature)) throw error;
      diagnostics.push(raise(FINDINGS.TRC8304, { of: [path, error.said] }));
    }
  }
  return { signatures, diagnostics };
}

/** What was checked on the day of the accession, for programs. */
export function verificationOf(
  signatures: readonly SignatureReport[],
  today: string,
  powers: readonly PowerReport[] = [],
): string {
  const protocol = {
    schema: "trc/verification/1",
    date: today,
    signatures: signatures.map(({ bytes: _, ...one }) => one),
    ...(powers.length > 0 ? { powers } : {}),
  };
  return `${JSON.stringify(protocol, null, 2)}\n`;
}

function signerReport(verdict: SignerVerdict): SignerReport {
  const { certificate, signatureAlgorithm, validity, state, reason, timeStamp } = verdict;
  return {
    holder: certificate?.holder ?? null,
    serial: certificate?.serial ?? null,
    notBefore: certificate?.validFrom ?? null,
    notAfter: certificate?.validTo ?? null,
    algorithm: signatureAlgorithm,
    validity,
    result: state,
    reason: reason?.ru ?? null,
    ...(timeStamp?.state === "valid" ? { timeStamp: timeStamp.time } : {}),
  };
}

function findings(path: string, { state, reason, certificate, validity }: SignerVerdict): Diagnostic[] {
  const who = certificate?.holder ?? "подписавший неизвестен";
  const signer = certificate?.holder ?? "signer unknown";
  if (state === "wrong")
    return [
      raise(FINDINGS.TRC8303, {
        message: text(
          `Подпись ${path} (${who}) не от этого документа: ${reason?.ru ?? "не сходится"}`,
          `The signature ${path} (${signer}) is not of this document: ${reason?.en ?? "it does not fit"}`,
        ),
      }),
    ];
  const unconfirmed = [
    ...(state === "unverified" ? [reason ?? text("не проверена", "it was not verified")] : []),
    ...(validity === "expired" ? [text("срок сертификата истёк", "the certificate has expired")] : []),
    ...(validity === "not-yet" ? [text("сертификат ещё не действовал", "the certificate was not valid yet")] : []),
  ];
  return unconfirmed.map(({ ru, en }) =>
    raise(FINDINGS.TRC8306, {
      message: text(`Подпись ${path} (${who}): ${ru}`, `The signature ${path} (${signer}): ${en}`),
    }),
  );
}
