import { readFile } from "node:fs/promises";
import type { Diagnostic } from "../diagnostics/index.ts";
import { checkSignature, readSignature, type SignerVerdict, UnreadableSignature } from "../signatures/index.ts";

/** One signature file over the document, as the passport tells of it. */
export type SignatureReport = {
  /** Name in the bag: `document.pdf.sig`, `document.pdf.2.sig`. */
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly signers: readonly SignerReport[];
};

export type SignerReport = {
  readonly holder: string | null;
  readonly serial: string | null;
  readonly notBefore: string | null;
  readonly notAfter: string | null;
  readonly algorithm: string;
  readonly result: SignerVerdict["state"];
  readonly reason: string | null;
};

/** Reads and judges signatures made elsewhere over the document. Codes TRC8303 (not of this file), TRC8304 (not readable), TRC8306 (not verified). */
export async function takeSignatures(
  paths: readonly string[],
  document: Uint8Array,
  at: string,
): Promise<{ readonly signatures: readonly SignatureReport[]; readonly diagnostics: readonly Diagnostic[] }> {
  const signatures: SignatureReport[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [index, path] of paths.entries()) {
    const file = index === 0 ? "document.pdf.sig" : `document.pdf.${index + 1}.sig`;
    try {
      const bytes = await readFile(path);
      const verdicts = await checkSignature(await readSignature(bytes), document, {
        at,
        trust: null,
        openssl: "openssl",
      });
      signatures.push({ file, bytes, signers: verdicts.map(signerReport) });
      diagnostics.push(...verdicts.flatMap((verdict) => findings(path, verdict)));
    } catch (error) {
      diagnostics.push(unreadable(path, error));
    }
  }
  return { signatures, diagnostics };
}

function signerReport({ certificate, signatureAlgorithm, state, reason }: SignerVerdict): SignerReport {
  return {
    holder: certificate?.holder ?? null,
    serial: certificate?.serial ?? null,
    notBefore: certificate?.validFrom ?? null,
    notAfter: certificate?.validTo ?? null,
    algorithm: signatureAlgorithm,
    result: state,
    reason,
  };
}

function findings(path: string, { state, reason, certificate, validity }: SignerVerdict): Diagnostic[] {
  const who = certificate?.holder ?? "подписавший неизвестен";
  if (state === "wrong")
    return [
      {
        code: "TRC8303",
        severity: "error",
        message: `Подпись ${path} (${who}) не от этого документа: ${reason ?? "не сходится"}`,
        hints: ["Возьмите подпись именно этого файла; если подписывали другой PDF, укажите его: --pdf ФАЙЛ"],
      },
    ];
  const doubts = [
    ...(state === "unverified" ? [reason ?? "не проверена"] : []),
    ...(validity === "expired"
      ? ["срок сертификата истёк"]
      : validity === "not-yet"
        ? ["сертификат ещё не действовал"]
        : []),
  ];
  return doubts.map((doubt) => ({
    code: "TRC8306",
    severity: "warning" as const,
    message: `Подпись ${path} (${who}): ${doubt}`,
    hints: ["Документ принят; в паспорте записано, что именно не проверено"],
  }));
}

function unreadable(path: string, error: unknown): Diagnostic {
  const code = (error as NodeJS.ErrnoException).code;
  if (!(error instanceof UnreadableSignature) && code === undefined) throw error;
  return {
    code: "TRC8304",
    severity: "error",
    message: `Файл подписи ${path} не читается: ${error instanceof UnreadableSignature ? error.message : code}`,
    hints: ["Нужна отсоединённая подпись CMS (.sig) в DER, PEM или Base64"],
  };
}
